"""How well a text that was received fits a documented message."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from qt_app.core.catalogue.catalogue import Catalogue
from qt_app.core.catalogue.entries import Entry
from qt_app.core.patterns import lazily

# Best first. "family": another parameter of a message that names a parameter.
MATCHES = ("exact", "folded", "template", "contains", "near", "family", "like")
LONGEST = 600
_NEAR, _LIKE = 88.0, 68.0
_REMEMBERED = 2000
_BRACKETS = lazily(r"(?:\[[^\[\]]{0,80}\]\s*,?\s*)+")
_NUMBER = lazily(r"\d+")
_REQUIRED = lazily(r"^\W*([A-Za-z_][\w .\-]{0,40}?)\s+(?:is|are) required\W*$", re.IGNORECASE)
_HAN = lazily(r"[\u3400-\u9fff]")
_LATIN = lazily(r"[A-Za-z]{3,}")


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """NFKC, lower case, without spaces and punctuation: equal for texts that say the same."""
    folded = unicodedata.normalize("NFKC", text[:LONGEST]).casefold()
    return "".join(char for char in folded if char.isalnum())


@lru_cache(maxsize=2048)
def template(text: str) -> str:
    """The text with names in brackets and numbers taken out, folded."""
    return fold(_NUMBER.sub("0", _BRACKETS.sub(" 0 ", text[:LONGEST])))


def required_param(message: str | None) -> str | None:
    """`open_id is required` → `open_id`; None for any other text."""
    found = _REQUIRED.match(message[:LONGEST]) if message else None
    return found.group(1).strip() if found else None


@lru_cache(maxsize=2048)
def language(message: str | None) -> str | None:
    """ "zh" if the text holds Chinese, "en" if it holds English words only, None if neither."""
    if not message:
        return None
    if _HAN.search(message):
        return "zh"
    return "en" if _LATIN.search(message) else None


@dataclass(frozen=True, slots=True)
class Documented:
    """One documented message, prepared once."""

    entry: Entry
    folded: str
    template: str
    param: str | None


class MessageIndex:
    """The catalogue's messages, prepared for comparing."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._by_id = {entry.id: _prepare(entry) for entry in catalogue.entries}
        self._by_folded: dict[str, tuple[Entry, ...]] = {}
        self._matched: dict[tuple[str, str], str | None] = {}
        for one in self._by_id.values():
            if one.folded and one.entry.provenance != "ours":
                known = self._by_folded.get(one.folded, ())
                self._by_folded[one.folded] = (*known, one.entry)

    def equal(self, message: str) -> tuple[Entry, ...]:
        """Entries whose documented message is this text but for case, spaces, punctuation."""
        return self._by_folded.get(fold(message), ())

    def folded(self) -> dict[str, tuple[Entry, ...]]:
        """All folded messages with their entries."""
        return dict(self._by_folded)

    def match(self, message: str, entry: Entry) -> str | None:
        """One of MATCHES, or None where the message says something else."""
        key = (message, entry.id)
        if key not in self._matched:
            if len(self._matched) >= _REMEMBERED or len(message) > LONGEST:
                self._matched.clear()
            self._matched[key] = self._match(message, entry)
        return self._matched[key]

    def _match(self, message: str, entry: Entry) -> str | None:
        one = self._by_id[entry.id]
        if message.strip() == entry.message:
            return "exact"
        folded = fold(message)
        if not folded or not one.folded:
            return None
        if folded == one.folded:
            return "folded"
        if template(message) == one.template:
            return "template"
        return _loose(message, folded, one)


def _prepare(entry: Entry) -> Documented:
    return Documented(
        entry, fold(entry.message), template(entry.message), required_param(entry.message)
    )


def _loose(message: str, folded: str, one: Documented) -> str | None:
    asked = required_param(message)
    if asked is not None and one.param is not None:
        return _same_param(asked, one.param)
    if one.folded in folded and _tells(one.folded, folded):
        return "contains"
    if len(folded) >= 5 and folded in one.folded and len(folded) * 2 >= len(one.folded):
        return "near"
    score = fuzz.ratio(folded, one.folded)
    if score >= _NEAR:
        return "near"
    return "like" if score >= _LIKE else None


def _tells(part: str, whole: str) -> bool:
    """Whether the documented words are enough of the text, or long enough to be no accident."""
    weight = sum(2 if char > "\u2fff" else 1 for char in part)
    return weight >= 8 and (weight >= 12 or len(part) * 3 >= len(whole))


@lru_cache(maxsize=512)
def _same_param(asked: str, documented: str) -> str | None:
    first, second = fold(asked), fold(documented)
    if first == second:
        return "folded"
    if min(len(first), len(second)) >= 4 and (first in second or second in first):
        return "near"
    return "family" if fuzz.ratio(first, second) >= _LIKE else None
