"""Documented messages in plain words: the very words, and ways people say them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind
from rapidfuzz import fuzz

from qt_app.core.catalogue.entries import Entry
from qt_app.core.diagnosis.messages import MessageIndex, fold, required_param
from qt_app.core.diagnosis.rulebook import RuleBook, Wording
from qt_app.core.patterns import lazily

_HAN = lazily(r"[\u3400-\u9fff]")
_WORD = lazily(r"[A-Za-z0-9_]")
_FILLER = lazily(
    r"[的了是已经被还在又都说着呢吗啊吧]|提示|显示|报错|客户|怎么办|怎么|一直|总是|我们|他们|这个"
)
_CHUNK = lazily(r"[\s,，.。;；:：!！?？、\"'“”‘’()（）\[\]【】「」《》\-]+")
_GAP = lazily(r"(?<=[\u3400-\u9fff])[ \t\u3000\xa0]{1,8}|[ \t\u3000\xa0]{1,8}(?=[\u3400-\u9fff])")
_SIGNS = {code: None for code in range(128) if not chr(code).isalnum()}
_CLOSE, _CLOSE_HAN = 86.0, 60.0


@dataclass(frozen=True, slots=True)
class Spoken:
    """A message said in `line[start:end]`: `wording` if reworded, else by `entries`.

    `close`: the text is not quite the documented one.
    """

    start: int
    end: int
    text: str
    entries: tuple[Entry, ...] = ()
    wording: Wording | None = None
    close: bool = False


class Phrases:
    """The documented messages and their rewordings, prepared for searching lines."""

    def __init__(self, index: MessageIndex, rulebook: RuleBook) -> None:
        said = {key: found for key, found in index.folded().items() if len(key) >= 4}
        self._said = {key: found for key, found in said.items() if _telling(found[0])}
        self._whole = {key: found for key, found in said.items() if found[0].code != "0"}
        self._keys = list(self._said)
        self._finder = AhoCorasick(self._keys, matchkind=MatchKind.LeftmostLongest)
        self.hints = sorted({_hint(found[0].message) for found in self._said.values()})
        self._hints = AhoCorasick(self.hints)
        self._wordings = rulebook.wordings
        hinted = [(hint, at) for at, one in enumerate(self._wordings) for hint in one.hints]
        self._worded = AhoCorasick([hint for hint, _ in hinted])
        self._worded_by = [at for _, at in hinted]

    def said_in(self, line: str) -> Iterator[Spoken]:
        """Documented messages that stand in a line, but for case, spaces and punctuation."""
        lowered = line.lower()
        if not self._hints.find_matches_as_indexes(lowered):
            return
        if line.isascii() and not self._finder.find_matches_as_indexes(lowered.translate(_SIGNS)):
            return
        folded, places = _folded_places(line)
        for number, start, end in self._finder.find_matches_as_indexes(folded):
            first, last = places[start], places[end - 1] + 1
            if _whole_words(line, first, last):
                entries = self._said[self._keys[number]]
                yield Spoken(first, last, line[first:last], entries)

    def reworded_in(self, line: str) -> Iterator[Spoken]:
        """Rewordings of documented messages in a line."""
        text, gaps = _squeezed(line)
        lowered = text.lower()
        hits = self._worded.find_matches_as_indexes(lowered, overlapping=True)
        for at in sorted({self._worded_by[number] for number, _, _ in hits}):
            wording = self._wordings[at]
            if wording.unless is not None and wording.unless.search(text):
                continue
            found = next(filter(None, (p.search(text) for p in wording.patterns)), None)
            if found is not None and found.end() > found.start():
                start, end = (
                    _unsqueezed(gaps, found.start()),
                    _unsqueezed(gaps, found.end() - 1) + 1,
                )
                yield Spoken(start, end, line[start:end], wording=wording)

    def whole(self, text: str) -> Spoken | None:
        """The message that a short text is as a whole."""
        stripped = text.strip()
        if not 2 <= len(stripped) <= 160:
            return None
        start = text.index(stripped)
        entries = self._whole.get(fold(stripped), ())
        if not entries:
            return None
        return Spoken(start, start + len(stripped), stripped, entries)

    def near(self, line: str) -> Spoken | None:
        """A clause of a line that is nearly a documented message."""
        at = 0
        for piece in _CHUNK.split(line):
            at = line.find(piece, at)
            entries = self._close(piece) if len(piece) >= 4 else ()
            if entries:
                return Spoken(at, at + len(piece), piece, entries, close=True)
            at += len(piece)
        return None

    def _close(self, text: str) -> tuple[Entry, ...]:
        bare = fold(_FILLER.sub("", text))
        if len(bare) < 4:
            return ()
        best = 0.0
        entries: tuple[Entry, ...] = ()
        for key, found in self._said.items():
            if abs(len(key) - len(bare)) * 4 > len(key):
                continue
            score = _likeness(bare, key)
            if score > best:
                best, entries = score, found
        return entries if best >= _CLOSE else ()


def _likeness(first: str, second: str) -> float:
    """Alike in order, or (Chinese only) the same characters in another order."""
    score = fuzz.ratio(first, second)
    said, meant = "".join(_HAN.findall(first)), "".join(_HAN.findall(second))
    if meant and fuzz.ratio("".join(sorted(said)), "".join(sorted(meant))) < _CLOSE_HAN:
        return 0.0  # the same parameter, but something else is said about it
    if _HAN.search(first) and len(first) >= 5:
        turned = fuzz.ratio("".join(sorted(first)), "".join(sorted(second)))
        score = max(score, turned - 6)
    return score


def _telling(entry: Entry) -> bool:
    """Whether the words say this even in the middle of a sentence."""
    if entry.table not in ("sdk",) and entry.provenance == "ours":
        return False
    if entry.code == "0":
        return False
    param = required_param(entry.message)
    if param is not None:
        return "_" in param or param != param.lower()
    if _HAN.search(entry.message):
        return len(fold(entry.message)) >= 4
    return entry.message.count(" ") >= 2 or entry.code in ("42403",)


def _hint(message: str) -> str:
    """The longest piece of a message that stands in any spelling of it without a break."""
    pieces = re.findall(r"[\u3400-\u9fff]+", message) or re.findall(r"[a-z]+", message.lower())
    return max(pieces, key=len) if pieces else message.lower()


def _folded_places(line: str) -> tuple[str, list[int]]:
    """The folded line, and for each of its characters the place in the line."""
    chars: list[str] = []
    places: list[int] = []
    for at, char in enumerate(line):
        plain = char if char.isascii() else unicodedata.normalize("NFKC", char)
        for one in plain.casefold():
            if one.isalnum():
                chars.append(one)
                places.append(at)
    return "".join(chars), places


def _squeezed(line: str) -> tuple[str, list[tuple[int, int]]]:
    """The line in plain width without blanks beside Chinese, and (place, length) of each blank."""
    if line.isascii():
        return line, []
    plain = unicodedata.normalize("NFKC", line)
    text = plain if len(plain) == len(line) else line
    gaps = [(found.start(), found.end() - found.start()) for found in _GAP.finditer(text)]
    return (_GAP.sub("", text) if gaps else text), gaps


def _unsqueezed(gaps: list[tuple[int, int]], place: int) -> int:
    """The place in the line of a character of the squeezed text."""
    for start, length in gaps:
        if start > place:
            break
        place += length
    return place


def _whole_words(line: str, start: int, end: int) -> bool:
    """Latin words are not cut out of longer ones."""
    cut_front = start > 0 and _WORD.match(line[start]) and _WORD.match(line[start - 1])
    cut_back = end < len(line) and _WORD.match(line[end - 1]) and _WORD.match(line[end])
    return not (cut_front or cut_back)
