"""A paste as it is, as it is shown, and the way between the places of both.

The editor changes line breaks, NBSP and the like, counts in UTF-16 and would obey bidi marks. So
the paste itself is kept as a str, and the editor gets a text in which what cannot be seen is
written out (`U+202E`). Pure Python; no Qt.
"""

from __future__ import annotations

import re
from bisect import bisect_right

SHOWN_LIMIT = 2_000_000
# Qt lays a line out as a whole and keeps a block for each: more of either would stop the window.
LINE_LIMIT = 200_000
LINES_LIMIT = 30_000
LONG_RUN = 2000
_WRITTEN = 6  # the width of "U+202E"

# Places where one character of the paste is not one UTF-16 unit of the same kind on the screen.
_SPECIAL = re.compile(
    "\r\n|\r|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200c\u200e\u200f\u2028-\u202e"
    "\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff\ufdd0\ufdd1\ufffe\uffff\U00010000-\U0010ffff]"
)
_TAGS = range(0xE0000, 0xE0080)


class Shown:
    """What the editor gets, and the stretches in which it differs from the paste.

    A stretch i covers `lengths[i]` characters from `starts[i]` of the paste and `widths[i]` UTF-16
    units from `places[i]` of the screen. `pills` are the stretches written out as U+XXXX.
    """

    def __init__(self, text: str, end: int = 0) -> None:
        self.text, self.end = text, end
        self.starts: list[int] = []
        self.lengths: list[int] = []
        self.places: list[int] = []
        self.widths: list[int] = []
        self.pills: set[int] = set()

    def to_screen(self, position: int) -> int:
        """The UTF-16 place on the screen of a character of the paste."""
        position = min(max(position, 0), self.end)
        index = bisect_right(self.starts, position) - 1
        if index < 0:
            return position
        past = position - self.starts[index] - self.lengths[index]
        if past < 0:
            return self.places[index]
        return self.places[index] + self.widths[index] + past

    def to_paste(self, place: int) -> int:
        """The character of the paste at a UTF-16 place; inside a pill, the pill's character."""
        index = bisect_right(self.places, place) - 1
        if index < 0:
            return min(place, self.end)
        past = place - self.places[index] - self.widths[index]
        if past < 0:
            return self.starts[index]
        return min(self.starts[index] + self.lengths[index] + past, self.end)

    def pills_between(self, start: int, end: int) -> list[tuple[int, int]]:
        """Pills on the screen that touch [start, end), as (start, end)."""
        index = max(bisect_right(self.places, start) - 1, 0)
        found = []
        while index < len(self.places) and self.places[index] < end:
            if index in self.pills:
                found.append((self.places[index], self.places[index] + self.widths[index]))
            index += 1
        return found

    def cuts_pill(self, start: int, end: int) -> bool:
        """Whether [start, end) on the screen takes a part of a pill, or stands inside one."""
        return any(
            first < start < last or first < end < last
            for first, last in self.pills_between(start, end + 1)
        )


def show(text: str, limit: int = SHOWN_LIMIT) -> Shown:
    """The text for the editor: at most the first `limit` characters, and what Qt bears. Linear."""
    part = _cut(text, limit)
    shown = Shown("", end=len(part))
    pieces: list[str] = []
    at = place = 0
    for found in _SPECIAL.finditer(part) if _has_special(part) else ():
        plain = part[at : found.start()]
        written, width, is_pill = _written(found[0])
        pieces += [plain, written]
        place += len(plain)
        if is_pill:
            shown.pills.add(len(shown.starts))
        shown.starts.append(found.start())
        shown.lengths.append(len(found[0]))
        shown.places.append(place)
        shown.widths.append(width)
        place += width
        at = found.end()
    pieces.append(part[at:])
    shown.text = "".join(pieces)
    if sum(shown.widths) > LINE_LIMIT:
        # Written out they may make a line longer than Qt bears.
        end = _end_of_long_line(part, LINE_LIMIT // _WRITTEN)
        return show(text, end) if end < len(part) else shown
    return shown


def _has_special(text: str) -> bool:
    """Whether anything is shown otherwise; a text has few different characters to look at."""
    return any(_SPECIAL.match(char) for char in set(text))


def after_edit(old: Shown, cut: tuple[int, int], inserted: str, place: int, removed: int) -> Shown:
    """The stretches after `inserted` came in place of the characters `cut`: those before stay,
    those behind move. On the screen `removed` units went away at `place`."""
    start, end = cut
    new = Shown("", end=old.end - (end - start) + len(inserted))
    by, along = len(inserted) - (end - start), utf16_length(inserted) - removed
    for i, at in enumerate(old.starts):
        if at + old.lengths[i] <= start:
            _take(new, old, i, 0, 0)
    for offset, char in enumerate(inserted):
        if ord(char) > 0xFFFF:
            new.starts.append(start + offset)
            new.lengths.append(1)
            new.places.append(place + utf16_length(inserted[:offset]))
            new.widths.append(2)
    for i, at in enumerate(old.starts):
        if at >= end and at + old.lengths[i] > start:
            _take(new, old, i, by, along)
    return new


def _take(new: Shown, old: Shown, index: int, by: int, along: int) -> None:
    if index in old.pills:
        new.pills.add(len(new.starts))
    new.starts.append(old.starts[index] + by)
    new.lengths.append(old.lengths[index])
    new.places.append(old.places[index] + along)
    new.widths.append(old.widths[index])


def has_long_run(text: str) -> bool:
    """Whether wrapping at words would take quadratic time in some line."""
    if _end_of_long_line(text, LONG_RUN) == len(text):
        return False
    return max(map(len, text.split()), default=0) > LONG_RUN


def utf16_length(text: str) -> int:
    """UTF-16 units of a text."""
    return len(text) + sum(1 for char in text if ord(char) > 0xFFFF)


def _cut(text: str, limit: int) -> str:
    if len(text) > limit:
        end = text.rfind("\n", limit - 4096, limit)
        text = text[: end if end > 0 else limit]
    return _first_lines(text[: _end_of_long_line(text, LINE_LIMIT)])


def _end_of_long_line(text: str, limit: int) -> int:
    """Where the first line of more than `limit` reaches it; the length if there is none."""
    at = 0
    while len(text) - at > limit:
        window = (at, at + limit + 1)
        end = max(text.rfind("\n", *window), text.rfind("\r", *window))
        if end < 0:
            return at + limit
        at = end + 1
    return len(text)


def _first_lines(text: str) -> str:
    breaks = text.count("\n") + text.count("\r") - text.count("\r\n")
    if breaks < LINES_LIMIT:
        return text
    if "\r" not in text:
        end = -1
        for _ in range(LINES_LIMIT):
            end = text.find("\n", end + 1)
        return text[:end]
    lines = "".join(text.splitlines(keepends=True)[:LINES_LIMIT])
    return lines.removesuffix("\n").removesuffix("\r")


def _written(char: str) -> tuple[str, int, bool]:
    """How a special stretch is shown, its width in UTF-16 units, and whether it is a pill."""
    if char in ("\r\n", "\r"):
        return "\n", 1, False
    code = ord(char)
    if code > 0xFFFF and code not in _TAGS:
        return char, 2, False
    name = f"U+{code:04X}"
    return name, len(name), True
