"""The rows of the command palette: commands, codes and kept cases in one list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qt_app.core.catalogue.catalogue import Catalogue
from qt_app.core.catalogue.entries import Entry
from qt_app.core.search import Query, fold, parse_query, ranked
from qt_app.gui.vocabulary import SEVERITY
from qt_app.gui.widgets.words import plain_tip

COMMAND, CODE, CASE = "command", "code", "case"
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PaletteRow:
    """One row. `key`: what `kind` of thing is opened; `lead`: the code in front of the title;
    `right`: shortcut, table or time; `target`: whatever the opener needs."""

    kind: str
    key: str
    title: str
    right: str = ""
    lead: str = ""
    enabled: bool = True
    icon: str = "chevron-right"
    target: object = None


class PaletteModel(QAbstractListModel):
    """Rows in which every typed word stands: commands, codes best first, cases."""

    def __init__(self, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._lang = ""
        self._codes: dict[str, PaletteRow] = {}
        self._commands: list[PaletteRow] = []
        self._cases: list[PaletteRow] = []
        self._rows: list[PaletteRow] = []
        self.query: Query = parse_query("")

    def fill(
        self, commands: Sequence[PaletteRow], cases: Sequence[PaletteRow], lang: str, text: str = ""
    ) -> None:
        """Take what there is now; code titles in "zh" or "en"."""
        if lang != self._lang:
            self._lang = lang
            self._codes.clear()
        self._commands, self._cases = list(commands), list(cases)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show only what holds all these words."""
        self.beginResetModel()
        self.query = parse_query(text)
        self._rows = self._found()
        self.endResetModel()

    def row_at(self, number: int) -> PaletteRow | None:
        """The row on a place."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def enabled_from(self, number: int, step: int) -> int:
        """The first row that can be chosen, from `number` on, by steps of 1 or -1; else -1."""
        while 0 <= number < len(self._rows):
            if self._rows[number].enabled:
                return number
            number += step
        return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(" · ".join(p for p in (row.lead, row.title, row.right) if p))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is not None and not row.enabled:
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)

    def spoken(self, row: PaletteRow) -> str:
        """The row as a screen reader says it; what kind it is comes last."""
        kinds = {COMMAND: self.tr("command"), CODE: self.tr("code"), CASE: self.tr("case")}
        kind = kinds[row.kind] if row.enabled else self.tr("not possible now")
        return " · ".join(part for part in (row.lead, row.title, row.right, kind) if part)

    def _found(self) -> list[PaletteRow]:
        query = self.query
        codes = [self._code_row(entry) for entry in ranked(self._catalogue.entries, query)]
        if not query:
            return [*self._commands, *self._cases, *codes]
        return [*_holding(self._commands, query), *codes, *_holding(self._cases, query)]

    def _code_row(self, entry: Entry) -> PaletteRow:
        if entry.id not in self._codes:
            table = self._catalogue.tables.get(entry.table)
            self._codes[entry.id] = PaletteRow(
                CODE,
                entry.id,
                entry.title.get(self._lang) or entry.message,
                right=table.get(self._lang) if table else entry.table,
                lead=entry.code,
                icon=SEVERITY[entry.severity].icon,
            )
        return self._codes[entry.id]


def _holding(rows: Sequence[PaletteRow], query: Query) -> list[PaletteRow]:
    """The rows that hold all words, those that begin with the first one in front."""
    found = []
    for row in rows:
        text = fold(f"{row.title} {row.right}" if row.kind == CASE else row.title)
        held = all(word in text for word in query.words)
        if held and not any(word in text for word in query.excluded):
            begins = bool(query.words) and text.startswith(query.words[0])
            found.append((not begins, row))
    found.sort(key=lambda hit: hit[0])
    return [row for _, row in found]
