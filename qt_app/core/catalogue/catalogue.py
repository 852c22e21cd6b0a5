"""All entries, indexed."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from qt_app.core.catalogue.entries import Entry
from qt_app.core.phrases import Words


class Catalogue:
    """Entries in seed order, found by id, code or table. `date` is the data's month, YYYY-MM."""

    def __init__(self, entries: Iterable[Entry], tables: dict[str, Words], date: str) -> None:
        self.entries = tuple(sorted(entries, key=lambda entry: entry.order))
        self.tables = MappingProxyType(dict(tables))
        self.date = date
        self._by_id = {entry.id: entry for entry in self.entries}
        self._by_code: dict[str, tuple[Entry, ...]] = {}
        for entry in self.entries:
            self._by_code[entry.code] = (*self._by_code.get(entry.code, ()), entry)

    def __len__(self) -> int:
        return len(self.entries)

    def documented(self) -> int:
        """How many rows the manual itself has; the rest was added to it."""
        return sum(entry.provenance == "seed" for entry in self.entries)

    def get(self, entry_id: str) -> Entry | None:
        """The entry with this id, or None."""
        return self._by_id.get(entry_id)

    def by_code(self, code: str) -> tuple[Entry, ...]:
        """Every meaning of a code, in seed order; empty if the code is unknown."""
        return self._by_code.get(code, ())

    def in_table(self, table: str) -> tuple[Entry, ...]:
        """The entries of one table, in order."""
        return tuple(entry for entry in self.entries if entry.table == table)
