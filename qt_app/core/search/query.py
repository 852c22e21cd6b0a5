"""The words of a search: all must match, in any order; -word excludes; -1 is the code -1."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from qt_app.core.catalogue.entries import Entry
from qt_app.core.search.folding import fold, fold_with_map

MAX_CHARS = 1000
MAX_WORDS = 24
_CODE = re.compile(r"-?[0-9]+")
_PINYIN = re.compile(r"[a-z0-9]+")

# Scores of one word: the place where it matched best.
CODE_EXACT, CODE_PREFIX, MESSAGE_EXACT, MESSAGE, TITLE, CODE_PART, MEANING, PINYIN = (
    100, 90, 80, 60, 50, 40, 30, 20,
)  # fmt: skip
_DIGITS_IN_TEXT = 10


@dataclass(frozen=True, slots=True)
class Query:
    """Folded words that must match and words that must not."""

    words: tuple[str, ...]
    excluded: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.excluded)

    def score(self, entry: Entry) -> int:
        """How well the entry matches, 0 if it does not (1 if nothing was asked for)."""
        if any(_word_score(word, entry) for word in self.excluded):
            return 0
        scores = [_word_score(word, entry) for word in self.words]
        if not scores:
            return 1
        return 0 if 0 in scores else max(scores) * 1000 + sum(scores)

    def spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where the words stand in a text that is shown, to be marked; sorted, not overlapping."""
        return _spans(self.words, text)


def parse_query(text: str) -> Query:
    """Split what was typed; at most 24 words of 1,000 characters are looked at."""
    words, excluded = [], []
    for raw in text[:MAX_CHARS].split():
        word = _as_code(fold(raw))
        if len(word) > 1 and word.startswith("-") and word != "-1":
            excluded.append(word[1:])
        elif word:
            words.append(word)
    return Query(tuple(dict.fromkeys(words[:MAX_WORDS])), tuple(excluded[:MAX_WORDS]))


def _as_code(word: str) -> str:
    """`040001` and `−1` (a typographic minus) as the catalogue writes codes."""
    plain = word.replace("\u2212", "-").replace("\u2013", "-")
    if not _CODE.fullmatch(plain):
        return word
    digits = plain.lstrip("-").lstrip("0") or "0"
    return f"-{digits}" if plain.startswith("-") else digits


def _word_score(word: str, entry: Entry) -> int:
    code = entry.code
    if _CODE.fullmatch(word):
        if code == word:
            return CODE_EXACT
        if word.startswith("-"):
            return 0
        if code.startswith(word):
            return CODE_PREFIX
        return _DIGITS_IN_TEXT if word in entry.search.message else 0
    return _text_score(word, entry)


def _text_score(word: str, entry: Entry) -> int:
    search = entry.search
    if word in (search.message, code := entry.code.casefold()):
        return MESSAGE_EXACT
    if word in search.message:
        return MESSAGE
    if word in search.title:
        return TITLE
    if word in code:
        return CODE_PART
    if word in search.meaning:
        return MEANING
    if _PINYIN.fullmatch(word) and _in_any(word, (*search.pinyin, *search.initials)):
        return PINYIN
    return 0


def _in_any(word: str, texts: tuple[str, ...]) -> bool:
    return any(word in text for text in texts)


@lru_cache(maxsize=4096)
def _spans(words: tuple[str, ...], text: str) -> tuple[tuple[int, int], ...]:
    folded, origin = fold_with_map(text)
    found: list[tuple[int, int]] = []
    for word in words:
        at = folded.find(word)
        while at >= 0:
            found.append((origin[at], origin[at + len(word) - 1] + 1))
            at = folded.find(word, at + len(word))
    return _merged(sorted(found))


def _merged(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
