"""The findings as rows: groups first, their occurrences below once opened."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qt_app.gui.models.findings_words import FindingWords
from qt_app.gui.widgets.words import tip_html

if TYPE_CHECKING:
    from qt_app.api.report import FindingReport, GroupReport, Report

Index = QModelIndex | QPersistentModelIndex
ALL, PROBLEMS, SUCCESSES = 0, 1, 2
GROUP = -2  # in the place of a time: several findings, each with its own
ROLE_FINDING = Qt.ItemDataRole.UserRole + 1
ROLE_IS_GROUP = Qt.ItemDataRole.UserRole + 2


@dataclass(slots=True, eq=False)
class Top:
    """A group, or a finding that stands alone: `members` are indexes of findings.

    `whole`: the group this is the part of, while only a piece of time is shown.
    """

    members: Sequence[int]
    group: GroupReport | None
    is_open: bool = False
    number: int = 0
    whole: Top | None = None

    def can_open(self) -> bool:
        """Whether there are occurrences to show below."""
        return len(self.members) > 1


class FindingsModel(QAbstractListModel):
    """A flat list in text order. Nothing is worded before it is asked for."""

    def __init__(self, words: FindingWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self._report: Report | None = None
        self._whole: list[Top] = []
        self._groups: list[Top] = []
        self._spots: list[int] | None = None
        self._every: list[Top] = []
        self._tops: list[Top] = []
        self._positions: Sequence[int] = ()
        self._kept: dict[int, tuple[list[Top], Sequence[int]]] = {}
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
        report = self._report
        if report is None:
            return
        self.beginResetModel()
        if self._spots is None:
            firsts = (top.members for top in self._whole)
            self._spots = [places[m[0]] if len(m) == 1 else GROUP for m in firsts]
        pairs = zip(self._whole, self._spots, strict=True)
        tops = [top for top, spot in pairs if low <= spot <= high]
        groups = [_within(report, top, places, low, high) for top in self._groups]
        shown = [top for top in groups if top is not None]
        if shown:
            # A group that lost its first place may begin after others now.
            tops = sorted(tops + shown, key=lambda top: top.members[0])
        self._show(tops, shown)
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
        for top in self._every:
            if top.whole is not None:
                top.group = part_of(report, top.whole.group, top.members)
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
            return tip_html(self.spoken(row))
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
        number = self._positions[owner] if owner >= 0 else -1
        if number < 0:
            return -1
        top, first = self._tops[number], self.first_row(number)
        if top.whole is not None and finding not in top.members:
            return -1
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
            self.words.head(finding), self.words.pill(top.group, len(top.members)),
            *self.words.second_line(finding, top.group, top.members),
        )  # fmt: skip
        return " · ".join(part for part in parts if part)

    # Inside

    def _take(self, tops: list[Top]) -> None:
        """Number a new report's groups; the numbers stay, whatever is shown of them."""
        self._whole = tops
        self._groups = [top for top in tops if len(top.members) > 1]
        self._spots = None
        self._owners = array("l", [-1]) * (len(self._report.findings) if self._report else 0)
        for number, top in enumerate(tops):
            top.number, top.is_open = number, False
            for member in top.members:
                self._owners[member] = number
        self._every, self._opened, self._kept = tops, [], {}

    def _show(self, tops: list[Top], groups: list[Top]) -> None:
        """Show these of the report's groups, or parts of them; `groups` are those of several."""
        self._every, self._kept = tops, {}
        self._opened = [top for top in groups if top.is_open]
        self._apply()

    def _apply(self) -> None:
        """Show what passes the filter; each choice is worked out once."""
        if self._filter not in self._kept:
            self._kept[self._filter] = self._passing(self._filter)
        self._tops, self._positions = self._kept[self._filter]
        self._count()

    def _passing(self, which: int) -> tuple[list[Top], Sequence[int]]:
        """What a filter leaves, and where each of all the groups stands in it (-1: nowhere)."""
        tops = self._every
        if which != ALL and self._report is not None:
            findings, wanted = self._report.findings, which == SUCCESSES
            tops = [top for top in tops if findings[top.members[0]].ok == wanted]
        if tops is self._whole:
            return tops, range(len(tops))
        positions = array("l", [-1]) * len(self._whole)
        for place, top in enumerate(tops):
            positions[top.number] = place
        return tops, positions

    def _count(self) -> None:
        """Where the opened groups stand, and how many rows they add up to each of them."""
        places = ((self._positions[top.number], len(top.members)) for top in self._opened)
        shown = sorted(pair for pair in places if pair[0] >= 0)
        self._open_at = [place for place, _ in shown]
        self._open_sums = [0, *accumulate(count for _, count in shown)]


def _within(report: Report, top: Top, places: Sequence[int], low: int, high: int) -> Top | None:
    """A group, or what of it lies in a piece of time; None if nothing does."""
    members = [member for member in top.members if low <= places[member] <= high]
    if not members or len(members) == len(top.members):
        return top if members else None
    return Top(members, part_of(report, top.group, members), number=top.number, whole=top)


def part_of(
    report: Report, group: GroupReport | None, members: Sequence[int]
) -> GroupReport | None:
    """What a group says of some of its members alone: how many, from where to where."""
    if group is None:
        return None
    shown = [report.findings[member] for member in members]
    times = sorted(one.time for one in shown if one.time)
    return replace(
        group,
        count=len(shown),
        first_line=min(one.line for one in shown),
        last_line=max(one.line for one in shown),
        first_time=times[0] if times else None,
        last_time=times[-1] if times else None,
        members=tuple(members),
    )


def tops_of(report: Report) -> list[Top]:
    """Groups and single findings, in the order in which they begin."""
    grouped = bytearray(len(report.findings))
    tops = []
    for group in report.summary:
        members = [m for m in group.members if 0 <= m < len(report.findings)]
        if members:
            tops.append(Top(members, group))
            for member in members:
                grouped[member] = 1
    tops += [Top((i,), None) for i in range(len(report.findings)) if not grouped[i]]
    tops.sort(key=lambda top: top.members[0])
    return tops
