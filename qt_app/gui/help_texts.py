"""What F1 says of the named parts of the pages; for a part without a name, what holds it speaks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from qt_app.gui.marking import QT_TRANSLATE_NOOP
from qt_app.gui.widgets.field_help import set_help

_ANSWERS = QT_TRANSLATE_NOOP(
    "HelpTexts",
    "Says how this step went: passed, failed, not sure or left out, keys 1 to 4 in the list of "
    "steps. The same again takes it back; what the tool found itself can be changed, too.",
)
DIAGNOSE = {
    "caseTabs": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "Each tab is a case with its own text and findings. Left and Right change the tab, "
        "Ctrl+Tab goes to the next one, Ctrl+W closes this one, Ctrl+Shift+T brings it back.",
    ),
    "newCaseButton": QT_TRANSLATE_NOOP(
        "HelpTexts", "Opens an empty case beside the others (Ctrl+T). Those stay as they are."
    ),
    "openFileButton": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "Opens text files: logs, responses, HAR files, saved pages (Ctrl+O). They can also be "
        "dropped into the window. A file is read, never changed.",
    ),
    "clearPasteButton": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "Empties the box and puts the findings away (Esc). Ctrl+Z brings both back.",
    ),
    "diagnoseButton": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "Diagnoses the text below once more. What is pasted is diagnosed by itself, what is "
        "typed after a short pause, so this is seldom needed.",
    ),
    "cancelDiagnosisButton": QT_TRANSLATE_NOOP(
        "HelpTexts", "Stops the reading (Esc). The text stays in the box."
    ),
    "pasteError": QT_TRANSLATE_NOOP(
        "HelpTexts", "What could not be read, and why. What was in the box is still there."
    ),
    "pasteInput": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "Paste all that the customer sent, as it is: a response, a log, a chat, a link, or only "
        "a code. It is diagnosed at once and stays on this computer. Esc empties the box, "
        "Ctrl+Z brings the text back.",
    ),
    "findingsFilter": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "Which findings the list shows: all, only problems, or only successes. Up and Down choose.",
    ),
    "findingsView": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "What was found, in the order of the text; a problem that comes often is one group. Up "
        "and Down choose, Right opens a group, Left closes it, Enter goes to the card, F8 to the "
        "next finding.",
    ),
    "notesView": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "What was repaired while reading, and what could not be read. Enter on a note with a "
        "line number goes to that line of the text.",
    ),
    "findingDetail": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "The chosen finding, always in this order: what it is, why, what to do, what if that "
        "does not help, details. Up and Down scroll, Tab goes through its buttons. The tag at "
        "the right of a sentence says where it was read.",
    ),
    "copyValueButton": QT_TRANSLATE_NOOP(
        "HelpTexts", "Copies the string to enter, exactly that and nothing around it."
    ),
    "copyAskButton": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "Copies the question to the customer. The answer, pasted below the text, decides which "
        "meaning it is.",
    ),
    "copyTicketButton": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "Copies all findings as a block for the ticket; Ctrl+C does the same while no text is "
        "selected. Secrets are masked unless the box at the right is unticked.",
    ),
    "copyReplyButton": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "Copies an answer about this finding that can be sent to the customer as it is "
        "(Ctrl+Shift+C).",
    ),
    "moreCopyButton": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "Further forms: Markdown, JSON, a preview in which the masks are marked, a file "
        "(Ctrl+S). They are always masked. Space opens the menu.",
    ),
    "redactToggle": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "While it is ticked, tokens, secrets, phone numbers and the like are masked in what the "
        "two buttons copy. Space unticks it; the next paste ticks it again.",
    ),
    "diagnoseEmpty": QT_TRANSLATE_NOOP(
        "HelpTexts", "An example to try. Space puts it into the box and diagnoses it."
    ),
}
CODES = {
    "codesFilter": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "All words must match, in any order. Digits find codes that start with them, "
        "-1 is the code -1, letters also find pinyin and its initials, "
        "and a word with - before it leaves entries out.",
    ),
    "codesTableFilter": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "Shows the codes of one table only: one of the manual's, or one that was added to them. "
        "The search goes on inside it.",
    ),
    "codesSeverityFilter": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "Shows errors, warnings, hints or successes only. The search goes on inside them.",
    ),
    "codesWhoFilter": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "Shows only what one side has to act on: developers, admins, users or the platform. "
        "The search goes on inside it.",
    ),
    "savedFilters": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "Keeps what is typed and chosen here under a name. A file takes all of them to "
        "another computer.",
    ),
    "codesTable": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "Each row is one meaning of a code. A click on a header sorts, the third click "
        "brings the manual's order back. Ctrl+C copies the code, Alt+Right goes to the "
        "next meaning of the same code.",
    ),
    "codesNothing": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "Nothing matches the search. The links go to the codes that come closest; the whole "
        "error tells more than a code alone.",
    ),
    "codeDetail": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "The tag at the right of a sentence says where it was read. "
        "Inferred ones stand in no manual.",
    ),
    "copyCodeButton": QT_TRANSLATE_NOOP(
        "HelpTexts", "Copies the code alone; in the table Ctrl+C does the same."
    ),
    "copySentenceButton": QT_TRANSLATE_NOOP(
        "HelpTexts", "Copies a sentence about this code that can be sent to the customer as it is."
    ),
    "copyRowButton": QT_TRANSLATE_NOOP(
        "HelpTexts", "Copies the whole row with a tab between the columns, ready for a sheet."
    ),
    "toDiagnoseButton": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "Goes to the Diagnose page. The whole error pasted there tells more than a code alone.",
    ),
}
CHECKLISTS = {
    "checklistPicker": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "Which list is gone through: domain not authorised, or ads in the page (HTTPS). What "
        "was entered and found in the other one stays.",
    ),
    "checklistTarget": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "The address of the page that fails, or the whole authorize link. Enter or F5 runs the "
        "checks.",
    ),
    "checklistSafeDomain": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "What the back office holds as the safe domain. Leave it empty if unknown.",
    ),
    "checklistAdvanced": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "Shows three more fields: where to connect instead, and a certificate authority to "
        "trust. Most checks do without.",
    ),
    "checklistConnect": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "Where the https connection goes instead, as host:port; for one server behind a "
        "balancer, say. Name and SNI stay those of the address. Empty: where the address says.",
    ),
    "checklistHttpConnect": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "The same for the http side, as host:port. If only the field before it is filled in, "
        "the http steps are left out.",
    ),
    "checklistCa": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "A PEM file. Its certificates count as trusted in this check, for a company's own "
        "authority.",
    ),
    "checklistBrowseCa": QT_TRANSLATE_NOOP(
        "HelpTexts", "Chooses the PEM file for the field before it."
    ),
    "runChecksButton": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "Checks all steps that the tool can check itself (F5). Meanwhile the button stops it "
        "(Esc). The line below says beforehand which host is connected to.",
    ),
    "checklistVerdict": QT_TRANSLATE_NOOP("HelpTexts", "The worst that the steps found so far."),
    "copyChecklistButton": QT_TRANSLATE_NOOP(
        "HelpTexts", "Copies the result of all steps for the ticket, masked (Ctrl+C)."
    ),
    "moreChecklistCopyButton": QT_TRANSLATE_NOOP(
        "HelpTexts", "Copies words for the customer, or either text in the other language."
    ),
    "checklistSteps": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "Each row is one step. 1 passes, 2 fails, 3 is not sure, 4 skips; the same key "
        "again takes it back. Enter goes to the card, F8 to the next failed step.",
    ),
    "stepDetail": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "The chosen step: how it went, why it matters, what was found, what to do. Up and Down "
        "scroll, Tab goes through its buttons.",
    ),
    "answerPass": _ANSWERS,
    "answerFail": _ANSWERS,
    "answerUnsure": _ANSWERS,
    "answerSkip": _ANSWERS,
    "recheckStepButton": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "Checks this step alone once more (Shift+F5), the others stay. Only for steps that the "
        "tool checks itself.",
    ),
}
CASES = {
    "casesSearch": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "Finds cases by words of title, verdict and text. Down goes to the list, Esc clears.",
    ),
    "clearCasesButton": QT_TRANSLATE_NOOP(
        "HelpTexts", "Deletes all kept cases for good. It asks first."
    ),
    "casesView": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "What was diagnosed before, masked, the newest first. Enter opens a case on the Diagnose "
        "page, Del deletes it, Ctrl+Z brings it back.",
    ),
    "caseDetail": QT_TRANSLATE_NOOP(
        "HelpTexts", "The chosen case: verdict and masked text. Up and Down scroll."
    ),
    "openCaseButton": QT_TRANSLATE_NOOP(
        "HelpTexts", "Opens this case in a tab of the Diagnose page (Enter in the list)."
    ),
    "deleteCaseButton": QT_TRANSLATE_NOOP(
        "HelpTexts", "Deletes this case (Del in the list). Ctrl+Z brings it back."
    ),
}
SETTINGS = {
    "settingsCard": QT_TRANSLATE_NOOP(
        "HelpTexts", "Every change acts at once and is kept. Tab goes through the settings."
    ),
    "settingsLanguage": QT_TRANSLATE_NOOP(
        "HelpTexts", "The language of window, cards and copies. It changes at once."
    ),
    "settingsTheme": QT_TRANSLATE_NOOP(
        "HelpTexts", "Light, dark, or as the system has it, also when that changes."
    ),
    "settingsTextSize": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "How large everything is, 90 to 200 %. Anywhere Ctrl+= makes it larger, Ctrl+- smaller, "
        "Ctrl+0 normal.",
    ),
    "reset_look": QT_TRANSLATE_NOOP(
        "HelpTexts", "Language and theme as the system has them, text size 100 %."
    ),
    "settingsMaskUserIds": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "Masks ids of people, too, in results, copies and files. The example below shows it.",
    ),
    "settingsMaskInnerIps": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "Masks addresses inside the company, too, in results, copies and files. The example "
        "below shows it.",
    ),
    "reset_masking": QT_TRANSLATE_NOOP(
        "HelpTexts", "Masks only what is always masked: secrets, phone numbers, mail."
    ),
    "settingsTimeout": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "How long a step of a live check waits for an answer. The whole check takes at most "
        "three times as long.",
    ),
    "reset_checks": QT_TRANSLATE_NOOP("HelpTexts", "Back to 10 seconds a step."),
    "settingsKeepCases": QT_TRANSLATE_NOOP(
        "HelpTexts",
        "Tabs and cases are there again after a restart. Only masked text is written to the disk.",
    ),
    "reset_data": QT_TRANSLATE_NOOP("HelpTexts", "Cases are kept again."),
    "openDataButton": QT_TRANSLATE_NOOP(
        "HelpTexts", "Opens the folder that holds the kept cases and crash reports."
    ),
    "clearDataButton": QT_TRANSLATE_NOOP(
        "HelpTexts", "Deletes kept cases and crash reports. It asks first; settings stay."
    ),
}
HELP = DIAGNOSE | CODES | CHECKLISTS | CASES | SETTINGS


def give_help(page: QWidget) -> None:
    """Tell each named part of a page what it is for, in the language in force."""
    for name, words in HELP.items():
        part = page.findChild(QWidget, name)
        if part is not None:
            set_help(part, QCoreApplication.translate("HelpTexts", words))
