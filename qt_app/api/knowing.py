"""What the product knows, loaded once: catalogue, rules, and the words of the rules."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from qt_app.core.catalogue.catalogue import Catalogue
from qt_app.services.knowledge import Knowledge, load_knowledge

if TYPE_CHECKING:
    from qt_app.api.wordbook import Wordbook
    from qt_app.core.diagnosis.rulebook import RuleBook
    from qt_app.services.suffixes import SuffixList


@dataclass(frozen=True, slots=True)
class Expertise:
    """The rules that decide, and the words they are said in."""

    rulebook: RuleBook
    wordbook: Wordbook

    def registrable(self, host: str) -> str | None:
        """The registrable domain of a host, None if it has none. The first call reads a file."""
        return _suffixes().registrable(host)


def load_catalogue() -> Catalogue:
    """The catalogue; CatalogueError or ResourceError if its file is broken or missing."""
    return _knowledge().catalogue


@cache
def expertise() -> Expertise:
    """Rules and their words; not imported before the first diagnosis."""
    from qt_app.api.wordbook import Wordbook
    from qt_app.core.diagnosis import rulebook_from_raw

    known = _knowledge()
    return Expertise(rulebook_from_raw(known.rules, known.phrasebook), Wordbook(known))


@cache
def _suffixes() -> SuffixList:
    from qt_app.services.suffixes import SuffixList

    return SuffixList()


@cache
def _knowledge() -> Knowledge:
    return load_knowledge()
