"""What an event's own words and the lines around it tell: the address called, the time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from qt_app.core.patterns import lazily
from qt_app.core.reading.model import Exchange, Reading

# curl's messages link to its own documentation; that is not the address called.
_URL = lazily(
    r"https?://(?!curl\.(?:haxx\.)?se/)[^\s\"'<>()\[\]{}|\\^`，。；、]{1,2000}", re.IGNORECASE
)


def values_of(groups: Mapping[str, str], passage: str, exchange: Exchange) -> dict[str, str]:
    """host, port, url, url_scheme, path … from the pattern, the event's lines, its call."""
    values = {key: value.strip(" '\"") for key, value in groups.items()}
    if "url" not in values:
        found = _URL.search(passage)
        if found and values.get("host", "").lower() in found.group().lower():
            values["url"] = found.group().rstrip(".,;:")
    if "url" not in values and "host" not in values and exchange.host:
        values |= {"host": exchange.host} | ({"url": exchange.url} if exchange.url else {})
    if "url" in values:
        values = _url_parts(values["url"]) | values
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


def with_values(exchange: Exchange, values: Mapping[str, str]) -> Exchange:
    """The exchange with the address that the event itself names."""
    if values.get("host") == exchange.host:
        return exchange
    url, path = values.get("url"), values.get("path")
    return replace(exchange, host=values.get("host"), url=url, path=path)


def covering_span(readings: Iterable[Reading], start: int, end: int) -> tuple[int, int]:
    """The outermost structured reading that carries these words; at most 20,000 characters."""
    best = (start, end)
    for reading in readings:
        low, high = reading.span
        if low <= best[0] and best[1] <= high and high - low <= 20_000:
            best = (low, high)
    return best
