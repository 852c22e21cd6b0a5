"""Whose time is it: in a document of many records, each record's own, not the first one's."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from qt_app.core.patterns import lazily
from qt_app.core.reading.hints import fold
from qt_app.core.reading.times import TIME_KEYS, field_time

# A root begins a line; one of more than this many characters is not gone through.
LONGEST_ROOT = 16_000_000
MOST_STEPS = 200
_ROOT = lazily(r"^[{\[]", re.MULTILINE)
_TOKEN = lazily(r"\"((?:[^\"\\]|\\.)*+)\"(\s{0,20}:)?+|[{}\[\]]", re.DOTALL)
_VALUE = lazily(r"\s{0,20}(?:\"([^\"\\\n]{1,64})\"|(\d{10,13}(?:\.\d{1,9})?+)(?![\w.]))")


_EDGE = lazily(r"[{}\[\]]")
_NEXT = lazily(r"\s{0,200},\s{0,200}\{")


def next_element(gap: str) -> bool:
    """Whether, in the text between two places, an element of a list ends and the next begins."""
    if "}" not in gap or "{" not in gap:
        return False
    depth = lowest = 0
    for found in _EDGE.finditer(gap):
        depth += 1 if found[0] in "{[" else -1
        if depth < lowest:
            lowest = depth
            if found[0] == "}" and _NEXT.match(gap, found.end()):
                return True
    return False


class _Record(NamedTuple):
    """An object at [start, end) with a time of its own."""

    start: int
    end: int
    time: str


class Records:
    """The records of one text that is JSON, found when they are asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._roots: list[int] | None = None
        self._known: tuple[int, int, list[_Record]] = (-1, -1, [])

    def time_at(self, place: int, known: str | None) -> str | None:
        """The time of the record around `place`; `known` where the text has no several records."""
        root = self._root(place)
        if root is None:
            return known
        start, end, records = self._known
        if start != root:
            start, end, records = self._known = self._read(root)
        if len(records) < 2 or not start <= place < end:
            return known
        at = bisect_right(records, place, key=lambda one: one.start) - 1
        for record in reversed(records[max(0, at - MOST_STEPS) : at + 1]):
            if place < record.end:
                return record.time
        return None

    def _root(self, place: int) -> int | None:
        if self._roots is None:
            self._roots = [found.start() for found in _ROOT.finditer(self._text)]
        at = bisect_right(self._roots, place)
        return self._roots[at - 1] if at else None

    def _read(self, root: int) -> tuple[int, int, list[_Record]]:
        """Start and end of the value that begins at `root`, and the records in it."""
        text = self._text
        records: list[_Record] = []
        still_open: list[tuple[int, str | None]] = []
        end = min(len(text), root + LONGEST_ROOT)
        for found in _TOKEN.finditer(text, root, end):
            sign = found[0]
            if sign in ("{", "["):
                still_open.append((found.start(), None))
            elif sign in ("}", "]"):
                start, time = still_open.pop()
                if time:
                    records.append(_Record(start, found.end(), time))
                if not still_open:
                    end = found.end()
                    break
            elif found[2] and len(found[1]) <= 24 and still_open[-1][1] is None:
                still_open[-1] = (still_open[-1][0], self._time(found[1], found.end()))
        return root, end, sorted(records)

    def _time(self, key: str, at: int) -> str | None:
        if fold(key) not in TIME_KEYS:
            return None
        value = _VALUE.match(self._text, at)
        return field_time(value[1] or value[2]) if value else None
