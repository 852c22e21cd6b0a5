"""The catalogue holds the seed's 129 rows, character for character and in its order."""

from __future__ import annotations

from pathlib import Path

from qt_app.core.catalogue.entries import SEED_TABLES
from qt_app.services.knowledge import load_knowledge

SEED = Path(__file__).resolve().parents[2] / "data" / "seed.txt"


def seed_tables() -> list[list[tuple[str, str]]]:
    """The seed's tables as (code, message) rows; the paragraphs after them are the FAQ."""
    tables: list[list[tuple[str, str]]] = []
    for line in SEED.read_text(encoding="utf-8").splitlines():
        if line == "参数 说明":
            tables.append([])
        elif tables and line and not line.startswith(" "):
            code, _, message = line.partition(" ")
            if code.lstrip("-").isdigit():
                tables[-1].append((code, message))
    return tables


def seed_faq() -> list[str]:
    lines = SEED.read_text(encoding="utf-8").splitlines()
    starts = ("  1. ", "  2. ")
    return [line[len(start) :] for start in starts for line in lines if line.startswith(start)]


def test_the_seed_has_seven_tables() -> None:
    assert [len(rows) for rows in seed_tables()] == [66, 6, 23, 3, 7, 5, 19]


def test_every_row_stands_in_its_table_in_order() -> None:
    catalogue = load_knowledge().catalogue
    for table, rows in zip(SEED_TABLES, seed_tables(), strict=True):
        assert [(e.code, e.message) for e in catalogue.in_table(table)] == rows


def test_the_seed_comes_first() -> None:
    catalogue = load_knowledge().catalogue
    assert all(entry.provenance == "seed" for entry in catalogue.entries[:129])
    assert not any(entry.provenance == "seed" for entry in catalogue.entries[129:])


def test_the_faq_is_verbatim() -> None:
    catalogue = load_knowledge().catalogue
    entries = catalogue.in_table("faq")
    assert [entry.code for entry in entries] == ["faq.domain", "faq.ads"]
    assert [entry.message for entry in entries] == seed_faq()


def test_ids_are_unique_and_found() -> None:
    catalogue = load_knowledge().catalogue
    assert len({entry.id for entry in catalogue.entries}) == len(catalogue)
    assert all(catalogue.get(entry.id) is entry for entry in catalogue.entries)
    assert catalogue.get("params/40100/page-size-is-required") is not None
