"""Search in the catalogue: rank, filter, and what is nearest when nothing was found."""

from __future__ import annotations

from collections.abc import Iterable

from qt_app.core.catalogue.catalogue import Catalogue
from qt_app.core.catalogue.entries import SEED_TABLES, Entry
from qt_app.core.search.query import Query, parse_query


def search(catalogue: Catalogue, text: str, table: str | None = None) -> list[Entry]:
    """Entries that match all words, best first; in seed order when nothing was typed."""
    return ranked(catalogue.in_table(table) if table else catalogue.entries, parse_query(text))


def ranked(entries: Iterable[Entry], query: Query) -> list[Entry]:
    """The entries that match, best first, ties in the order given."""
    scored = [(query.score(entry), entry) for entry in entries]
    hits = [(score, entry) for score, entry in scored if score]
    if query.words:
        hits.sort(key=lambda hit: -hit[0])
    return [entry for _, entry in hits]


def nearest_codes(catalogue: Catalogue, code: str, most: int = 4) -> list[str]:
    """Documented codes closest to an unknown one: fewest slips of the finger, then those that
    begin alike, then as they stand in the manual."""
    # Only an unknown code needs this library, and it takes longer to load than all of search.
    from rapidfuzz.distance import OSA, Prefix

    tables = (*SEED_TABLES, "sdk")
    codes = dict.fromkeys(e.code for e in catalogue.entries if e.table in tables)
    digits = [known for known in codes if known.lstrip("-").isdigit()]
    rated = [
        (OSA.distance(code, known), -Prefix.similarity(code, known), known) for known in digits
    ]
    close = sorted((one for one in rated if one[0] <= _slips(code)), key=lambda one: one[:2])
    return [known for _, _, known in close[:most]]


def _slips(code: str) -> int:
    return 1 if len(code) <= 3 else 2
