"""Secrets that the head of a column announces: CSV, tables with tabs or bars, SQL's VALUES."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from qt_app.core.patterns import lazily
from qt_app.core.redaction.fields import hits_of, looks_made
from qt_app.core.redaction.model import Hit
from qt_app.core.redaction.names import Names

_MAX_LINE, _MAX_CELLS, _MAX_NAMED, _REACH = 4000, 200, 16, 110
_SIGNS = " \t\"'`“”[]"
_BORDER = lazily(r"[\s|+:=-]*")
_CELL_BEFORE = lazily(r"[\n,;|\t(][ \"'`“”\[]{0,60}[\w.-]{0,40}\Z")
_CELL_AFTER = lazily(r"[ \"'`“”\]]{0,60}(?:[,;|\t)\r\n]|\Z)")
# A comma in quotes parts no cells; a doubled quote is one of the value's own.
_QUOTED = r"\"(?:[^\"\r\n]|\"\")*\"|'(?:[^'\r\n]|'')*'"
_VALUES = lazily(r"\)\s{0,20}(?:VALUES?)\s{0,20}\(", re.IGNORECASE)
_NEXT_ROW = lazily(r"\)\s{0,20},\s{0,20}\(")


def find_columns(text: str, low: str, names: Names) -> Iterator[Hit]:
    """Hits of the cells below or behind a name that is the whole head of its column."""
    done, head, columns = 0, -1, 0
    for start, end, kind in names.find(text, low):
        if _CELL_AFTER.match(text, end) is None:
            continue
        begin = text.rfind("\n", 0, start) + 1
        before = "\n" * (start - begin < _REACH) + text[max(begin, start - _REACH) : start]
        if start - begin > _MAX_LINE or _CELL_BEFORE.search(before) is None:
            continue
        columns = columns + 1 if begin == head else 1
        if (begin < done and begin != head) or columns > _MAX_NAMED:
            continue
        head = begin
        values = _values(text, begin, start, end, kind)
        stop, hits = (begin, values) if values else _below(text, begin, end, kind)
        yield from hits
        done = max(done, stop)


def _below(text: str, begin: int, end: int, kind: str) -> tuple[int, list[Hit]]:
    """Where the table ends, and the hits of this column; `begin` if it is no table."""
    stop = _line_end(text, begin)
    head = text[begin:stop]
    sign = max("\t|;,", key=lambda one: (head.count(one) > 0, one == "\t", head.count(one)))
    cells = _cells(head, sign)
    at = next((n for n, (low, high) in enumerate(cells) if low <= end - begin <= high), None)
    if at is None or len(cells) < 2:
        return begin, []
    hits: list[Hit] = []
    while stop < len(text):
        low = stop + 1
        stop = _line_end(text, low)
        line = text[low:stop]
        if _BORDER.fullmatch(line):
            if not line.strip():
                break
            continue
        row = _cells(line, sign)
        if abs(len(row) - len(cells)) > 1 or len(row) <= at:
            stop = low - 1
            break
        hits += _cell(text, low + row[at][0], low + row[at][1], kind)
    return stop, hits


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def _cells(line: str, sign: str) -> list[tuple[int, int]]:
    """Where the line's cells stand; none if it is too long to be a table's."""
    if len(line) > _MAX_LINE or line.count(sign) > _MAX_CELLS:
        return []
    if sign in ",;" and ('"' in line or "'" in line):
        parts = [found.start() for found in re.finditer(f"{_QUOTED}|{sign}", line)
                 if found[0] == sign]  # fmt: skip
    else:
        parts = [at for at, char in enumerate(line) if char == sign]
    return [(low + 1, high) for low, high in pairwise([-1, *parts, len(line)])]


def _values(text: str, begin: int, start: int, end: int, kind: str) -> list[Hit]:
    """INSERT INTO app (appid, secret) VALUES ('…', '…'), ('…', '…')."""
    opened = text.rfind("(", max(begin, start - _MAX_LINE), start)
    closed = text.find(")", end, end + _MAX_LINE)
    found = _VALUES.match(text, closed) if closed >= 0 else None
    if opened < 0 or found is None or ")" in text[opened:start]:
        return []
    at = text.count(",", opened, start)
    hits: list[Hit] = []
    low = found.end()
    for _ in range(1000):
        stop = min(_line_end(text, low), low + _MAX_LINE)
        row = _cells(text[low:stop], ",")
        if len(row) <= at:
            break
        high = text.find(")", low + row[at][0], low + row[at][1])
        hits += _cell(text, low + row[at][0], high if high >= 0 else low + row[at][1], kind)
        following = _NEXT_ROW.search(text, low, stop + 80)
        if following is None:
            break
        low = following.end()
    return hits


def _cell(text: str, low: int, high: int, kind: str) -> Iterator[Hit]:
    raw = text[low:high]
    value = raw.strip(_SIGNS + "\r")
    if value and (kind == "password" or looks_made(value)):
        start = low + raw.index(value)
        yield from hits_of(text, start, start + len(value), kind)
