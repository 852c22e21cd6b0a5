"""Which lines of plain text are worth a look: one pass over the text before any line is read."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from ahocorasick_rs import AhoCorasick, MatchKind

from qt_app.core.patterns import lazily
from qt_app.core.reading.model import Span
from qt_app.core.reading.words import lowered

PIECE = 4000
_CUE, _WORDS, _WORDING, _ALWAYS = 1, 2, 4, 8
# A number that may be a code within reach of the cue before it.
_REACH = 48
_DIGIT = "0-9０-９"
_NOT_CONTINUED = rf"(?![{_DIGIT}A-Za-z_]|[.．/-][0-9]|[:：][0-9]{{2}})"
_LOGGED = lazily(r"\s{0,8}\[?(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[T ]\d|\d{1,2}:\d{2}:\d{2})")
# Blanks between Chinese characters: words may be torn apart by them.
_TORN = lazily(r"[\u3400-\u9fff][ \t\u3000\xa0]{1,8}[\u3400-\u9fff]")
# Characters that mean a plain letter, digit or Chinese character in another shape.
_SHAPES = (
    *((0xB2, 0xB3), (0xB9, 0xB9), (0x2070, 0x209F), (0x2100, 0x214F), (0x2460, 0x24FF)),
    *((0x2F00, 0x2FDF), (0x3200, 0x33FF), (0xF900, 0xFAFF), (0xFB00, 0xFB06)),
    *((0xFF10, 0xFF19), (0xFF21, 0xFF3A), (0xFF41, 0xFF5A), (0x1D400, 0x1D7FF)),
)
_SCRIPTS = lazily(r"[\u3400-\u9fff]+|[^\u3400-\u9fff]+")


class Signs:
    """The words without which a line holds neither a code nor a documented message."""

    def __init__(
        self,
        cues: Iterable[str],
        words: Iterable[str],
        wordings: Iterable[str],
        codes: Iterable[str],
    ) -> None:
        codes = [code for code in codes if code.lstrip("-").isdecimal()]
        kinds: dict[str, int] = {}
        for kind, needles in (
            (_CUE, cues),
            (_WORDS, words),
            (_WORDING, map(_longest_script, wordings)),
            (_ALWAYS, (code for code in codes if len(code) >= 5)),
        ):
            for needle in needles:
                kinds[needle] = kinds.get(needle, 0) | kind
        for low, high in _SHAPES:
            kinds.update((chr(char), _ALWAYS) for char in range(low, high + 1))
        self._kinds = list(kinds.values())
        self._finder = AhoCorasick(list(kinds), matchkind=MatchKind.Standard)
        self._number = re.compile(_number(codes))

    def lines(self, text: str, spans: Sequence[Span]) -> Iterator[tuple[int, str]]:
        """Lines of the spans with a sign, with their places; over-long lines in pieces."""
        places = self._places(text)
        for span in spans:
            yield from _pieces(text, span, places)

    def _places(self, text: str) -> list[int]:
        """Where the signs stand, in text order."""
        found: list[int] = []
        kinds = self._kinds
        hits = self._finder.find_matches_as_indexes(lowered(text), overlapping=True)
        for number, start, end in hits:
            kind = kinds[number]
            if (
                kind & (_WORDS | _ALWAYS)
                or (kind & _CUE and self._numbered(text, end))
                or (kind & _WORDING and not _in_log_line(text, start))
            ):
                found.append(start)
        if not text.isascii():
            found += [torn.start() for torn in _TORN.finditer(text)]
            found.sort()
        return found

    def _numbered(self, text: str, end: int) -> bool:
        """Whether a number that may be a code follows in the same line."""
        limit = text.find("\n", end, end + _REACH)
        limit = end + _REACH if limit < 0 else limit
        return self._number.search(text, end, limit) is not None


def _number(codes: Iterable[str]) -> str:
    """A pattern of four to nine digits, or of a short code with any number of zeros before."""
    short = {code.lstrip("-") for code in codes if len(code.lstrip("-")) < 4}
    spelled = ["".join(f"[{one}{chr(0xFEE0 + ord(one))}]" for one in code) for code in short]
    either = "|".join(["[0-9０-９]{4,9}", *(f"[0０]{{0,8}}{one}" for one in sorted(spelled))])
    return rf"(?<![{_DIGIT}A-Za-z_.．])(?:{either}){_NOT_CONTINUED}"


def _in_log_line(text: str, at: int) -> bool:
    """Whether a line begins with a time; rewordings are looked for in people's words only."""
    begin = text.rfind("\n", max(0, at - PIECE), at) + 1
    return begin > 0 and _LOGGED.match(text, begin) is not None


def _pieces(text: str, span: Span, places: list[int]) -> Iterator[tuple[int, str]]:
    begin = end = done = span.start
    for index in range(bisect_left(places, span.start), len(places)):
        place = places[index]
        if place >= span.end:
            return
        if place < done:
            continue
        if place >= end:
            begin = max(span.start, text.rfind("\n", end, place) + 1)
            stop = text.find("\n", place, span.end)
            end = span.end if stop < 0 else stop
        piece = begin + (place - begin) // PIECE * PIECE
        done = min(end, piece + PIECE)
        yield piece, text[piece:done]


def _longest_script(hint: str) -> str:
    """The longest part in one script: blanks may stand between Chinese and Latin."""
    parts: list[str] = _SCRIPTS.findall(hint)
    return max(parts, key=len)
