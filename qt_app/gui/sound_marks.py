"""Where a word typed as pinyin or initials stands in a Chinese text, so that it can be marked.

The catalogue keeps the sounds of a text as two strings without boundaries: one initial per
character, and all syllables in a row. Both are laid along the characters again here.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence

from qt_app.core.catalogue.entries import Entry
from qt_app.core.search import Query, fold_with_map

Spans = list[tuple[int, int]]
Aligned = tuple[str, list[int], list[int]]  # sounds, ends of characters in them, their places
_SOUND = re.compile(r"[a-z][a-z0-9]*")
_KEPT = re.compile(r"[\u3400-\u9fffa-z0-9]")
_SYLLABLE = re.compile(r"(?:[aeo]|[a-z]h?)[aeiouv]*(ng|n|r|)")


class SoundMarks:
    """Finds the spans of searched words in titles and messages of these entries."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._known: dict[str, set[str]] | None = None
        self._aligned: dict[tuple[str, str], list[Aligned]] = {}

    def spans(self, query: Query, text: str, entry: Entry, words: str) -> Spans:
        """Where `query` stands in `text`: as it is written, else as it sounds.

        `words`: all that is written in the entry; what stands in it was not meant as a sound.
        """
        found = list(query.spans(text))
        for word in query.words:
            if _SOUND.fullmatch(word) and word not in words:
                found += self._heard(word, text, entry)
        return _joined(sorted(found))

    def learn(self, text: str, entry: Entry) -> list[Aligned]:
        """The sounds of a text; the very first one takes 20 ms, which need not wait for a key."""
        key = (entry.id, text)
        if key not in self._aligned:
            self._aligned[key] = self._align(text, entry)
        return self._aligned[key]

    def _heard(self, word: str, text: str, entry: Entry) -> Spans:
        if not any(word in sounds for sounds in (*entry.search.initials, *entry.search.pinyin)):
            return []
        for sounds, ends, places in self.learn(text, entry):
            if found := _spans_in(word, sounds, ends, places):
                return found
        return []

    def _align(self, text: str, entry: Entry) -> list[Aligned]:
        """The sounds of a text with the end of each character in them: initials, then pinyin."""
        kept = _kept_characters(text)
        letters, places = "".join(char for char, _ in kept), [place for _, place in kept]
        aligned: list[Aligned] = []
        for initials in entry.search.initials:
            if not _fits(initials, letters, self._letters()):
                continue
            aligned.append((initials, list(range(1, len(initials) + 1)), places))
            for full in entry.search.pinyin:
                ends = _syllable_ends(full, initials, letters)
                if ends is not None:
                    aligned.append((full, ends, places))
        return aligned

    def _letters(self) -> dict[str, set[str]]:
        """The initials of each character, learned where a text's are beyond doubt."""
        if self._known is None:
            known: dict[str, set[str]] = {}
            texts = {
                (text, entry.search.initials)
                for entry in self._entries
                for text in (entry.title.get("zh"), entry.message)
            }
            for text, initials in texts:
                letters = "".join(char for char, _ in _kept_characters(text))
                fitting = [one for one in initials if _fits(one, letters, {})]
                sounds = fitting[0] if len(fitting) == 1 else ""
                for char, sound in zip(letters, sounds, strict=False):
                    known.setdefault(char, set()).add(sound)
            self._known = known
        return self._known


def _kept_characters(text: str) -> list[tuple[str, int]]:
    """The characters that have a sound, folded, each with its place in `text`."""
    folded, origin = fold_with_map(text)
    return [(found[0], origin[found.start()]) for found in _KEPT.finditer(folded)]


def _fits(initials: str, letters: str, known: Mapping[str, Collection[str]]) -> bool:
    """Whether these are the initials of a text: one for each character, letters as they are."""
    return len(initials) == len(letters) and all(
        sound in known.get(char, sound) if char >= "\u3400" else char == sound
        for char, sound in zip(letters, initials, strict=True)
    )


def _syllable_ends(full: str, initials: str, letters: str, start: int = 0) -> list[int] | None:
    """Where each character's syllable ends in the full pinyin; None if it is another text's."""
    if not letters:
        return [] if start == len(full) else None
    if full[start : start + 1] != initials[0]:
        return None
    for end in _possible_ends(full, start) if letters[0] >= "\u3400" else (start + 1,):
        rest = _syllable_ends(full, initials[1:], letters[1:], end)
        if rest is not None:
            return [end, *rest]
    return None


def _possible_ends(full: str, start: int) -> Iterator[int]:
    """Where a syllable may end: with all of its last consonants, or with fewer."""
    found = _SYLLABLE.match(full, start)
    if found is not None:
        yield from range(found.end(), found.start(1) - 1, -1)


def _spans_in(word: str, sounds: str, ends: Sequence[int], places: Sequence[int]) -> Spans:
    """The characters that `word` touches, wherever it stands in the sounds."""
    return [
        (places[bisect_right(ends, at)], places[bisect_left(ends, at + len(word))] + 1)
        for at in _occurrences(word, sounds)
    ]


def _occurrences(word: str, sounds: str) -> Iterator[int]:
    at = sounds.find(word)
    while at >= 0:
        yield at
        at = sounds.find(word, at + len(word))


def _joined(spans: Spans) -> Spans:
    joined: Spans = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
