"""The right side of the diagnose page: the card of one finding with its sticky footer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qt_app.gui.desk import Desk
from qt_app.gui.plain import one_line
from qt_app.gui.widgets.buttons import Button
from qt_app.gui.widgets.card_parts import CardParts, Part, is_many
from qt_app.gui.widgets.cards import Folded, Section, SentenceRows
from qt_app.gui.widgets.flow import FlowWidget
from qt_app.gui.widgets.panes import CardScroll
from qt_app.gui.widgets.words import HairLine, plain_label, set_tip

MOST_NEAREST = 4

if TYPE_CHECKING:
    from qt_app.api.report import FindingReport, Report


class FindingCard(CardScroll):
    """Builds the card anew for each finding and language; `copy_requested(text)` for its
    buttons, `ticket_requested` for Ctrl+C where nothing is selected.

    Its accessible description is the whole card as plain text.
    """

    copy_requested = Signal(str)
    ticket_requested = Signal()
    entry_requested = Signal(str)
    checklist_requested = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__("findingDetail")
        self.grow_with(desk.theme)
        self._desk = desk
        self._open: dict[str, bool] = {}
        self._lines: list[str] = []
        self._value = self._question = ""
        # These two exist once and move from card to card: each card has at most one of each.
        self._value_button = Button(
            desk.theme, "outline", "copy", small=True, name="copyValueButton"
        )
        self._ask_button = Button(desk.theme, "primary", "copy", small=True, name="copyAskButton")
        self._value_button.clicked.connect(self._copy_value)
        self._ask_button.clicked.connect(self._copy_question)
        self._name_buttons()
        self._keep_buttons()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_finding(self, report: Report, finding: FindingReport) -> None:
        """The card of a finding."""
        column = self._start()
        parts = self._parts(report, finding)
        for part in parts:
            column.addWidget(part.widget)
        self._finish(column, [line for part in parts for line in part.lines])

    def show_reading(self) -> None:
        """Something large is being read and nothing was found in it so far."""
        column = self._start()
        lines = [
            self.tr("Still reading"),
            self.tr("Nothing was found so far. What is found appears here by itself."),
        ]
        column.addWidget(plain_label(lines[0], "display", wrap=True))
        column.addWidget(plain_label(lines[1], "body", "text2", wrap=True))
        self._finish(column, lines)

    def show_nothing(self, report: Report) -> None:
        """No code was found: what it was read as, and what to paste instead."""
        column = self._start()
        title = self.tr("No error code found")
        wish = self.tr("The response with errcode would tell more.")
        lines = [title, one_line(report.read_as)]
        column.addWidget(plain_label(title, "display", wrap=True))
        column.addWidget(plain_label(lines[1], "body", "text2", wrap=True, selectable=True))
        column.addSpacing(12)
        column.addWidget(plain_label(self.tr("What helps"), "smallstrong", "text2"))
        rows = SentenceRows(self._desk.theme, "circle")
        for text in (
            wish,
            self.tr("The log lines just before and after the error help, too."),
            self.tr("For a picture, type the words you see in it."),
        ):
            rows.add(text)
            lines.append(text)
        column.addWidget(rows)
        # The note that says the same as this card would stand here twice.
        others = [note for note in report.notes if title not in note]
        self._add_notes(column, others, lines)
        self._finish(column, lines)

    def plain_text(self) -> str:
        """The card as plain text."""
        return "\n".join(self._lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.ticket_requested.emit()
        else:
            super().keyPressEvent(event)

    # Inside

    @Slot()
    def _copy_value(self) -> None:
        self.copy_requested.emit(self._value)

    @Slot()
    def _copy_question(self) -> None:
        self.copy_requested.emit(self._question)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name_buttons()

    def _name_buttons(self) -> None:
        self._value_button.setText(self.tr("Copy"))
        self._ask_button.setText(self.tr("Copy this question"))

    def _keep_buttons(self) -> None:
        for button in (self._value_button, self._ask_button):
            button.hide()
            button.setParent(self)

    def _start(self) -> QVBoxLayout:
        self._keep_buttons()
        return self.replace_body().column

    def _finish(self, column: QVBoxLayout, lines: list[str]) -> None:
        column.addStretch(1)
        self._lines = [line for line in lines if line]
        self.setAccessibleName(self.tr("What was found"))
        self.setAccessibleDescription(self.plain_text())

    def _add_notes(self, column: QVBoxLayout, notes: Sequence[str], lines: list[str]) -> None:
        if not notes:
            return
        column.addSpacing(12)
        column.addWidget(plain_label(self.tr("What was noticed"), "smallstrong", "text2"))
        for note in notes[:20]:
            column.addWidget(plain_label(one_line(note), wrap=True, selectable=True))
            lines.append(one_line(note))

    def _parts(self, report: Report, finding: FindingReport) -> list[Part]:
        make = CardParts(self._desk.theme, self._tables(report.lang))
        # The nearest codes stand further down as links.
        evidence = [one for one in finding.evidence if one.rule != "code.nearest"]
        parts: list[Part | None] = [make.verdict(finding), make.evidence(evidence)]
        if finding.undecided:
            parts += self._undecided(make, finding)
        else:
            well = make.well(finding, self._value_button)
            if well is not None:
                self._value = one_line(finding.enter or "")
                set_tip(well.button, self.tr("Copy just this value"))
            parts.append(make.steps(finding, well))
            parts.append(make.next(finding, self._checklist(finding)))
            parts.append(self._others(make, finding))
        parts.append(self._entry_link(finding) or self._nearest(finding))
        parts.append(self._details(make, report, finding))
        return [part for part in parts if part is not None]

    def _undecided(self, make: CardParts, finding: FindingReport) -> list[Part | None]:
        parts: list[Part | None] = []
        equals = finding.meanings or finding.alternatives
        if equals:
            parts.append(make.equals(equals))
        if finding.ask:
            self._question = one_line(finding.ask)
            self._ask_button.setText(self.tr("Copy this question"))
            # Below a long list of meanings nobody would find the question that decides.
            place = 0 if is_many(equals) else len(parts)
            parts.insert(place, make.ask(finding.ask, self._ask_button))
            self._ask_button.show()
        return parts

    def _checklist(self, finding: FindingReport) -> Button | None:
        names = {
            "domain": self.tr("Open checklist: domain"),
            "https": self.tr("Open checklist: HTTPS"),
        }
        if finding.checklist not in names:
            return None
        button = Button(self._desk.theme, "outline", "list-check", name="openChecklistButton")
        button.setText(names[finding.checklist])
        values = checklist_values(finding)
        button.clicked.connect(partial(self.checklist_requested.emit, finding.checklist, values))
        return button

    def _others(self, make: CardParts, finding: FindingReport) -> Part | None:
        # What nothing speaks for is no possibility worth a line.
        others = make.others([one for one in finding.alternatives if one.confidence > 0])
        if not others or finding.ok:
            return None
        title = self.tr("%n other meaning(s) possible", "", len(others))
        folded = Folded(self._desk.theme, title)
        lines = [title]
        lines += [f"- {text} {sign}".rstrip() for _, text, sign in others]
        self._fill_once(folded, partial(self._fill_others, folded.column, others))
        self._keep_open(folded, "others")
        return Part(folded, lines)

    def _fill_others(self, column: QVBoxLayout, others: list[tuple[str, str, str]]) -> None:
        for entry_id, text, sign in others:
            link = Button(self._desk.theme, "link")
            link.setText(text)
            link.clicked.connect(partial(self.entry_requested.emit, entry_id))
            row = FlowWidget()
            row.add(link)
            column.addWidget(row)
            if sign:
                column.addWidget(plain_label(sign, "small", "text2", wrap=True))

    def _entry_link(self, finding: FindingReport) -> Part | None:
        if finding.entry is None or finding.undecided:
            return None
        link = Button(self._desk.theme, "link", "list-search")
        link.setText(self.tr("Show {0} in the code table").format(finding.entry.code))
        link.clicked.connect(partial(self.entry_requested.emit, finding.entry.id))
        row = FlowWidget()
        row.add(link)
        return Part(row, [link.text()])

    def _nearest(self, finding: FindingReport) -> Part | None:
        """For a code that is in no table: the nearest ones as links."""
        if finding.entry is not None or finding.ok or finding.origin == "foreign":
            return None
        # The library is loaded with the first paste, not with the window.
        from qt_app.core.diagnosis.nearest import near_misses

        lang, catalogue = self._desk.translations.language, self._desk.catalogue
        entries = [
            e for code in near_misses(catalogue, finding.code) for e in catalogue.by_code(code)
        ]
        if not entries:
            return None
        section = Section(self.tr("Nearest codes"))
        links, lines = FlowWidget(gap=18, row_gap=0), [self.tr("Nearest codes")]
        for entry in entries[:MOST_NEAREST]:
            link = Button(self._desk.theme, "link")
            link.setText(f"{entry.code} {entry.title.get(lang)}")
            link.clicked.connect(partial(self.entry_requested.emit, entry.id))
            links.add(link)
            lines.append(link.text())
        section.add(links)
        return Part(section, lines)

    def _details(self, make: CardParts, report: Report, finding: FindingReport) -> Part:
        repairs = repair_names(finding.repairs, report.lang)
        title, summary, rows, lines = make.details(finding, report, repairs)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(HairLine())
        folded = Folded(self._desk.theme, title, summary)
        self._fill_once(folded, partial(make.fill_details, folded.column, rows))
        self._keep_open(folded, "details")
        column.addWidget(folded)
        return Part(box, lines)

    def _fill_once(self, folded: Folded, fill: Callable[[], None]) -> None:
        """Make what is folded away when it is first opened: most cards stay as they are."""

        def on_toggled(is_open: bool) -> None:
            if is_open and not folded.column.count():
                fill()

        folded.toggled.connect(on_toggled)

    def _keep_open(self, folded: Folded, name: str) -> None:
        folded.set_open(self._open.get(name, False))
        folded.toggled.connect(partial(self._remember_open, name))

    def _remember_open(self, name: str, is_open: bool) -> None:
        self._open[name] = is_open

    def _tables(self, lang: str) -> dict[str, str]:
        tables = self._desk.catalogue.tables
        return {name: title.get(lang) for name, title in tables.items()}

    @Slot()
    def scroll_to_top(self) -> None:
        """Show the verdict."""
        self.verticalScrollBar().setValue(0)


def repair_names(repairs: Sequence[str], lang: str) -> list[str]:
    """What was mended, in words."""
    from qt_app.api.messages import messages

    said = messages(lang)
    return [said.say(f"repair.{name}") if f"repair.{name}" in said else name for name in repairs]


def checklist_values(finding: FindingReport) -> dict[str, str]:
    """What the checklist can be filled with: the page or link, the string to type, the path."""
    call = finding.exchange
    values = {
        "enter": finding.enter or "",
        "url": str(call.get("url") or ""),
        "host": str(call.get("host") or ""),
        "path": str(call.get("path") or ""),
        "code": finding.code,
        "title": finding.title,
    }
    return {name: value for name, value in values.items() if value}
