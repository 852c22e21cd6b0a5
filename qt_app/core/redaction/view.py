"""The text as it is searched: without colours and invisible marks, full-width signs folded."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from qt_app.core.patterns import lazily

_HIDDEN = lazily(
    "\x1b\\[[0-9;?]{0,32}[ -/]?[@-~]"
    "|\x1b"
    "|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f]"
)
# Anything that the view changes: most texts hold none of it.
_ODD = lazily(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f"
    "\uff01-\uff5e\u3000\ud800-\udfff]"
)
_SURROGATE = lazily("[\ud800-\udfff]")
_WIDE = lazily("[\uff01-\uff5e\u3000]")
_NARROW = {chr(0xFF01 + step): chr(0x21 + step) for step in range(94)} | {"\u3000": " "}


@dataclass(frozen=True, slots=True)
class View:
    """Searched text with the way back: `starts[i]` in `text` is `origins[i]` in the original."""

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    length: int

    def back(self, start: int, end: int) -> tuple[int, int]:
        """A range of the view as a range of the original, hidden marks inside included."""
        return self._back(start), self._back(end - 1) + 1 if end > start else self._back(start)

    def _back(self, at: int) -> int:
        if not self.starts:
            return at
        piece = max(0, bisect_right(self.starts, at) - 1)
        return min(self.length, self.origins[piece] + at - self.starts[piece])


def view_of(text: str) -> View:
    """Take out what the eye does not see; every other character keeps its place in order."""
    length = len(text)
    if not _ODD.search(text):
        return View(text, (), (), length)
    pieces, starts, origins, at, done = [], [], [], 0, 0
    for match in _HIDDEN.finditer(text):
        if match.start() > at:
            pieces.append(text[at : match.start()])
            starts.append(done)
            origins.append(at)
            done += match.start() - at
        at = match.end()
    if starts or at:
        pieces.append(text[at:])
        starts.append(done)
        origins.append(at)
        text = "".join(pieces)
    return View(_narrowed(text), tuple(starts), tuple(origins), length)


def _narrowed(text: str) -> str:
    if text.isascii():
        return text
    text = _WIDE.sub(_narrow, text)
    return _SURROGATE.sub("\ufffd", text) if _SURROGATE.search(text) else text


def _narrow(found: re.Match[str]) -> str:
    return _NARROW[found[0]]


def lowered(text: str) -> str:
    """Lower case with every character at its place."""
    low = text.lower()
    return low if len(low) == len(text) else text.translate(_LOWER)


_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
