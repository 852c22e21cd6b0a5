"""The lower left of the diagnose page: the findings with their filter, and notes below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from qt_app.gui.desk import Desk
from qt_app.gui.models.findings import FindingsModel
from qt_app.gui.models.findings_ranges import Top
from qt_app.gui.models.findings_times import Timeline
from qt_app.gui.models.findings_words import FindingWords
from qt_app.gui.plain import one_line
from qt_app.gui.theme import Theme
from qt_app.gui.widgets.buttons import DropDown
from qt_app.gui.widgets.findings_list import FindingsList
from qt_app.gui.widgets.flow import FlowWidget
from qt_app.gui.widgets.panes import Pane
from qt_app.gui.widgets.time_strip import TimeStrip
from qt_app.gui.widgets.words import HairLine, plain_label, plain_tip, set_tip

if TYPE_CHECKING:
    from qt_app.api.report import Report

MOST_NOTES = 100
_FIRST = 10_000
_LINE = re.compile(r"第 ?(\d{1,9}) ?行|[Ll]ines? (\d{1,9})")
_ROLE_LINE = Qt.ItemDataRole.UserRole + 1


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
        self._keeping = False
        self._say_count()
        self.notes.set_notes(report.notes if report is not None else ())

    def reword(self, report: Report) -> None:
        """The same report in another language."""
        self.model.reword(report)
        self._say_count()
        self.notes.set_notes(report.notes)

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

    def _say_count(self) -> None:
        none = self.tr("none") if self._is_known else ""
        self._count.setText(self.words.count_line(self.model.firsts()) or none)

    @Slot(int)
    def _on_filter(self, which: int) -> None:
        if self._keeping:
            self.model.set_filter(which)
            return
        kept = self.current()
        self.model.set_filter(which)
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


class NotesView(QListView):
    """What was repaired or not read, one wrapped line each; a click jumps to the line it names."""

    line_requested = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._model = QStandardItemModel(self)
        self.setObjectName("notesView")
        self.setModel(self._model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSpacing(2)
        self.setViewportMargins(8, 6, 4, 6)
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)
        theme.changed.connect(self.retheme)
        self.retheme()
        self.hide()

    def set_notes(self, notes: Sequence[str]) -> None:
        """Show these notes, masked already; hidden if there are none."""
        self._model.clear()
        for note in notes[:MOST_NOTES]:
            text = one_line(note)
            item = QStandardItem(self._theme.icon("info-circle", "text2", 14), text)
            item.setToolTip(plain_tip(text))
            found = _LINE.search(text)
            item.setData(int(found[1] or found[2]) if found else 0, _ROLE_LINE)
            item.setForeground(self._theme.color("text2"))
            self._model.appendRow(item)
        self.setVisible(bool(notes))
        self._fit()

    @Slot()
    def retheme(self) -> None:
        """Follow colours and text size."""
        self.setFont(self._theme.font("small"))
        side = self._theme.scaled(14)
        self.setIconSize(QSize(side, side))
        for row in range(self._model.rowCount()):
            item = self._model.item(row)
            item.setIcon(self._theme.icon("info-circle", "text2", 14))
            item.setForeground(self._theme.color("text2"))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        """As high as its rows, up to a few; then it scrolls."""
        rows = min(self._model.rowCount(), 6)
        # Qt's own hint takes the whole view for an item's width: wrapped lines would be cut.
        self.doItemsLayout()
        last = self.visualRect(self._model.index(rows - 1, 0)).bottom() if rows else 0
        height = last + self.verticalScrollBar().value() + self.spacing() + 1
        self.setFixedHeight(min(height + 12, self._theme.scaled(120)))

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        line = index.data(_ROLE_LINE)
        if line:
            self.line_requested.emit(line)


def _passes(report: Report, which: int) -> bool:
    """Whether the filter leaves anything of a new report."""
    return which == 0 or any(one.ok == (which == 2) for one in report.findings)
