"""Objects and quoted texts that stand as values in a list of pairs, and what they hold."""

from __future__ import annotations

from qt_app.core.patterns import lazily
from qt_app.core.reading.anchors import anchors
from qt_app.core.reading.keys import CODE_HEADINGS, code_rank
from qt_app.core.reading.strings import CLOSERS, next_quote

REACH = 16_384
MOST_OPENINGS = 6
_TOKEN = lazily(r"(?<!\\)\"(?:[^\"\\\n]|\\.){0,2000}\"|[{}\[\]()]")
_OPENING = lazily(r"[{\[(]")
# How an object begins whose closing bracket was cut off.
_CUT_OBJECT = lazily(r"[{\[][\s{\[]{0,8}\\{0,4}[\"'“‘][A-Za-z_\u4e00-\u9fff]")
_NAME_BEFORE = lazily(r"[&@%]?[A-Za-z_][\w.$]{0,79}\Z")
_OPENING_OF = {"}": "{", "]": "[", ")": "("}


class Brackets:
    """Which bracket closes which in one text; each stretch is looked through once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._closing: dict[int, int] = {}
        self._looked = (0, 0)

    def end_of(self, opening: int) -> int:
        """Right behind the bracket that closes the one at `opening`; 0 if none does nearby."""
        low, high = self._looked
        if not low <= opening < high:
            self._look(opening)
        return self._closing.get(opening, 0)

    def _look(self, begin: int) -> None:
        stop = min(len(self._text), begin + REACH)
        self._closing.clear()
        still_open: list[int] = []
        for found in _TOKEN.finditer(self._text, begin, stop):
            sign = found[0]
            if sign in ("{", "[", "("):
                still_open.append(found.start())
            elif sign in _OPENING_OF:
                self._close(still_open, found.end(), _OPENING_OF[sign])
                if not still_open:
                    stop = found.end()
                    break
        self._looked = (begin, stop)

    def _close(self, still_open: list[int], end: int, opening: str) -> None:
        """Close the innermost open bracket of this kind; what it holds open was never closed."""
        while still_open:
            at = still_open.pop()
            if self._text[at] == opening:
                self._closing[at] = end
                return

    def nested(self, at: int, stop: int, line_end: int) -> tuple[int, int] | None:
        """The first object in the value at [at, stop) that holds member names."""
        for count, found in enumerate(_OPENING.finditer(self._text, at, stop)):
            if count >= MOST_OPENINGS:
                break
            opening = found.start()
            end = self.end_of(opening)
            if not end and _CUT_OBJECT.match(self._text, opening):
                end = line_end
            if end and _names(self._text[opening:end]):
                name = _NAME_BEFORE.search(self._text[max(at, opening - 80) : opening])
                return opening - (len(name[0]) if name else 0), end
        return None

    def quoted(self, at: int, line_end: int) -> tuple[int, int] | None:
        """A quoted value, its quotes included: one with escapes, or an object with none."""
        text, quote = self._text, self._text[at]
        end = self.end_of(at + 1) if text[at + 1 : at + 2] in ("{", "[") else 0
        if end and text[end : end + 1] in CLOSERS[quote]:
            return (at, end + 1) if _names(text[at:end]) else None
        for closer in CLOSERS[quote]:
            close = next_quote(text, closer, at + 1, line_end)
            if close >= 0:
                return (at, close + 1) if _names(text[at:close]) else None
        return None


def _names(text: str) -> bool:
    return next(anchors(text), None) is not None


def holds_code(text: str) -> bool:
    """Whether a name that an answer's code may have stands anywhere in `text`."""
    names = (text[anchor.start : anchor.end] for anchor in anchors(text))
    return any(code_rank(name) is not None or name in CODE_HEADINGS for name in names)
