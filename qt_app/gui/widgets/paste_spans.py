"""Where findings stand in a paste: found fast, however many there are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from qt_app.gui.vocabulary import Mark

_WIDE = 20_000


class SpanMark(NamedTuple):
    """A finding's place: characters [start, end) of the paste, the finding, its line's mark."""

    start: int
    end: int
    finding: int
    mark: Mark


class SpanIndex:
    """Spans of one paste. Very wide ones are kept apart, so that the others stay quick to find."""

    def __init__(self, spans: Iterable[SpanMark] = ()) -> None:
        every = sorted(spans, key=lambda span: (span.start, span.end))
        self._by_finding = {span.finding: span for span in every}
        self._wide = [span for span in every if span.end - span.start > _WIDE]
        self._spans = [span for span in every if span.end - span.start <= _WIDE]
        self._starts = [span.start for span in self._spans]
        self._reach = max((span.end - span.start for span in self._spans), default=0)

    def __bool__(self) -> bool:
        return bool(self._by_finding)

    def of(self, finding: int) -> SpanMark | None:
        """The span of a finding."""
        return self._by_finding.get(finding)

    def between(self, start: int, end: int) -> list[SpanMark]:
        """Spans that touch [start, end), wide ones first."""
        first = bisect_left(self._starts, start - self._reach)
        last = bisect_left(self._starts, end)
        found = [span for span in self._wide if span.start < end and span.end > start]
        found += [span for span in self._spans[first:last] if span.end > start]
        return found

    def innermost(self, start: int, end: int) -> int:
        """The finding of the shortest span that touches [start, end); -1 if none."""
        spans = self.between(start, end)
        return min(spans, key=lambda span: span.end - span.start).finding if spans else -1

    def mark_between(self, start: int, end: int) -> Mark | None:
        """The mark of a line: of what starts in it, a problem's before a success's."""
        first, last = bisect_left(self._starts, start), bisect_right(self._starts, end - 1)
        starting: Sequence[SpanMark] = [
            *(span for span in self._wide if start <= span.start < end),
            *self._spans[first:last],
        ]
        problems = [span.mark for span in starting if span.mark.tone != "ok"]
        if problems:
            return problems[0]
        return starting[0].mark if starting else None
