"""What the list of findings says about one row, in the language in force."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qt_app.gui.plain import one_line
from qt_app.gui.vocabulary import CERTAINTY

if TYPE_CHECKING:
    from qt_app.api.report import FindingReport, GroupReport, Report

_FEW = 3


class FindingWords(QObject):
    """Words rows of one report. Everything in it is masked already."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._followed: set[str] = set()
        self._report: Report | None = None

    def set_report(self, report: Report | None) -> None:
        """Whose findings are worded from now on."""
        self._report = report
        groups = report.summary if report is not None else ()
        self._followed = {group.follows for group in groups if group.follows}

    def code(self, finding: FindingReport) -> str:
        """The code as a row shows it: none for a success without one."""
        return "" if finding.ok and finding.code == "0" else one_line(finding.code)

    def title(self, finding: FindingReport) -> str:
        """The title, without the code it may hold."""
        title, code = one_line(finding.title), self.code(finding)
        return title.removeprefix(code).strip() or title if code else title

    def head(self, finding: FindingReport) -> str:
        """Code and title."""
        return f"{self.code(finding)} {self.title(finding)}".strip()

    def pill(self, group: GroupReport | None, members: int) -> str:
        """How often; "" for once."""
        count = max(group.count if group is not None else 1, members)
        return self.tr("%n time(s)", "", count) if count > 1 else ""

    def second_line(
        self, finding: FindingReport, group: GroupReport | None, members: Sequence[int]
    ) -> list[str]:
        """Where, when, how sure, what it follows."""
        parts = [self._input(finding), self._lines(finding, group, members)]
        parts.append(self._times(finding, group))
        parts.append(self._certainty(finding))
        parts.append(self._relation(finding, group))
        return [part for part in parts if part]

    def occurrence(self, finding: FindingReport) -> tuple[str, str]:
        """Time, and the line with what was called there."""
        called = finding.exchange
        place = called.get("service") or called.get("path") or called.get("thread") or ""
        line = self.tr("line {0}").format(finding.line)
        parts = [self._input(finding), line, one_line(str(place))[:80]]
        return clock(finding.time), " · ".join(part for part in parts if part)

    def count_line(self, firsts: Sequence[int]) -> str:
        """`2 problems, 1 success`; for groups how many places they cover, too.

        `firsts`: the first finding of each row.
        """
        findings = self._report.findings if self._report is not None else ()
        successes = sum(1 for one in findings if one.ok)
        problems = sum(1 for first in firsts if not findings[first].ok)
        parts = [self._problems(problems, len(findings) - successes)] if problems else []
        if successes:
            parts.append(self.tr("%n success(es)", "", successes))
        return self.tr(", ").join(parts)

    def _problems(self, groups: int, places: int) -> str:
        if 1 < groups < places:
            return self.tr("{0}, {1} places in all").format(
                self.tr("%n group(s)", "", groups), places
            )
        return self.tr("%n problem(s)", "", groups)

    def _input(self, finding: FindingReport) -> str:
        sources = self._report.sources if self._report is not None else ()
        if len(sources) < 2 or finding.source >= len(sources):
            return ""
        return one_line(sources[finding.source].name).replace("\\", "/").rpartition("/")[2]

    def _lines(
        self, finding: FindingReport, group: GroupReport | None, members: Sequence[int]
    ) -> str:
        findings = self._report.findings if self._report is not None else ()
        few = members if len(members) <= _FEW else ()
        numbers = dict.fromkeys(findings[i].line for i in few)
        if len(numbers) == 1:
            return self.tr("line {0}").format(finding.line)
        if numbers:
            return self.tr("lines {0}").format(
                self.tr(", ", "between line numbers").join(map(str, numbers))
            )
        if group is not None and group.first_time:
            return ""
        last = group.last_line if group is not None else finding.line
        return self.tr("lines {0} – {1}").format(finding.line, last)

    def _times(self, finding: FindingReport, group: GroupReport | None) -> str:
        first = (group.first_time if group is not None else None) or finding.time
        last = (group.last_time if group is not None else None) or first
        return span(first, last)

    def _certainty(self, finding: FindingReport) -> str:
        if finding.ok:
            return self.tr("no error code") if finding.code == "0" else ""
        mark = CERTAINTY.get(finding.certainty)
        return mark.text() if mark is not None else ""

    def _relation(self, finding: FindingReport, group: GroupReport | None) -> str:
        if group is None:
            return ""
        if group.follows:
            return self.tr("after {0}").format(short_code(group.follows))
        names = {group.entry_id, group.code} - {None}
        if names & self._followed and not group.ok:
            return self.tr("the earliest, perhaps the cause")
        return ""


def clock(time: str | None) -> str:
    """The time of day of an ISO time, whole seconds; "" if there is none."""
    return (time or "").partition("T")[2][:8]


def span(first: str | None, last: str | None) -> str:
    """`10:02:05 – 10:40:51`; with the day where the two differ in it."""
    if not first or not last or first == last:
        return clock(first or last)
    if first[:10] == last[:10]:
        return clock(first) if clock(first) == clock(last) else f"{clock(first)} – {clock(last)}"
    return f"{first[5:10]} {clock(first)} – {last[5:10]} {clock(last)}"


def short_code(name: str) -> str:
    """The code of an entry id (`params/40100/slug`) or the code itself."""
    parts = name.split("/")
    return parts[1] if len(parts) > 1 else name
