"""Which groups and findings lie in a piece of time: sorted in once, cut out by bisection."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qt_app.api.report import GroupReport, Report


class Top:
    """A group, or a finding that stands alone: `members` are indexes of findings, ascending.

    `whole`: the group this is the part of, while only a piece of time is shown; what a part
    says of itself is worked out when it is asked for.
    """

    __slots__ = ("group", "is_open", "members", "number", "whole")

    def __init__(
        self,
        members: Sequence[int],
        group: GroupReport | None,
        number: int = 0,
        whole: Top | None = None,
    ) -> None:
        self.members = members
        self.group = group
        self.number = number
        self.whole = whole
        self.is_open = False

    def can_open(self) -> bool:
        """Whether there are occurrences to show below."""
        return len(self.members) > 1

    def said(self, report: Report | None) -> GroupReport | None:
        """What the report says of the group, or of this part of it."""
        if self.group is None and self.whole is not None and report is not None:
            self.group = part_of(report, self.whole.group, self.members)
        return self.group


class TimeIndex:
    """The groups of a report by the place in time of their findings; negative: no time."""

    def __init__(self, tops: Sequence[Top], places: Sequence[int]) -> None:
        self.places = places
        singles: dict[int, list[Top]] = {}
        self._groups: list[tuple[Top, list[int], bool]] = []
        for top in tops:
            if len(top.members) == 1:
                singles.setdefault(places[top.members[0]], []).append(top)
            else:
                spots = [places[member] for member in top.members]
                # Most logs run forward; what does not is looked through one by one.
                self._groups.append((top, spots, spots == sorted(spots)))
        self._singles = sorted(singles.items())

    def between(self, low: int, high: int) -> tuple[list[Top], list[Top]]:
        """What lies from `low` to `high`, both included: all in text order, the groups alone."""
        parts = [_within(*group, low, high) for group in self._groups]
        groups = [top for top in parts if top is not None]
        runs = [run for place, run in self._singles if low <= place <= high]
        tops = list(chain(*runs, groups))
        in_order = all(one[-1].number < two[0].number for one, two in pairwise(runs))
        if groups:
            # A group that lost its first place may begin after others now.
            tops.sort(key=lambda top: top.members[0])
        elif not in_order:
            tops.sort(key=attrgetter("number"))
        return tops, groups


def _within(top: Top, spots: list[int], ascending: bool, low: int, high: int) -> Top | None:
    """A group, or what of it lies in a piece of time; None if nothing does."""
    members: Sequence[int]
    if ascending:
        members = top.members[bisect_left(spots, low) : bisect_right(spots, high)]
    else:
        pairs = zip(top.members, spots, strict=True)
        members = [member for member, spot in pairs if low <= spot <= high]
    if not members or len(members) == len(top.members):
        return top if members else None
    return Top(members, None, top.number, top)


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
