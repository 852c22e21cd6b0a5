"""From inputs to a report: diagnose once, word as often as needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from qt_app.api.guess import guessed_fields
from qt_app.api.inputs import condensed
from qt_app.api.knowing import Expertise, expertise
from qt_app.api.masking import Masking
from qt_app.api.messages import Messages, messages
from qt_app.api.phrases import Phrasing
from qt_app.api.readas import reading_line
from qt_app.api.report import FindingReport, GroupReport, Report, SourceReport
from qt_app.api.visible import one_line
from qt_app.api.wording import Wording
from qt_app.core.catalogue.catalogue import Catalogue
from qt_app.core.collecting import collection_paused
from qt_app.core.diagnosis import Input
from qt_app.core.diagnosis import diagnose as diagnose_inputs
from qt_app.core.diagnosis.model import KINDS, ORIGINS, Diagnosis, Finding, Group
from qt_app.core.reading.decode import decode
from qt_app.core.redaction import RedactionOptions, Redactor, collect

MAX_RAW = 2000
MAX_LINE = 200
# Field names and values that every JSON report holds.
REPORT_WORDS = (*FindingReport.__dataclass_fields__, *KINDS, *ORIGINS, "findings", "certainty")
Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True)
class Analysis:
    """What was found in some inputs; `report` says it. Nothing is diagnosed again."""

    diagnosis: Diagnosis
    catalogue: Catalogue
    options: RedactionOptions
    known: Expertise
    texts: tuple[str, ...]

    @cached_property
    def redactor(self) -> Redactor:
        """Knows the secrets of all inputs; one label for a value in all of them."""
        public = [entry.message for entry in self.catalogue.entries]
        return collect("\n".join(self.texts), self.options, "\n".join([*public, *REPORT_WORDS]))

    @cached_property
    def _masking(self) -> Masking:
        return Masking(self.redactor)

    def report(self, lang: str = "zh", redact: bool = True) -> Report:
        """The report in "zh" or "en"; without secrets unless `redact` is off."""
        with collection_paused():
            report = self._plain(messages(lang))
            return self._masking.report(report) if redact else report

    def _plain(self, said: Messages) -> Report:
        phrasing = Phrasing(said, self.known.wordbook)
        wording = Wording(said, phrasing)
        found = self.diagnosis
        findings = tuple(wording.finding(one, self._raw(one)) for one in found.findings)
        notes = [phrasing.say(note) for note in found.notes]
        if not findings and len(self.texts) == 1 and (names := guessed_fields(self.texts[0])):
            notes.append(said.say("note.guess", names=said.listed(names)))
        return Report(
            sources=tuple(
                SourceReport(one_line(one.name), one.bytes, one.lines, one.encoding)
                for one in found.sources
            ),
            read_as=self._read_as(said),
            findings=findings,
            summary=tuple(_group(group, findings, phrasing) for group in found.groups),
            notes=tuple(dict.fromkeys(notes)),
            lang=said.lang,
            catalogue_date=self.catalogue.date,
        )

    def _raw(self, finding: Finding) -> str:
        if finding.source >= len(self.texts):
            return ""
        text, (start, end) = self.texts[finding.source], finding.span
        if finding.kind == "mention":
            # A code alone says little; what was said around it is what a reader wants quoted.
            start = max(text.rfind("\n", 0, start) + 1, start - MAX_LINE)
            stop = text.find("\n", end, end + MAX_LINE)
            end = stop if stop >= 0 else min(len(text), end + MAX_LINE)
        return text[start : min(end, start + MAX_RAW)]

    def _read_as(self, said: Messages) -> str:
        parts = [reading_line(phrase, said) for phrase in self.diagnosis.read_as]
        sources = self.diagnosis.sources
        if len(parts) == len(sources) > 1:
            parts = [
                said.say("read_as.source", name=one_line(source.name), what=part)
                for source, part in zip(sources, parts, strict=True)
            ]
        what = said.listed(parts) if parts else said.say("read_as.text")
        return said.say("read_as.line", what=what)


def analyse(
    inputs: Sequence[Input] | str | bytes,
    catalogue: Catalogue,
    *,
    options: RedactionOptions | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Analysis:
    """Diagnose inputs (or one text). `progress(done, all)` is told after each input.

    `cancelled` is asked before each input; a yes raises Cancelled.
    """
    given = [Input("-", inputs)] if isinstance(inputs, str | bytes) else list(inputs)
    given = [condensed(one, catalogue, cancelled) for one in given]
    known = expertise()
    with collection_paused():
        diagnosis = diagnose_inputs(
            given,
            catalogue,
            known.rulebook,
            progress=progress,
            cancelled=cancelled,
            registrable=known.registrable,
        )
    texts = diagnosis.texts or tuple(decode(one.data).text for one in given)
    return Analysis(diagnosis, catalogue, options or RedactionOptions(), known, texts)


def diagnose(
    text_or_bytes: str | bytes, catalogue: Catalogue, lang: str = "zh", redact: bool = True
) -> Report:
    """One text's report, in one call."""
    return analyse(text_or_bytes, catalogue).report(lang, redact)


def _group(group: Group, findings: tuple[FindingReport, ...], phrasing: Phrasing) -> GroupReport:
    first = findings[group.members[0]] if group.members else None
    return GroupReport(
        entry_id=group.entry_id,
        code=group.code,
        table=group.table,
        count=group.count,
        first_line=group.first_line,
        last_line=group.last_line,
        first_time=group.first_time,
        last_time=group.last_time,
        follows=group.follows,
        title="" if first is None else first.title,
        ok=group.ok,
        severity="error" if first is None else first.severity,
        facts=tuple(phrasing.say(fact) for fact in group.facts),
        members=group.members,
    )
