"""Logs too large to read whole: only the stretches around signs of an answer are kept.

One pass in pieces of 4 MB with one automaton over the needles; memory stays flat. What is kept
goes to the diagnosis like any text; `Condensed` maps offsets and lines back to the file.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import BinaryIO, NamedTuple

from ahocorasick_rs import BytesAhoCorasick, Implementation

BIG = 4 << 20
CHUNK = 4 << 20
KEPT_AT_MOST = 64 << 20
LEAST_NEEDLE = 5
BEFORE, AFTER = 768, 1280
_SEAM = 8 * (BEFORE + AFTER)
LINES_BEFORE = 2
# How a record of a log begins; other lines go on with what the line before says.
_RECORD = re.compile(rb"[\[<]?(?:\d{4}[-/.]\d|\d\d:\d\d:\d\d|[A-Z][a-z]{2} [ \d]\d \d\d:|\{\")")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")

Progress = Callable[[int], None]
Cancelled = Callable[[], bool]


class Piece(NamedTuple):
    """A kept stretch: where it stands in `data`, where in the file, on which line (from 1)."""

    at: int
    start: int
    line: int


@dataclass(frozen=True)
class Condensed:
    """What was kept of a large input, and how large it was.

    `capped` is true when more than 64 MB held signs and the rest was only counted.
    """

    data: bytes
    pieces: tuple[Piece, ...]
    size: int
    lines: int
    capped: bool

    def offset(self, at: int) -> int:
        """Byte offset in the file of a byte offset in `data`."""
        piece = self._piece(at)
        return at - piece.at + piece.start

    def line(self, at: int) -> int:
        """Line in the file, from 1, of a byte offset in `data`."""
        piece, ends = self._piece(at), self._line_ends
        return piece.line + bisect_left(ends, at) - bisect_left(ends, piece.at)

    def renumbered(self, line: int) -> int:
        """Line in the file of a line in `data`, both from 1."""
        ends = self._line_ends
        return self.line(ends[min(line - 2, len(ends) - 1)] + 1 if line > 1 and ends else 0)

    @cached_property
    def _line_ends(self) -> array[int]:
        found, at = array("Q"), self.data.find(b"\n")
        while at >= 0:
            found.append(at)
            at = self.data.find(b"\n", at + 1)
        return found

    def _piece(self, at: int) -> Piece:
        index = bisect_right(self.pieces, at, key=lambda piece: piece.at) - 1
        return self.pieces[max(index, 0)] if self.pieces else Piece(0, 0, 1)


@dataclass(slots=True)
class _Keeper:
    """Collects stretches in file order; overlapping ones become one piece."""

    kept: bytearray = field(default_factory=bytearray)
    pieces: list[Piece] = field(default_factory=list)
    end: int = 0
    counted: int = 0
    line: int = 1
    capped: bool = False

    def keep(self, buffer: bytes, base: int, start: int, end: int) -> None:
        """Keep buffer[start:end], which stands at base + start in the file."""
        start = max(start, self.end - base)
        if start >= end or self.capped:
            return
        if len(self.kept) + end - start > KEPT_AT_MOST:
            self.capped = True
            return
        self.count(buffer, base, start)
        if base + start != self.end or not self.pieces:
            if self.kept and not self.kept.endswith(b"\n"):
                self.kept += b"\n"
            self.pieces.append(Piece(len(self.kept), base + start, self.line))
        self.kept += buffer[start:end]
        self.end = base + end

    def count(self, buffer: bytes, base: int, upto: int) -> None:
        """Count the line ends before buffer[upto]."""
        self.line += buffer.count(b"\n", max(self.counted - base, 0), upto)
        self.counted = max(self.counted, base + upto)


def condense(
    stream: BinaryIO,
    needles: Iterable[str],
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Condensed | None:
    """Read a stream once and keep what is near a needle (compared without case).

    None if the text is UTF-16, which this way of looking cannot read, or when cancelled.
    """
    automaton = _automaton(tuple(needles))
    keeper = _Keeper()
    size = 0
    for base, buffer, last in _buffers(stream):
        if base == 0 and buffer[:2] in _UTF16:
            return None
        if cancelled is not None and cancelled():
            return None
        horizon = len(buffer) if last else len(buffer) - _SEAM
        for start, end in _stretches(buffer, automaton, horizon):
            keeper.keep(buffer, base, start, end)
        keeper.count(buffer, base, len(buffer) if last else max(horizon - _SEAM, 0))
        size = base + len(buffer)
        if progress is not None:
            progress(size)
    lines = keeper.line - (1 if size and buffer.endswith(b"\n") else 0) if size else 0
    return Condensed(bytes(keeper.kept), tuple(keeper.pieces), size, lines, keeper.capped)


@lru_cache(maxsize=2)
def _automaton(needles: tuple[str, ...]) -> BytesAhoCorasick:
    """Over the needles long enough to be a sign in a log of a million numbers. Takes 70 ms."""
    words = [needle.lower() for needle in needles]
    chosen = {word.encode() for word in words if len(word.encode()) >= LEAST_NEEDLE}
    # Chinese Windows writes its logs in GBK.
    wide = [word.encode("gb18030") for word in words if not word.isascii()]
    chosen.update(word for word in wide if len(word) >= LEAST_NEEDLE)
    return BytesAhoCorasick(sorted(chosen), implementation=Implementation.DFA)


def _buffers(stream: BinaryIO) -> Iterator[tuple[int, bytes, bool]]:
    """(offset, bytes, is last) with enough of the piece before at the front of each."""
    carry, base = b"", 0
    chunk = stream.read(CHUNK)
    while chunk:
        following = stream.read(CHUNK)
        buffer = carry + chunk
        yield base, buffer, not following
        carry = buffer[-2 * _SEAM :]
        base += len(buffer) - len(carry)
        chunk = following


def _stretches(
    buffer: bytes, automaton: BytesAhoCorasick, horizon: int
) -> Iterator[tuple[int, int]]:
    """Whole lines around each needle that starts before `horizon`, merged."""
    begin, end = -1, -1
    for _, at, _ in automaton.find_matches_as_indexes(buffer.lower()):
        if at >= horizon:
            break
        if at < end:
            continue
        low, high = _lines_around(buffer, at)
        if low <= end:
            end = max(end, high)
            continue
        if begin >= 0:
            yield begin, end
        begin, end = low, high
    if begin >= 0:
        yield begin, end


def _lines_around(buffer: bytes, at: int) -> tuple[int, int]:
    """The sign's record and the two lines before; cut only in lines without an end."""
    low, high = max(at - BEFORE, 0), min(at + AFTER, len(buffer))
    start = buffer.rfind(b"\n", low, at) + 1 or low
    lines = 0
    while start > low and (lines < LINES_BEFORE or not _RECORD.match(buffer, start)):
        lines += 1
        start = buffer.rfind(b"\n", low, start - 1) + 1 or low
    end = buffer.find(b"\n", at, high) + 1
    while 0 < end < high and not _RECORD.match(buffer, end):
        end = buffer.find(b"\n", end, high) + 1
    return start, end or high
