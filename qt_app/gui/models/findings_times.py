"""When findings happened, counted once into equal pieces of time for the strip above the list."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qt_app.api.report import FindingReport

BUCKETS = 60
ERRORS, OTHERS, SUCCESSES = range(3)
NO_TIME = -1
_SHORTEST = 1.0  # seconds; within less there is nothing to tell apart


@dataclass(slots=True, eq=False)
class Timeline:
    """`counts[b]`: errors, others and successes of piece `b`; `places[i]`: the piece of finding
    `i`, NO_TIME without one. `step` is seconds."""

    step: float
    counts: list[tuple[int, int, int]]
    places: Sequence[int]
    _start: datetime

    @property
    def highest(self) -> int:
        """How many the fullest piece holds."""
        return max(map(sum, self.counts))

    def total(self, low: int = 0, high: int = BUCKETS - 1) -> tuple[int, int, int]:
        """Errors, others and successes from piece `low` to `high`, both included."""
        errors, others, successes = zip(*self.counts[low : high + 1], strict=True)
        return sum(errors), sum(others), sum(successes)

    def edges(self, low: int, high: int) -> tuple[str, str]:
        """ISO times between which pieces `low` to `high` lie."""
        return self._after(low * self.step), self._after((high + 1) * self.step)

    def filled(self, bucket: int) -> bool:
        """Whether a piece holds anything."""
        return any(self.counts[bucket])

    def _after(self, seconds: float) -> str:
        try:
            return (self._start + timedelta(seconds=round(seconds))).isoformat()
        except OverflowError:
            return datetime.max.isoformat()


def timeline_of(findings: Sequence[FindingReport]) -> Timeline | None:
    """None with fewer than two times or within a second: then a strip would tell nothing."""
    moments = [_moment(one.time) for one in findings]
    known = [moment for moment in moments if moment is not None]
    if len(known) < 2:
        return None
    # Times with an offset and without cannot be compared: then the wall clock counts.
    if len({moment.tzinfo is None for moment in known}) > 1:
        moments = [m and m.replace(tzinfo=None) for m in moments]
    seconds = [_seconds(moment) if moment is not None else None for moment in moments]
    given = [second for second in seconds if second is not None]
    low, high = min(given), max(given)
    if high - low <= _SHORTEST:
        return None
    places, counts = _counted(findings, seconds, low, (high - low) / BUCKETS)
    start = moments[seconds.index(low)]
    assert start is not None
    return Timeline((high - low) / BUCKETS, counts, places, start.replace(microsecond=0))


def _counted(
    findings: Sequence[FindingReport], seconds: list[float | None], low: float, step: float
) -> tuple[array[int], list[tuple[int, int, int]]]:
    places = array("h", [NO_TIME]) * len(findings)
    counts = [[0, 0, 0] for _ in range(BUCKETS)]
    for number, second in enumerate(seconds):
        if second is not None:
            place = min(int((second - low) / step), BUCKETS - 1)
            places[number] = place
            counts[place][_kind(findings[number])] += 1
    return places, [(errors, others, successes) for errors, others, successes in counts]


def _kind(finding: FindingReport) -> int:
    if finding.ok:
        return SUCCESSES
    return ERRORS if finding.severity == "error" and not finding.undecided else OTHERS


def _moment(time: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(time) if time else None
    except ValueError:
        return None


def _seconds(moment: datetime) -> float:
    known = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return known.timestamp()
