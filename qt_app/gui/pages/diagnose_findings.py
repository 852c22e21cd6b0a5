"""The lower left of the diagnose page: the findings with their filter, and notes below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent

from qt_app.gui.desk import Desk
from qt_app.gui.models.findings import FindingsModel
from qt_app.gui.models.findings_notes import notes_of
from qt_app.gui.models.findings_ranges import Top
from qt_app.gui.models.findings_times import Timeline
from qt_app.gui.models.findings_words import FindingWords
from qt_app.gui.widgets.buttons import DropDown
from qt_app.gui.widgets.findings_list import FindingsList
from qt_app.gui.widgets.flow import FlowWidget
from qt_app.gui.widgets.notes_view import NotesView
from qt_app.gui.widgets.panes import Pane
from qt_app.gui.widgets.time_strip import TimeStrip
from qt_app.gui.widgets.words import HairLine, plain_label, set_tip

if TYPE_CHECKING:
    from qt_app.api.report import Report

_FIRST = 10_000


class FindingsPane(Pane):
    """`finding_chosen(index)` of the row in force, -1 for none.

    `line_requested(line)` when a note was clicked.
    """

    finding_chosen = Signal(int)
    line_requested = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.words = FindingWords(self)
        self.model = FindingsModel(self.words, self)
        self._keeping = self._is_known = False
        # In reading order, which is the order of Tab.
        self._times: Timeline | None = None
        self._make_header()
        self.strip = TimeStrip(desk.theme)
        self.view = FindingsList(desk.theme, self.model)
        self.notes = NotesView(desk.theme)
        column = self.column
        column.addWidget(self._header)
        column.addWidget(HairLine())
        column.addWidget(self.strip)
        # The notes stand right under the rows; what the rows leave over comes last.
        column.addWidget(self.view, _FIRST)
        column.addWidget(self.notes)
        column.addStretch(1)
        self.strip.range_chosen.connect(self._on_range)
        self.view.selectionModel().currentRowChanged.connect(self._on_current)
        self.notes.line_requested.connect(self.line_requested)
        self.retranslate()

    def set_report(
        self,
        report: Report | None,
        tops: list[Top] | None = None,
        times: Timeline | None = None,
    ) -> None:
        """Show a new report; nothing is chosen yet. `tops`, `times`: made from it already."""
        self._keeping = True
        self._is_known = report is not None
        self._times = times
        self.strip.set_times(times)
        if report is not None and not _passes(report, self.filter.currentIndex()):
            self.filter.setCurrentIndex(0)
        self.model.set_report(report, tops)
        self._offer_filters(report)
        self._keeping = False
        self._say_count()
        self._show_notes(report)

    def reword(self, report: Report) -> None:
        """The same report in another language."""
        self.model.reword(report)
        self._say_count()
        self._show_notes(report)

    def current(self) -> int:
        """The finding chosen; -1 if none."""
        row = self.view.currentIndex().row()
        return self.model.finding_at(row) if row >= 0 else -1

    def choose(self, finding: int, *, center: bool = False) -> None:
        """Choose a finding's row; a filter or range that hides it is taken away."""
        if self.model.row_of(finding) < 0:
            self.filter.setCurrentIndex(0)
        if self.model.row_of(finding) < 0:
            self.strip.clear_range()
        row = self.model.row_of(finding)
        if row >= 0:
            self.view.choose(row, center=center)

    def step(self, by: int) -> bool:
        """Go to the next (1) or previous (-1) row; False if there is none."""
        rows = self.model.rowCount()
        row = self.view.currentIndex().row()
        target = row + by if row >= 0 else 0
        if not 0 <= target < rows:
            return False
        self.view.choose(target)
        return True

    def retranslate(self) -> None:
        """Words in the language in force."""
        self._title.setText(self.tr("Findings"))
        self.view.setAccessibleName(self.tr("Findings"))
        self.notes.setAccessibleName(self.tr("What was noticed while reading"))
        texts = (self.tr("All"), self.tr("Problems only"), self.tr("Successes only"))
        for row, text in enumerate(texts):
            self.filter.setItemText(row, text)
        self.filter.setAccessibleName(self.tr("Which findings are shown"))
        set_tip(self.filter, self.tr("Which findings are shown"))
        self._say_count()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A range goes first; the next Esc clears the paste.
        if event.key() != Qt.Key.Key_Escape or not self.strip.clear_range():
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        waits = self._times is not None and self.strip.isHidden()
        return least + QSize(0, self.strip.height() if waits else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width, height = event.size().width(), event.size().height()
        if height:
            # In the lowest windows the rows come first.
            header = self._header.heightForWidth(width)
            self.strip.set_room(height - header - 1 - self.view.minimumHeight())

    def _make_header(self) -> None:
        self._title = plain_label("", "strong")
        self._count = plain_label("", "small", "text2")
        self._count.setObjectName("findingsCount")
        self.filter = DropDown(self._desk.theme, "findingsFilter", small=True)
        self.filter.addItems(["", "", ""])
        self.filter.currentIndexChanged.connect(self._on_filter)
        self._header = FlowWidget(gap=8, row_gap=4)
        self._header.flow.setContentsMargins(16, 7, 12, 7)
        for part in (self._title, self._count, self.filter):
            self._header.add(part)
        self._header.flow.set_right(self.filter)

    def _show_notes(self, report: Report | None) -> None:
        """The notes, right under the header where there is no row above them."""
        notes = notes_of(report) if report is not None else ()
        # Of several inputs each counts its own lines.
        self.notes.set_notes(notes, leads=report is not None and len(report.sources) == 1)
        self.view.setVisible(bool(self.model.rowCount()) or self.notes.isHidden())

    def _say_count(self) -> None:
        none = self.tr("none") if self._is_known else ""
        self._count.setText(self.words.count_line(self.model.firsts()) or none)

    def _offer_filters(self, report: Report | None) -> None:
        """What would leave nothing to see cannot be chosen."""
        for row in range(1, self.filter.count()):
            can = report is None or not report.findings or _passes(report, row)
            self.filter.set_enabled(row, can)

    @Slot(int)
    def _on_filter(self, which: int) -> None:
        if self._keeping:
            self.model.set_filter(which)
            return
        kept = self.current()
        self.model.set_filter(which)
        if not self.model.rowCount():
            # What is looked for stands at another time.
            self.strip.clear_range()
        if not self.model.rowCount():
            self.finding_chosen.emit(-1)
            return
        row = self.model.row_of(kept)
        self.view.choose(max(row, 0))

    @Slot(int, int)
    def _on_range(self, low: int, high: int) -> None:
        """Show a piece of time alone; (-1, -1) all again. The choice stays where it can."""
        kept = self.current()
        self._keeping = True
        if low < 0 or self._times is None:
            self.model.show_whole()
        else:
            self.model.set_range(self._times.places, low, high)
        self._keeping = False
        if not self.model.rowCount():
            self.filter.setCurrentIndex(0)
        row = self.model.row_of(kept)
        self.view.choose(max(row, 0))

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid() and not self._keeping:
            self.finding_chosen.emit(self.model.finding_at(current.row()))


def _passes(report: Report, which: int) -> bool:
    """Whether the filter leaves anything of a new report."""
    return which == 0 or any(one.ok == (which == 2) for one in report.findings)
