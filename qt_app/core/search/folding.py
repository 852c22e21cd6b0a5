"""One way to fold text before it is compared: NFKC, case, white space."""

from __future__ import annotations

import re
import unicodedata

_BLANKS = re.compile(r"\s+")


def fold(text: str) -> str:
    """NFKC and case-folded, runs of white space as one blank, none outside."""
    return _BLANKS.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


def fold_with_map(text: str) -> tuple[str, list[int]]:
    """Folded text and, for each of its characters, the index it came from in `text`.

    White space is kept as it is, so that a match can be marked in the original.
    """
    whole = text.casefold()
    if len(whole) == len(text) and unicodedata.is_normalized("NFKC", text):
        # Every character stays one character: most texts, at a thirtieth of the time.
        return whole, list(range(len(text)))
    folded: list[str] = []
    origin: list[int] = []
    for index, char in enumerate(text):
        for piece in unicodedata.normalize("NFKC", char).casefold():
            folded.append(piece)
            origin.append(index)
    return "".join(folded), origin
