"""Cells copied as pictures look exactly like cells that are drawn."""

from __future__ import annotations

from itertools import chain

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLineEdit, QTableView

from qt_app.gui.delegates.rows import letter_edges
from qt_app.gui.delegates.still_cells import StillCells


def painted(table: QTableView, ratio: float) -> QImage:
    size = table.viewport().size()
    picture = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
    picture.setDevicePixelRatio(ratio)
    table.viewport().render(picture, QPoint())
    return picture.toImage()


@pytest.fixture
def table(window, settle) -> QTableView:
    window.show_page("codes")
    window.findChild(QLineEdit, "codesFilter").setText("400")
    settle()
    return window.findChild(QTableView, "codesTable")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_pictures_look_like_what_is_drawn(
    window, table, settle, monkeypatch, theme: str, ratio: float
) -> None:
    window._desk.preferences.change(theme=theme)
    settle()
    copied = painted(table, ratio)
    used = [still for still in table._painted._stills._known.values() if still.picture is not None]
    assert bool(used) == (ratio != 1.25)
    monkeypatch.setattr(StillCells, "begin", lambda self, ratio: False)
    assert painted(table, ratio) == copied


def test_pictures_follow_columns_language_and_text_size(window, table, settle, monkeypatch) -> None:
    table.horizontalHeader().moveSection(5, 0)
    table.setColumnWidth(3, 130)
    for change in ({"language": "en"}, {"text_size": 125}, {"language": "zh"}):
        window._desk.preferences.change(**change)
        settle()
        copied = painted(table, 1.0)
        with monkeypatch.context() as patch:
            patch.setattr(StillCells, "begin", lambda self, ratio: False)
            assert painted(table, 1.0) == copied


def test_chosen_rows_keep_their_ground(table) -> None:
    image, surface = painted(table, 1.0), table._theme.color("surface")
    top = table.rowViewportPosition(table.currentIndex().row())
    right = table.viewport().width() - 4
    assert image.pixelColor(right, top + 5) == table._theme.color("accenttint")
    assert image.pixelColor(right, top + table.rowHeight(0) + 5) == surface


def test_rows_are_shaped_before_somebody_looks_for_them(window, table, qtbot) -> None:
    ahead, painted = table._ahead, table._painted
    everything = {row.entry.id for row in window.page("codes").model.all_rows}
    qtbot.waitUntil(ahead.is_done, timeout=10_000)
    assert set(painted._plans) == everything
    assert not ahead._timer.isActive()
    window._desk.preferences.change(text_size=110)
    assert not painted._plans
    table.viewport().repaint()
    assert not ahead.is_done()
    qtbot.waitUntil(ahead.is_done, timeout=10_000)
    assert set(painted._plans) == everything


def test_marks_stand_where_they_stand_without_being_prepared(window, table, qtbot) -> None:
    model, rows = window.page("codes").model, table._painted
    field = window.findChild(QLineEdit, "codesFilter")
    for word in ("access", "域名", "wsq", "token", "40"):
        qtbot.waitUntil(table._ahead.is_done, timeout=10_000)
        field.setText(word)
        shown = [model.row_at(number) for number in range(min(model.rowCount(), 15))]
        ready = [list(rows._boxes(rows._plan(row), model)) for row in shown]
        rows.forget()
        asked = [list(rows._boxes(rows._plan(row), model)) for row in shown]
        table.viewport().repaint()
        assert any(ready)
        for one, other in zip(chain(*ready), chain(*asked), strict=True):
            assert abs(one.left() - other.left()) <= 1
            assert abs(one.right() - other.right()) <= 1


def test_edges_of_letters_are_those_the_metrics_give(window) -> None:
    theme = window._desk.theme
    for text in ("获取access_token时错误，AV ffi", "😀 x", "", "a\u0301b"):
        edges = letter_edges(theme.font("body"), text)
        wide = [theme.metrics("body").horizontalAdvance(text[:at]) for at in range(len(text) + 1)]
        assert len(edges) == len(wide)
        assert all(abs(edge - width) <= 1 for edge, width in zip(edges, wide, strict=True))


def test_after_no_hits_the_card_comes_back(window, table, qtbot) -> None:
    page, field = window.page("codes"), window.findChild(QLineEdit, "codesFilter")
    qtbot.waitUntil(lambda: page.detail.card.accessibleDescription().startswith("40001"))
    chosen = page.detail.card.accessibleDescription()
    field.setText("400zzz")
    assert page.detail.isHidden()
    field.setText("400")
    assert page.detail.isVisible()
    assert not page.detail.card.body.isVisible()
    qtbot.waitUntil(lambda: page.detail.card.body.isVisible(), timeout=2000)
    assert page.detail.card.accessibleDescription() == chosen
