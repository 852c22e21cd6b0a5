"""Times of log lines as moments that can be compared; never the clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

BEIJING = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment in time; `assumed`: the text had no offset and Beijing time was taken."""

    at: datetime
    assumed: bool

    def minutes_since(self, other: Moment | datetime) -> float:
        """Minutes from `other` to this moment."""
        earlier = other.at if isinstance(other, Moment) else other
        return (self.at - earlier).total_seconds() / 60


def moment(time: str | None) -> Moment | None:
    """The moment of an ISO 8601 text; None if it is none."""
    if not time:
        return None
    try:
        at = datetime.fromisoformat(time)
    except ValueError:
        return None
    if at.tzinfo is None:
        return Moment(at.replace(tzinfo=BEIJING), True)
    return Moment(at, False)


def from_epoch_ms(value: int) -> datetime | None:
    """The moment of milliseconds since 1970; None if out of any calendar."""
    try:
        return datetime.fromtimestamp(value / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def beijing(at: datetime) -> str:
    """A moment as people in China write it: 2026-11-02 10:00."""
    return at.astimezone(BEIJING).strftime("%Y-%m-%d %H:%M")
