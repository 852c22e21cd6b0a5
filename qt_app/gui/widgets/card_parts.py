"""The parts of a finding's card, each as a widget and as plain text, in the card's fixed order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from qt_app.gui.models.findings_words import clock
from qt_app.gui.plain import breaks_kept, one_line
from qt_app.gui.theme import Theme
from qt_app.gui.vocabulary import (
    CERTAINTY,
    ORIGIN,
    Mark,
    severity,
    source_word,
    who_acts,
)
from qt_app.gui.widgets.buttons import Button
from qt_app.gui.widgets.cards import (
    CardBack,
    Chip,
    EqualCards,
    Section,
    SentenceRows,
    SourceTag,
    ValueWell,
    Well,
)
from qt_app.gui.widgets.code_text import CodeText
from qt_app.gui.widgets.flow import FlowWidget
from qt_app.gui.widgets.words import HairLine, plain_label

if TYPE_CHECKING:
    from qt_app.api.report import (
        AlternativeReport,
        EvidenceReport,
        FindingReport,
        Report,
        Said,
    )

MOST_FULL_CARDS = 8
_SHORT_TITLE = 420


@dataclass(slots=True)
class Part:
    """A widget and what it says."""

    widget: QWidget
    lines: list[str] = field(default_factory=list)


class CardParts(QObject):
    """Makes the parts of one finding's card. Words of the card itself come from here, too."""

    def __init__(self, theme: Theme, tables: dict[str, str]) -> None:
        super().__init__()
        self._theme = theme
        self._tables = tables

    # 1 Verdict

    def verdict(self, finding: FindingReport) -> Part:
        """Chips, title with code, one sentence."""
        box, column = _column(8)
        column.setContentsMargins(0, 4, 0, 0)
        chips, words = FlowWidget(), []
        for mark, text in self._chip_plan(finding):
            tone = mark.tone if mark.tone in ("error", "warn", "ok", "violet") else "grey"
            chips.add(Chip(self._theme, text, mark.icon, tone))
            words.append(text)
        column.addWidget(chips)
        column.addWidget(self._title(finding))
        verdict = one_line(finding.what)
        column.addWidget(plain_label(verdict, "body", wrap=True, selectable=True))
        return Part(box, [" · ".join(words), self._heading(finding), verdict])

    def _chip_plan(self, finding: FindingReport) -> list[tuple[Mark, str]]:
        mark = severity(finding.severity, undecided=finding.undecided)
        plan = [(mark, mark.text())]
        origin = ORIGIN.get(finding.origin, ORIGIN["unknown"])
        plan.append((origin, origin.text()))
        certainty = CERTAINTY.get(finding.certainty, CERTAINTY["possible"])
        if not finding.ok:
            plan.append((certainty, self.tr("Certainty: {0}").format(certainty.text())))
        acts = who_acts(finding.who or "")
        if acts and not finding.undecided and not finding.ok:
            plan.append((Mark("", "users", "grey"), acts))
        return plan

    def _title(self, finding: FindingReport) -> QWidget:
        title, code = one_line(finding.title), self._code(finding)
        metrics = QFontMetrics(self._theme.font("display"))
        # A long title wraps; a short one keeps the code beside it.
        if metrics.horizontalAdvance(title) > _SHORT_TITLE:
            label = plain_label(title, "display", wrap=True, selectable=True)
            box, column = _column(0)
            column.addWidget(label)
            if code:
                column.addWidget(plain_label(code, "displaycode", "text2", selectable=True))
            return box
        row = FlowWidget(gap=13, row_gap=0)
        row.add(plain_label(title, "display", selectable=True))
        if code:
            row.add(plain_label(code, "displaycode", "text2", selectable=True))
        return row

    def _code(self, finding: FindingReport) -> str:
        if finding.ok and finding.code == "0":
            return ""
        code = one_line(finding.code)
        return "" if code in finding.title else code

    def _heading(self, finding: FindingReport) -> str:
        return f"{one_line(finding.title)} {self._code(finding)}".strip()

    # 2 Evidence

    def evidence(self, items: Sequence[EvidenceReport]) -> Part | None:
        """Outline chips; signs against say so."""
        if not items:
            return None
        section = Section(self.tr("Why we think so"))
        chips, lines = FlowWidget(), [self.tr("Why we think so")]
        for item in items:
            text, icon = one_line(item.chip or item.text), item.icon or "info-circle"
            if item.against:
                text, icon = self.tr("Against: {0}").format(text), "circle-minus"
            chips.add(Chip(self._theme, text, icon, "outline", one_line(item.text)))
            mark = self.tr("Against: {0}") if item.against else "{0}"
            lines.append("- " + mark.format(one_line(item.text)))
        section.add(chips)
        return Part(section, lines)

    # 3 What to do

    def steps(self, finding: FindingReport, well: ValueWell | None) -> Part | None:
        """Numbered steps; the value to type stands below the step that names it."""
        if not finding.steps and well is None:
            return None
        title = self.tr("What to do")
        section, rows = Section(title), SentenceRows(self._theme, "circle")
        lines = [title]
        for number, step in enumerate(finding.steps):
            rows.add(one_line(step.text), step.source)
            lines.append(f"{number + 1}. {_sourced(step)}")
            if well is not None and number == finding.enter_step:
                rows.add_below(well)
                lines += [f"   {line}" for line in self._well_lines(finding)]
        if well is not None and not finding.steps:
            rows.add_below(well)
            lines += self._well_lines(finding)
        section.add(rows)
        return Part(section, lines)

    def well(self, finding: FindingReport, button: Button) -> ValueWell | None:
        """The string to type with the card's one copy button."""
        if finding.enter is None:
            return None
        label, value = self.enter_label(finding), one_line(finding.enter)
        copy = self.tr("Copy")
        return ValueWell(self._theme, label, value, self._hint(finding), copy, button)

    def _hint(self, finding: FindingReport) -> str:
        if finding.checklist != "domain":
            return ""
        return self.tr("No http://, no port, no path. Subdomains such as oa. are covered.")

    def _well_lines(self, finding: FindingReport) -> list[str]:
        lines = [f"{self.enter_label(finding)} {finding.enter}", self._hint(finding)]
        return [line for line in lines if line]

    def enter_label(self, finding: FindingReport) -> str:
        """What the value to type is called."""
        return one_line(finding.enter_label or self.tr("Enter exactly"))

    # 4 If that does not help

    def next(self, finding: FindingReport, checklist: Button | None) -> Part | None:
        """The next cause, whom to ask, and the checklist as a button."""
        if not finding.next and checklist is None:
            return None
        title = self.tr("If that does not help")
        section, rows = Section(title), SentenceRows(self._theme)
        for said in finding.next:
            rows.add(one_line(said.text), said.source)
        if finding.next:
            section.add(rows)
        lines = [title, *(_sourced(said) for said in finding.next)]
        if checklist is not None:
            row = FlowWidget()
            row.add(checklist)
            section.add(row)
            lines.append(checklist.text())
        return Part(section, lines)

    # 5 Other meanings

    def equals(self, meanings: Sequence[AlternativeReport]) -> Part:
        """All meanings side by side, none preselected; a line each if there are many."""
        two = len(meanings) == 2
        title = self.tr("Both are possible") if two else self.tr("All of these are possible")
        section, lines = Section(title), [title]
        if is_many(meanings):
            section.add(self._rows_of(meanings, lines))
        else:
            section.add(EqualCards([self._equal(one, lines) for one in meanings]))
        return Part(section, lines)

    def _rows_of(self, meanings: Sequence[AlternativeReport], lines: list[str]) -> QWidget:
        back = CardBack()
        grid = QGridLayout(back)
        grid.setContentsMargins(15, 8, 15, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for number, one in enumerate(meanings):
            title, message = one_line(one.title), one_line(one.entry.message)
            table, row = self._table(one), 2 * number
            if number:
                grid.addWidget(HairLine(), row - 1, 0, 1, 3)
            grid.addWidget(plain_label(title, "strong", wrap=True, selectable=True), row, 0)
            words = plain_label(message, "small", "text2", wrap=True, selectable=True)
            grid.addWidget(words, row, 1)
            grid.addWidget(Chip(self._theme, table, "code"), row, 2, Qt.AlignmentFlag.AlignRight)
            lines.append(f"- {title} {one.entry.code} · {message} · {table}")
        return back

    def _table(self, one: AlternativeReport) -> str:
        return self._tables.get(one.entry.table, one.entry.table)

    def _equal(self, one: AlternativeReport, lines: list[str]) -> list[QWidget | None]:
        message = self.tr("In the manual: {0}").format(one_line(one.entry.message))
        table = self._table(one)
        chip = FlowWidget()
        chip.add(Chip(self._theme, table, "code"))
        sign = self.tr("If this is it, you will see")
        step = one.first_step
        lines += [f"{one.title} {one.entry.code}", message, table]
        card: list[QWidget | None] = [
            plain_label(one_line(one.title), "heading", wrap=True, selectable=True),
            plain_label(message, "small", "text2", wrap=True, selectable=True),
            chip,
            *self._sign(sign, one.sign),
        ]
        if one.sign:
            lines.append(f"{sign}: {one_line(one.sign)}")
        card.append(self._first_head(step))
        text = one_line(step.text) if step is not None else ""
        card.append(plain_label(text, wrap=True, selectable=True) if step is not None else None)
        if step is not None:
            lines.append(self.tr("First: {0}").format(_sourced(step)))
        return card

    def _sign(self, head: str, sign: str | None) -> list[QWidget | None]:
        if not sign:
            return [None, None]
        return [
            plain_label(head, "smallstrong", "text2", wrap=True),
            plain_label(one_line(sign), wrap=True, selectable=True),
        ]

    def _first_head(self, step: Said | None) -> QWidget | None:
        if step is None:
            return None
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(plain_label(self.tr("First"), "smallstrong", "text2"), 1)
        row.addWidget(SourceTag(step.source), 0, Qt.AlignmentFlag.AlignVCenter)
        return head

    def ask(self, text: str, button: Button) -> Part:
        """The one question that decides, with its copy button."""
        title = self.tr("Ask the customer this to tell them apart")
        section, well = Section(title), Well("violet")
        column = QVBoxLayout(well)
        column.setContentsMargins(15, 12, 15, 12)
        column.setSpacing(10)
        column.addWidget(plain_label(one_line(text), wrap=True, selectable=True))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        section.add(well)
        return Part(section, [title, one_line(text)])

    def others(self, alternatives: Sequence[AlternativeReport]) -> list[tuple[str, str, str]]:
        """The less likely meanings: entry id, link text, sign."""
        return [
            (one.entry.id, f"{one.entry.code} {one_line(one.title)}", one_line(one.sign or ""))
            for one in alternatives
        ]

    # 6 Details

    def details(
        self, finding: FindingReport, report: Report, repairs: Sequence[str]
    ) -> tuple[str, str, list[tuple[str, str, str]], list[str]]:
        """Title, summary line, rows (head, text, role), and all of it as plain text."""
        title = self.tr("Details")
        line = self.tr("line {0}").format(finding.line)
        when = clock(finding.time)
        shown = self.tr("raw text (masked)") if report.redacted else self.tr("raw text")
        data = self.tr("table of {0}").format(report.catalogue_date)
        rows: list[tuple[str, str, str]] = [(self.tr("Place"), self._place(finding, report), "")]
        if finding.raw:
            rows.append((shown, breaks_kept(finding.raw).strip("\n"), "code"))
        if finding.facts:
            rows.append((self.tr("Seen in the log"), "\n".join(map(one_line, finding.facts)), ""))
        if repairs:
            rows.append((self.tr("Repaired while reading"), self.tr(", ").join(repairs), ""))
        if finding.evidence:
            weights = [f"{item.weight:+.1f}  {one_line(item.text)}" for item in finding.evidence]
            rows.append((self.tr("All evidence with its weight"), "\n".join(weights), ""))
        rows.append((self.tr("Code table"), report.catalogue_date, ""))
        repaired = self.tr("repaired while reading") if repairs else ""
        summary = " · ".join(part for part in (line, when, repaired, shown, data) if part)
        lines = [f"{title} {summary}", *(f"{head}: {text}" for head, text, _ in rows)]
        return title, summary, rows, lines

    def fill_details(self, column: QVBoxLayout, rows: list[tuple[str, str, str]]) -> None:
        """The rows of the details, as labels."""
        column.setSpacing(2)
        for number, (head, text, role) in enumerate(rows):
            column.addSpacing(10 if number else 4)
            column.addWidget(plain_label(head, "smallstrong", "text2"))
            if role == "code":
                column.addWidget(CodeText(self._theme, text, head))
            else:
                column.addWidget(plain_label(text, "small", wrap=True, selectable=True))

    def _place(self, finding: FindingReport, report: Report) -> str:
        parts = [self.tr("line {0}").format(finding.line)]
        parts.append(self.tr("bytes {0} to {1}").format(finding.start, finding.end))
        if finding.source < len(report.sources) and len(report.sources) > 1:
            parts.insert(0, one_line(report.sources[finding.source].name))
        call = finding.exchange
        path = f"{call.get('method') or ''} {call.get('host') or ''}{call.get('path') or ''}"
        parts += [(finding.time or "").replace("T", " "), one_line(path.strip())]
        return " · ".join(part for part in parts if part)


def is_many(meanings: Sequence[AlternativeReport]) -> bool:
    """Whether full cards would push everything else out of sight."""
    return len(meanings) > MOST_FULL_CARDS


def _sourced(said: Said) -> str:
    return f"{one_line(said.text)} [{source_word(said.source)}]"


def _column(spacing: int) -> tuple[QWidget, QVBoxLayout]:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return box, column
