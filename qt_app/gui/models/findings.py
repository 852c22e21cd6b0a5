"""The findings as rows: groups first, their occurrences below once opened."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qt_app.gui.models.findings_ranges import TimeIndex, Top, tops_of
from qt_app.gui.models.findings_words import FindingWords
from qt_app.gui.widgets.words import plain_tip

if TYPE_CHECKING:
    from qt_app.api.report import FindingReport, GroupReport, Report

Index = QModelIndex | QPersistentModelIndex
ALL, PROBLEMS, SUCCESSES = 0, 1, 2
ROLE_FINDING = Qt.ItemDataRole.UserRole + 1
ROLE_IS_GROUP = Qt.ItemDataRole.UserRole + 2


class FindingsModel(QAbstractListModel):
    """A flat list in text order. Nothing is worded before it is asked for."""

    def __init__(self, words: FindingWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self._report: Report | None = None
        self._whole: list[Top] = []
        self._groups: list[Top] = []
        self._index: TimeIndex | None = None
        self._every: list[Top] = []
        self._parts: dict[int, Top] = {}
        self._tops: list[Top] = []
        self._kept: dict[int, list[Top]] = {}
        self._owners = array("l")
        self._opened: list[Top] = []
        self._open_at: list[int] = []
        self._open_sums = [0]
        self._filter = ALL

    # What is shown

    def set_report(self, report: Report | None, tops: list[Top] | None = None) -> None:
        """Show a report's groups, closed; `tops` if they were made already (by tops_of)."""
        self.beginResetModel()
        self._report = report
        self.words.set_report(report)
        if tops is None:
            tops = tops_of(report) if report is not None else []
        self._take(tops)
        self._apply()
        self.endResetModel()

    def set_range(self, places: Sequence[int], low: int, high: int) -> None:
        """Show only findings whose place in time lies from `low` to `high`, both included."""
        if self._report is None:
            return
        self.beginResetModel()
        if self._index is None or self._index.places is not places:
            self._index = TimeIndex(self._whole, places)
        self._show(*self._index.between(low, high))
        self.endResetModel()

    def show_whole(self) -> None:
        """Show findings of any time again."""
        if self._every is not self._whole:
            self.beginResetModel()
            self._show(self._whole, self._groups)
            self.endResetModel()

    def reword(self, report: Report) -> None:
        """Take the same report in another language; rows, opened groups and the choice stay."""
        self._report = report
        self.words.set_report(report)
        groups = {group.members[0]: group for group in report.summary if group.members}
        for top in self._whole:
            top.group = groups.get(top.members[0]) if top.group is not None else None
        for part in self._parts.values():
            part.group = None
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def set_filter(self, which: int) -> None:
        """ALL, PROBLEMS or SUCCESSES."""
        if which != self._filter:
            self.beginResetModel()
            self._filter = which
            self._apply()
            self.endResetModel()

    def toggle(self, row: int) -> None:
        """Open or close the group of a row."""
        number, child = self.place(row)
        top = self._tops[number]
        if not top.can_open():
            return
        first = row - child + 1
        last = first + len(top.members) - 1
        if top.is_open:
            self.beginRemoveRows(QModelIndex(), first, last)
        else:
            self.beginInsertRows(QModelIndex(), first, last)
        top.is_open = not top.is_open
        if top.is_open:
            self._opened.append(top)
        else:
            self._opened.remove(top)
        self._count()
        (self.endInsertRows if top.is_open else self.endRemoveRows)()

    # Rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._tops) + self._open_sums[-1]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < self.rowCount():
            return None
        row = index.row()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.spoken(row))
        if role == ROLE_FINDING:
            return self.finding_at(row)
        if role == ROLE_IS_GROUP:
            return self.top_at(row).can_open()
        return None

    def tops(self) -> list[Top]:
        """The groups that pass the filter."""
        return self._tops

    def firsts(self) -> list[int]:
        """The first finding of each group, whatever the filter hides."""
        return [top.members[0] for top in self._whole]

    def place(self, row: int) -> tuple[int, int]:
        """Which group a row belongs to, and which of its rows it is: 0 the group itself."""
        top = bisect_right(range(len(self._tops)), row, key=self.first_row) - 1
        return top, row - self.first_row(top)

    def first_row(self, top: int) -> int:
        """The row of a group."""
        return top + self._open_sums[bisect_left(self._open_at, top)]

    def is_top(self, row: int) -> bool:
        """Whether a row is a group or single finding (56 high), not an occurrence (32)."""
        return self.place(row)[1] == 0

    def top_at(self, row: int) -> Top:
        """The group a row belongs to."""
        return self._tops[self.place(row)[0]]

    def group_of(self, top: Top) -> GroupReport | None:
        """What the report says of a group, or of the part of it that is shown."""
        return top.said(self._report)

    def finding_at(self, row: int) -> int:
        """The finding a row stands for: of a group its first."""
        top, child = self.place(row)
        members = self._tops[top].members
        return members[max(child - 1, 0)]

    def report_of(self, row: int) -> FindingReport:
        """What the row's finding says."""
        assert self._report is not None
        return self._report.findings[self.finding_at(row)]

    def row_of(self, finding: int) -> int:
        """The row of a finding: its own if its group is open, else the group's; -1 if hidden."""
        owner = self._owners[finding] if 0 <= finding < len(self._owners) else -1
        if owner < 0:
            return -1
        top = self._parts.get(owner, self._whole[owner])
        number = self._number_of(top)
        if number < 0 or (top.whole is not None and finding not in top.members):
            return -1
        first = self.first_row(number)
        if not top.is_open or finding == top.members[0]:
            return first
        return first + 1 + list(top.members).index(finding)

    def spoken(self, row: int) -> str:
        """A row in words, for tooltips and screen readers."""
        finding = self.report_of(row)
        if not self.is_top(row):
            return " · ".join(part for part in self.words.occurrence(finding) if part)
        top = self.top_at(row)
        parts = (
            self.words.head(finding), self.words.pill(self.group_of(top), len(top.members)),
            *self.words.second_line(finding, self.group_of(top), top.members),
        )  # fmt: skip
        return " · ".join(part for part in parts if part)

    # Inside

    def _take(self, tops: list[Top]) -> None:
        """Number a new report's groups; the numbers stay, whatever is shown of them."""
        self._whole = tops
        self._groups = [top for top in tops if len(top.members) > 1]
        self._index = None
        self._owners = array("l", [-1]) * (len(self._report.findings) if self._report else 0)
        for number, top in enumerate(tops):
            top.number, top.is_open = number, False
            for member in top.members:
                self._owners[member] = number
        self._every, self._parts, self._opened, self._kept = tops, {}, [], {}

    def _show(self, tops: list[Top], groups: list[Top]) -> None:
        """Show these of the report's groups, or parts of them; `groups` are those of several."""
        self._every, self._kept = tops, {}
        self._parts = {top.number: top for top in groups if top.whole is not None}
        self._opened = [top for top in groups if top.is_open]
        self._apply()

    def _apply(self) -> None:
        """Show what passes the filter; each choice is worked out once."""
        if self._filter not in self._kept:
            self._kept[self._filter] = self._passing(self._filter)
        self._tops = self._kept[self._filter]
        self._count()

    def _passing(self, which: int) -> list[Top]:
        """What a filter leaves."""
        if which == ALL or self._report is None:
            return self._every
        findings, wanted = self._report.findings, which == SUCCESSES
        return [top for top in self._every if findings[top.members[0]].ok == wanted]

    def _number_of(self, top: Top) -> int:
        """Where a group stands among those shown; -1: nowhere. They are in order of their first."""
        first = top.members[0]
        number = bisect_left(self._tops, first, key=lambda one: one.members[0])
        for place in range(number, len(self._tops)):
            if self._tops[place].members[0] != first:
                break
            if self._tops[place] is top:
                return place
        return -1

    def _count(self) -> None:
        """Where the opened groups stand, and how many rows they add up to each of them."""
        places = ((self._number_of(top), len(top.members)) for top in self._opened)
        shown = sorted(pair for pair in places if pair[0] >= 0)
        self._open_at = [place for place, _ in shown]
        self._open_sums = [0, *accumulate(count for _, count in shown)]
