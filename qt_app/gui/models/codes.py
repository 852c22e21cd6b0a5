"""The code table: entries in, cells out. Own filter and sort, everything precomputed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qt_app.core.catalogue.catalogue import Catalogue
from qt_app.core.catalogue.entries import SEVERITIES, WHO, Entry
from qt_app.core.search import Query, parse_query, ranked
from qt_app.gui.sound_marks import SoundMarks
from qt_app.gui.vocabulary import SEVERITY, table_word, who_word
from qt_app.gui.widgets.words import plain_tip

CODE, TITLE, MESSAGE, TABLE, WHO_ACTS, SEVERITY_WORD = range(6)
COLUMNS = 6
ENTRY_ROLE = int(Qt.ItemDataRole.UserRole)
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_CODE = re.compile(r"-?[0-9]+")
_SOUND = re.compile(r"[a-z0-9]+")
_ANSWERS = 64
_HORIZONTAL = Qt.Orientation.Horizontal
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """One entry ready to be drawn. `others`: how many other meanings its code has.

    `table` is its table's name as the column shows it.
    `words` and `sounds` are all folded texts and all pinyin of the entry, a line each.
    """

    entry: Entry
    cells: tuple[str, ...]
    others: int
    keys: tuple[Any, ...]
    words: str
    sounds: str
    table: str = ""

    def shown(self, column: int) -> str:
        """What a cell shows; `cells` hold the whole names."""
        return self.table if column == TABLE else self.cells[column]


@dataclass(frozen=True, slots=True)
class Filters:
    """What the three drop-downs ask for; "" is all."""

    table: str = ""
    severity: str = ""
    who: str = ""

    def accept(self, entry: Entry) -> bool:
        """Whether the entry passes all three."""
        return (
            self.table in ("", entry.table)
            and self.severity in ("", entry.severity)
            and self.who in ("", entry.who)
        )


class CodesModel(QAbstractTableModel):
    """Rows that match what was typed, in seed order unless a header was clicked."""

    def __init__(self, catalogue: Catalogue, lang: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._marks = SoundMarks(catalogue.entries)
        self._headers: tuple[str, ...] = ("",) * COLUMNS
        self._all: list[Row] = []
        self._rows: list[Row] = []
        self._matched: list[Row] = []
        self._text = ""
        self._filters = Filters()
        self._sort: tuple[int, bool] | None = None
        self._answers: dict[tuple[str, Filters], list[Row]] = {}
        self.query: Query = parse_query("")
        self.set_language(lang)

    def set_language(self, lang: str) -> None:
        """Show catalogue texts in "zh" or "en"; the filter stays."""
        self.beginResetModel()
        self._answers.clear()
        self._all = [self._make_row(entry, lang) for entry in self._catalogue.entries]
        self._matched = self._match(self._all)
        self._arrange()
        self.endResetModel()

    def set_headers(self, headers: Sequence[str]) -> None:
        """The six column titles."""
        self._headers = tuple(headers)
        self.headerDataChanged.emit(_HORIZONTAL, 0, COLUMNS - 1)

    def set_search(self, text: str, filters: Filters) -> None:
        """Keep the rows that match the words and pass the filters."""
        rows = self._start(text, filters)
        self.beginResetModel()
        self._text, self._filters, self.query = text, filters, parse_query(text)
        key = (text, filters)
        if key not in self._answers:
            if len(self._answers) >= _ANSWERS:
                self._answers.clear()
            self._answers[key] = self._match(rows)
        self._matched = self._answers[key]
        self._arrange()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, codes as numbers; column -1 brings the seed order back."""
        wanted = None if column < 0 else (column, order == Qt.SortOrder.DescendingOrder)
        if wanted == self._sort:
            return
        self._sort = wanted
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._rows[index.row()].entry.id for index in before]
        self._arrange()
        places = {row.entry.id: number for number, row in enumerate(self._rows)}
        after = [self.index(places[i], old.column()) for i, old in zip(ids, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    @property
    def sorted_by(self) -> int:
        """The column sorted by, or -1 for seed order."""
        return self._sort[0] if self._sort else -1

    @property
    def all_rows(self) -> Sequence[Row]:
        """Every row there is, whatever is searched for, in seed order."""
        return self._all

    def row_at(self, number: int) -> Row:
        """The row on place `number`."""
        return self._rows[number]

    def find(self, entry_id: str) -> int:
        """On which row an entry stands now, or -1."""
        for number, row in enumerate(self._rows):
            if row.entry.id == entry_id:
                return number
        return -1

    def marked(self, row: Row, text: str) -> list[tuple[int, int]]:
        """Where the search stands in a text of a row, to be marked."""
        return self._marks.spans(self.query, text, row.entry, row.words)

    def prepare(self, row: Row) -> None:
        """Learn what marks in a row will need."""
        for column in (TITLE, MESSAGE):
            self._marks.learn(row.cells[column], row.entry)

    def header(self, column: int) -> str:
        """A column's title."""
        return self._headers[column]

    def search(self, text: str) -> list[Entry]:
        """All entries that match, best first, whatever is filtered: as core.search, but fast."""
        query = parse_query(text)
        return ranked((row.entry for row in _passing(self._all, query)), query)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else COLUMNS

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        if role == _DISPLAY:
            return self._rows[index.row()].shown(index.column())
        if role == _TOOLTIP:
            return plain_tip(self._rows[index.row()].cells[index.column()])
        if role == ENTRY_ROLE:
            return self._rows[index.row()].entry.id
        if role == _ACCESSIBLE:
            return self._rows[index.row()].cells[index.column()]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation == _HORIZONTAL and role == _DISPLAY and 0 <= section < COLUMNS:
            return self._headers[section]
        return None

    def _start(self, text: str, filters: Filters) -> list[Row]:
        """The rows to look at: those of the present search if the new one can only narrow it."""
        grown = text.startswith(self._text) and "-" not in text
        narrows = grown and bool(self._text) and filters == self._filters
        return self._matched if narrows else self._all

    def _match(self, rows: list[Row]) -> list[Row]:
        filters = self._filters
        if filters != Filters():
            rows = [row for row in rows if filters.accept(row.entry)]
        return _passing(rows, self.query)

    def _arrange(self) -> None:
        self._rows = list(self._matched)
        if self._sort is not None:
            column, descending = self._sort
            self._rows.sort(key=lambda row: row.keys[column], reverse=descending)
            return
        digits = tuple(word for word in self.query.words if word.isdecimal())
        if digits:
            self._rows = _codes_first(self._rows, digits)

    def _make_row(self, entry: Entry, lang: str) -> Row:
        table = self._catalogue.tables.get(entry.table)
        severity = SEVERITY[entry.severity]
        cells = (
            entry.code,
            entry.title.get(lang),
            entry.message,
            table.get(lang) if table else entry.table,
            who_word(entry.who),
            severity.text(),
        )
        others = len(self._catalogue.by_code(entry.code)) - 1
        search = entry.search
        words = (search.message, search.title, search.meaning, entry.code.casefold())
        sounds = (*search.pinyin, *search.initials)
        keys = _sort_keys(entry, cells)
        short = table_word(entry.table, cells[TABLE])
        return Row(entry, cells, others, keys, "\n".join(words), "\n".join(sounds), short)


def _codes_first(rows: list[Row], digits: tuple[str, ...]) -> list[Row]:
    """Rows whose codes begin so, then those that only speak of the numbers; else as they were."""
    codes: list[Row] = []
    others: list[Row] = []
    for row in rows:
        hit = all(row.entry.code.startswith(word) for word in digits)
        (codes if hit else others).append(row)
    return codes + others


def _passing(rows: list[Row], query: Query) -> list[Row]:
    """The rows that hold all words and none of the excluded ones."""
    for word in query.words:
        rows = _holding(rows, word)
    for word in query.excluded:
        held = {row.entry.id for row in _holding(rows, word)}
        rows = [row for row in rows if row.entry.id not in held]
    return rows


def _holding(rows: list[Row], word: str) -> list[Row]:
    """The rows that hold a folded word: the same as core.search's score above zero, but fast."""
    if _CODE.fullmatch(word):
        if word.startswith("-"):
            return [row for row in rows if row.entry.code == word]
        return [
            row
            for row in rows
            if row.entry.code.startswith(word) or word in row.entry.search.message
        ]
    if _SOUND.fullmatch(word):
        return [row for row in rows if word in row.words or word in row.sounds]
    return [row for row in rows if word in row.words]


def _sort_keys(entry: Entry, cells: tuple[str, ...]) -> tuple[Any, ...]:
    code = entry.code
    number = (0, int(code), "") if code.lstrip("-").isdecimal() else (1, 0, code)
    return (
        number,
        cells[TITLE].casefold(),
        cells[MESSAGE].casefold(),
        cells[TABLE],
        WHO.index(entry.who) if entry.who in WHO else len(WHO),
        SEVERITIES.index(entry.severity),
    )
