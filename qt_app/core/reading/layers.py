"""Texts made from a text, with the way back: colours removed, prefixes cut, escapes undone."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable


class Layer:
    """`text` made from a parent by replacing some pieces; maps its positions back.

    `repair` names what was done, for the readings that it touched.
    """

    def __init__(self, text: str, repair: str, edits: Iterable[tuple[int, int, int, int]]) -> None:
        """`edits`: (start, end) in the parent and (start, end) in `text`, ascending."""
        self.text = text
        self.repair = repair
        self._ins: list[int] = []
        self._in_ends: list[int] = []
        self._outs: list[int] = []
        self._out_ends: list[int] = []
        for in_start, in_end, out_start, out_end in edits:
            self._ins.append(in_start)
            self._in_ends.append(in_end)
            self._outs.append(out_start)
            self._out_ends.append(out_end)

    def start(self, at: int) -> int:
        """Where in the parent the character at `at` begins."""
        index = bisect_right(self._outs, at) - 1
        if index < 0:
            return at
        if at < self._out_ends[index]:
            return self._ins[index]
        return self._in_ends[index] + at - self._out_ends[index]

    def end(self, at: int) -> int:
        """Where in the parent the character before `at` ends."""
        if at <= 0:
            return self.start(at)
        index = bisect_right(self._outs, at - 1) - 1
        if index < 0:
            return at
        if at <= self._out_ends[index]:
            return self._in_ends[index]
        return self._in_ends[index] + at - self._out_ends[index]

    def touched(self, start: int, end: int) -> bool:
        """Whether anything was replaced in [start, end) of `text`."""
        index = bisect_right(self._outs, start)
        if index and self._out_ends[index - 1] > start:
            return True
        return index < len(self._outs) and self._outs[index] < end


def rewrite(
    text: str, pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str], repair: str
) -> Layer | None:
    """`text` with each match of `pattern` replaced; None if that changes nothing."""
    parts: list[str] = []
    edits: list[tuple[int, int, int, int]] = []
    at = out = 0
    for found in pattern.finditer(text):
        put = replace(found)
        if put == found[0]:
            continue
        parts.append(text[at : found.start()])
        out += found.start() - at
        edits.append((found.start(), found.end(), out, out + len(put)))
        parts.append(put)
        out += len(put)
        at = found.end()
    if not edits:
        return None
    parts.append(text[at:])
    return Layer("".join(parts), repair, edits)


def erase(text: str, spans: Iterable[tuple[int, int]], repair: str) -> Layer | None:
    """`text` without `spans` (ascending, apart); None if there are none."""
    parts: list[str] = []
    edits: list[tuple[int, int, int, int]] = []
    at = out = 0
    for start, end in spans:
        if start < at or end <= start:
            continue
        parts.append(text[at:start])
        out += start - at
        edits.append((start, end, out, out))
        at = end
    if not edits:
        return None
    parts.append(text[at:])
    return Layer("".join(parts), repair, edits)
