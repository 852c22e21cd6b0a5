"""The table model: Qt's own tester, sorting, filtering, narrowing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from qt_app.core.search import search
from qt_app.gui.models.codes import CODE, COLUMNS, SEVERITY_WORD, TABLE, CodesModel, Filters
from qt_app.services.knowledge import load_knowledge

DOWN, UP = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder


@pytest.fixture
def catalogue():
    return load_knowledge().catalogue


@pytest.fixture
def model(qapp, catalogue):
    made = CodesModel(catalogue, "zh")
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield made
    tester.deleteLater()


def ids(model: CodesModel) -> list[str]:
    return [model.row_at(row).entry.id for row in range(model.rowCount())]


def codes(model: CodesModel) -> list[str]:
    return [model.row_at(row).entry.code for row in range(model.rowCount())]


def test_starts_with_everything_in_seed_order(model, catalogue) -> None:
    assert ids(model) == [entry.id for entry in catalogue.entries]
    assert model.columnCount() == COLUMNS


def test_codes_sort_as_numbers(model) -> None:
    model.sort(CODE, UP)
    numbers = [int(code) for code in codes(model) if code.lstrip("-").isdecimal()]
    assert numbers == sorted(numbers)
    assert numbers[0] == -1
    model.sort(CODE, DOWN)
    numbers = [int(code) for code in codes(model) if code.lstrip("-").isdecimal()]
    assert numbers == sorted(numbers, reverse=True)


def test_sort_minus_one_is_the_seed_order(model, catalogue) -> None:
    model.sort(SEVERITY_WORD, DOWN)
    model.sort(-1)
    assert ids(model) == [entry.id for entry in catalogue.entries]


@pytest.mark.parametrize("column", range(COLUMNS))
def test_sorting_keeps_the_chosen_entry(model, column: int) -> None:
    chosen = QPersistentModelIndex(model.index(40, 0))
    before = model.row_at(40).entry.id
    model.sort(column, DOWN)
    assert model.row_at(chosen.row()).entry.id == before


@pytest.mark.parametrize(
    "text", ["400", "-1", "未授权", "wsqdym", "token -access", "TOKEN", "４０００１", "no such"]
)
def test_finds_what_the_search_finds(model, catalogue, text: str) -> None:
    model.set_search(text, Filters())
    assert set(ids(model)) == {entry.id for entry in search(catalogue, text)}


def test_typing_on_narrows_to_the_same_as_typing_at_once(model, catalogue) -> None:
    for text in ("token 4 -openid", "domain -1", "未授权 的", "4000"):
        for end in range(1, len(text) + 1):
            model.set_search(text[:end], Filters())
            assert set(ids(model)) == {e.id for e in search(catalogue, text[:end])}, text[:end]
        for end in range(len(text), 0, -1):
            model.set_search(text[:end], Filters())
            assert set(ids(model)) == {e.id for e in search(catalogue, text[:end])}, text[:end]


def test_filters_and_words_work_together(model) -> None:
    model.set_search("40", Filters(table="member", who="developer"))
    rows = [model.row_at(row).entry for row in range(model.rowCount())]
    assert all(e.table == "member" and e.who == "developer" for e in rows)
    model.set_search("", Filters(severity="success"))
    assert model.rowCount() > 0
    assert all(model.row_at(r).entry.severity == "success" for r in range(model.rowCount()))


def test_badge_counts_the_other_meanings(model, catalogue) -> None:
    for row in map(model.row_at, range(model.rowCount())):
        assert row.others == len(catalogue.by_code(row.entry.code)) - 1


def test_tooltips_are_words_only(model) -> None:
    for row in range(model.rowCount()):
        tip = model.data(model.index(row, 2), Qt.ItemDataRole.ToolTipRole)
        assert not GuiQt.mightBeRichText(tip)


def test_language_changes_the_words_and_not_the_filter(model) -> None:
    model.set_search("50002", Filters())
    before = ids(model)
    model.set_language("en")
    assert ids(model) == before
    assert model.row_at(0).cells[1].isascii()


def test_every_role_of_every_cell_answers(model) -> None:
    for role in Qt.ItemDataRole:
        model.data(model.index(0, 0), role)
        model.headerData(0, Qt.Orientation.Horizontal, role)
    assert model.headerData(99, Qt.Orientation.Horizontal) is None


def test_the_table_column_is_short_and_its_tooltip_whole(model) -> None:
    model.set_language("en")
    first = next(entry for entry in ids(model) if entry.startswith("global/"))
    index = model.index(model.find(first), TABLE)
    assert "Global return codes" in index.data(Qt.ItemDataRole.ToolTipRole)
    metrics = QFontMetrics(QApplication.font())
    room = 96 - 2 * 10
    for number in range(model.rowCount()):
        shown = model.row_at(number).shown(TABLE)
        assert metrics.horizontalAdvance(shown) <= room, shown


@pytest.mark.parametrize("digits", ["4", "40", "400", "50", "16"])
def test_codes_that_begin_so_come_before_messages_that_say_so(model, digits: str) -> None:
    model.set_search(digits, Filters())
    hits = [code.startswith(digits) for code in codes(model)]
    assert hits == sorted(hits, reverse=True)
    first = ids(model)[: sum(hits)]
    everything = [entry.id for entry in model._catalogue.entries]
    assert first == sorted(first, key=everything.index)
