"""Finds many fixed words in a text in one fast pass."""

from __future__ import annotations

import re
from collections.abc import Iterable

import ahocorasick_rs

_SURROGATE = re.compile("[\ud800-\udfff]")


class WordFinder:
    """The places of any of the given words, case as given."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(set(words))
        self._finder = ahocorasick_rs.AhoCorasick(
            self._words, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )

    def places(self, text: str) -> list[int]:
        """Where the words begin, ascending; of overlapping ones the leftmost longest."""
        try:
            found = self._finder.find_matches_as_indexes(text)
        except UnicodeEncodeError:
            found = self._finder.find_matches_as_indexes(_SURROGATE.sub("?", text))
        return [start for _, start, _ in found]


def lowered(text: str) -> str:
    """Lower case with every character at its place."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)
