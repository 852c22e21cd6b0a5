"""Dates with times as ISO 8601, from any log's or header's way to write them."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from qt_app.core.patterns import lazily

_NAMES = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
_MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
_CLOCK = (
    r"(?P<hour>\d{1,2})[:时](?P<minute>\d{2})"
    r"(?:[:分](?P<second>\d{2})秒?(?:[.,](?P<part>\d{1,9}))?)?"
)
_OFFSET = r"(?:\s?(?P<offset>Z\b|UTC\b|GMT\b|[+-]\d{2}:?\d{2}(?!\d)))?"
# A pattern begins with its first digits, and looks behind them for one more: searching for these
# is several times faster than looking behind every character.
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        (
            r"(?P<year>(?:19|20)(?<!\d..)\d{2})[-/.年](?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?"
            rf"(?:T|[ \t]{{1,3}}|,\s|_)?(?<=[T \t,日_\d])(?<![-/.])(?:[上下]午|凌晨|早上|晚上)?\s"
            rf"?{_CLOCK}{_OFFSET}"
        ),
        (
            rf"(?P<day>\d(?<!\d.)\d?)[/ -](?P<month>[A-Z][a-z]{{2}})[/ -](?P<year>\d{{4}})[:"
            rf" ]{_CLOCK}{_OFFSET}"
        ),
        (
            rf"(?P<month>[A-Z][a-z]{{2}})\s{{1,2}}(?P<day>\d{{1,2}}) {_CLOCK}(?: (?:[A-Z]{{3,"
            rf"4}}))? (?P<year>\d{{4}})"
        ),
        (
            rf"(?P<month>[A-Z][a-z]{{2}}) (?P<day>\d{{1,2}}), (?P<year>\d{{4}}),? {_CLOCK}(?: ("
            rf"?P<half>[AP]M))?"
        ),
        (
            rf"(?P<month>\d(?<!\d.)\d?)/(?P<day>\d{{1,2}})/(?P<year>\d{{4}}),? {_CLOCK} (?P<"
            rf"half>[AP]M)"
        ),
        (
            r"(?P<year>20(?<!\d..)\d{2})(?P<month>\d{2})(?P<day>\d{2})[T ]"
            rf"(?P<hour>\d{{2}}):?(?P<minute>\d{{2}}):?(?P<second>\d{{2}})(?:[.,](?P<part>\d{{1"
            rf",9}}))?{_OFFSET}"
        ),
    )
)
# Words without which a pattern gives no date: looked for first, as most lines have none.
_NEEDS: tuple[tuple[str, ...], ...] = ((), _NAMES, _NAMES, _NAMES, ("am", "pm"), ())
# No date with its time is longer.
_LONGEST = 64
_HINT = lazily(r"\d(?:[:时]\d\d|\d{7}[T ]\d{6})")
TIME_KEYS = {
    "time",
    "ts",
    "timestamp",
    "datetime",
    "date",
    "starteddatetime",
    "logtime",
    "eventtime",
    "createtime",
    "asctime",
    "t",
}


def stamp_in(line: str) -> str | None:
    """The first date with a time in `line`, None if there is none."""
    if not _HINT.search(line):
        return None
    best: tuple[int, str] | None = None
    limit = len(line)
    low: str | None = None
    for pattern, words in zip(_PATTERNS, _NEEDS, strict=True):
        if words:
            low = line.lower() if low is None else low
            if not any(word in low for word in words):
                continue
        found = pattern.search(line, 0, limit)
        stamp = _iso(found) if found else None
        if found and stamp and (best is None or found.start() < best[0]):
            best = (found.start(), stamp)
            if found.start() <= 1:
                break
            limit = min(limit, found.start() + _LONGEST)
    return best[1] if best else None


def _iso(found: re.Match[str]) -> str | None:
    group = found.groupdict()
    name, minute = group["month"], group["minute"]
    month = int(name) if name.isdecimal() else _MONTHS.get(name.lower(), 0)
    hour = _hour(int(group["hour"]), group.get("half"), found[0])
    year, day = int(group["year"]), int(group["day"])
    try:
        datetime(year, month, day, hour, int(minute))
    except ValueError:
        return None
    clock = f"{hour:02}:{minute}"
    if group["second"]:
        clock += f":{group['second']}"
        clock += f".{group['part']}" if group["part"] else ""
    return f"{year:04}-{month:02}-{day:02}T{clock}{_offset(group.get('offset'))}"


def _hour(hour: int, half: str | None, text: str) -> int:
    if half and half.upper() == "AM" and hour == 12:
        return 0
    late = (half and half.upper() == "PM") or "下午" in text or "晚上" in text
    return hour + 12 if late and hour < 12 else hour


def _offset(offset: str | None) -> str:
    if not offset:
        return ""
    if offset in "Zz":
        return "Z"
    if offset.upper() in ("UTC", "GMT"):
        return "+00:00"
    return offset if ":" in offset else f"{offset[:3]}:{offset[3:]}"


def field_time(value: Any) -> str | None:
    """The time that a log record's own field says: a text, or (milli)seconds since 1970."""
    if isinstance(value, str) and not re.fullmatch(r"\d{10}(?:\.\d+)?|\d{13}", value):
        return stamp_in(value)
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    seconds = number / 1000 if number > 1e11 else number
    if not 1e9 <= seconds < 4e9:
        return None
    moment = datetime.fromtimestamp(round(seconds, 3), UTC)
    return moment.isoformat(timespec="milliseconds" if moment.microsecond else "seconds")
