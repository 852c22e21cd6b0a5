<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>CardFooter</name>
    <message numerus="yes">
        <source>Mask secrets (%n)</source>
        <translation>
            <numerusform>Mask secrets (%n)</numerusform>
            <numerusform>Mask secrets (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseShelf</name>
    <message numerus="yes">
        <source>%n kept case(s) could not be read. Set aside in {0}.</source>
        <translation>
            <numerusform>%n kept case could not be read. Set aside in {0}.</numerusform>
            <numerusform>%n kept cases could not be read. Set aside in {0}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CasesPage</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) are deleted for good.</source>
        <translation>
            <numerusform>%n case is deleted for good.</numerusform>
            <numerusform>%n cases are deleted for good.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodesDelegate</name>
    <message numerus="yes">
        <source>%n more meaning(s)</source>
        <translation>
            <numerusform>%n more meaning</numerusform>
            <numerusform>%n more meanings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodesPage</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message numerus="yes">
        <source>Copied (%n masked)</source>
        <translation>
            <numerusform>Copied (%n masked)</numerusform>
            <numerusform>Copied (%n masked)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n masked</source>
        <translation>
            <numerusform>%n masked</numerusform>
            <numerusform>%n masked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message numerus="yes">
        <source>%n other meaning(s) possible</source>
        <translation>
            <numerusform>%n other meaning possible</numerusform>
            <numerusform>%n other meanings possible</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingWords</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n success(es)</source>
        <translation>
            <numerusform>%n success</numerusform>
            <numerusform>%n successes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message numerus="yes">
        <source>%n row(s) with {0} are hidden by the filters.</source>
        <translation>
            <numerusform>%n entry with {0} is hidden by the filters.</numerusform>
            <numerusform>%n entries with {0} are hidden by the filters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Proofs</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavedFilters</name>
    <message numerus="yes">
        <source>There are %n saved filters, no more fit.</source>
        <translation>
            <numerusform>There is %n saved filter, no more fit.</numerusform>
            <numerusform>There are %n saved filters, no more fit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported %n filter(s)</source>
        <translation>
            <numerusform>Imported %n filter</numerusform>
            <numerusform>Imported %n filters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be deleted.</source>
        <translation>
            <numerusform>%n file could not be deleted.</numerusform>
            <numerusform>%n files could not be deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepFacts</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeStrip</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n success(es)</source>
        <translation>
            <numerusform>%n success</numerusform>
            <numerusform>%n successes</numerusform>
        </translation>
    </message>
</context>
</TS>
