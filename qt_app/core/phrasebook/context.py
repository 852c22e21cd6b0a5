"""What the lines around an event tell: its time, the address called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from qt_app.core.reading.model import Exchange, ReadText

_URL = re.compile(r"(?P<scheme>https?)://[^\s\"'<>()\[\]{}|\\^`，。；、]{1,2000}", re.IGNORECASE)
_TIME = re.compile(
    r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[T ]{1,2}(\d{1,2}):(\d{2}):(\d{2})"
    r"(?:[.,](\d{1,9}))?\s?(Z(?![A-Za-z])|[+-]\d{2}:?\d{2}(?!\d))?"
)
_CLF = re.compile(r"(\d{2})/([A-Z][a-z]{2})/(\d{4}):(\d{2}):(\d{2}):(\d{2}) ?([+-]\d{4})?")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_CALL = re.compile(r"(?<![A-Za-z])(GET|POST|PUT|DELETE|HEAD) (?=https?://|\"https?:|/)")


def time_in(line: str) -> str | None:
    """The first full date and time in a line as ISO 8601, with an offset only if it has one."""
    found = _TIME.search(line)
    if found:
        year, month, day, hour, minute, second, part, zone = found.groups()
        if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31 and int(hour) < 25):
            return None
        text = f"{year}-{int(month):02}-{int(day):02}T{int(hour):02}:{minute}:{second}"
        return text + (f".{part}" if part else "") + _zone(zone)
    found = _CLF.search(line)
    if found and found.group(2) in _MONTHS:
        day, name, year, hour, minute, second, zone = found.groups()
        month = f"{_MONTHS.index(name) + 1:02}"
        return f"{year}-{month}-{day}T{hour}:{minute}:{second}" + _zone(zone)
    return None


def _zone(zone: str | None) -> str:
    if not zone or zone == "Z":
        return zone or ""
    return zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"


def values_of(groups: Mapping[str, str], passage: str) -> dict[str, str]:
    """host, port, url, url_scheme … from the pattern's groups, else from the event's own lines."""
    values = {key: value.strip(" '\"") for key, value in groups.items()}
    if "url" not in values and "page" not in values:
        found = _URL.search(passage)
        if found and values.get("host", "").lower() in found.group().lower():
            values["url"] = found.group().rstrip(".,;:")
    url = values.get("url")
    if url:
        values |= {key: value for key, value in _url_parts(url).items() if key not in values}
    if "host" in values:
        values["host"] = values["host"].lower().rstrip(".")
    return values


def _url_parts(url: str) -> dict[str, str]:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return {}
    known = {"url_scheme": parts.scheme.lower(), "host": parts.hostname or ""}
    known |= {"port": str(port) if port else "", "path": parts.path}
    return {key: value for key, value in known.items() if value}


def exchange_of(values: Mapping[str, str], head: str, passage: str) -> Exchange:
    """The call that the event belongs to; `head` is its first line."""
    call = _CALL.search(passage)
    return Exchange(
        method=call.group(1) if call else None,
        url=values.get("url"),
        host=values.get("host"),
        path=values.get("path"),
        time=time_in(head),
    )


def covering_span(read: ReadText, start: int, end: int) -> tuple[int, int]:
    """The outermost structured reading that carries these words in one of its members."""
    best = (start, end)
    for reading in read.readings:
        low, high = reading.span
        if low <= best[0] and best[1] <= high and high - low <= 20_000:
            best = (low, high)
    return best
