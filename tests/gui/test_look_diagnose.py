"""How the diagnose page is drawn: notes, details, strip, well and placeholder."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QWidget

from qt_app.gui.widgets.cards import Folded, StepNumber, ValueWell
from tests.gui.diagnose_kit import DOMAIN, ONLY_A_NUMBER, Desk

SAME = "".join(
    f'2026-11-02 10:{number // 60:02}:{number % 60:02}.007 {{"errcode":42001,"errmsg":"x"}}\n'
    for number in range(213)
)
CUT = (
    '2026-11-02 10:00:05.007 {"errcode":50002,"errmsg":"未授权的域名"}\n'
    '2026-11-02 10:00:09.000 WARN  Push - {"errcode":4000\n'
)


@pytest.fixture
def desk(window, qtbot) -> Desk:
    return Desk(window, qtbot)


def place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def test_notes_stand_right_under_the_rows_and_are_whole(desk: Desk, settle) -> None:
    desk.paste(CUT)
    notes = desk.widget("notesView")
    for size, language in (((1280, 800), "zh"), ((860, 520), "zh"), ((860, 520), "en")):
        desk.window._desk.preferences.change(language=language)
        desk.window.resize(*size)
        settle()
        assert place(notes).top() == place(desk.view).bottom() + 1
        last = notes.visualRect(notes.model().index(notes.model().rowCount() - 1, 0))
        assert last.bottom() < notes.viewport().height()
    desk.window.resize(1280, 800)
    settle()
    rows = sum(desk.view.row_rect(row).height() for row in range(desk.view.model().rowCount()))
    assert desk.view.height() == rows


def test_the_time_is_spelled_once_and_short_in_the_summary(desk: Desk) -> None:
    desk.paste(CUT)
    folded = desk.widget("findingDetail").findChildren(Folded)[-1]
    folded.set_open(True)
    words = [label.text() for label in folded.findChildren(QLabel)]
    assert any("· 10:00:05 ·" in text for text in words)
    assert any("· 2026-11-02 10:00:05.007" in text for text in words)
    assert "T10:00" not in desk.card()


def test_an_undecided_row_says_where_and_how_sure(desk: Desk) -> None:
    desk.paste(ONLY_A_NUMBER)
    assert desk.rows()[0].endswith("第 1 行 · 可能")


def test_a_well_stands_close_to_its_step(desk: Desk, settle) -> None:
    desk.paste(DOMAIN)
    settle()
    card = desk.widget("findingDetail")
    well = place(card.findChild(ValueWell))
    circles = sorted(place(one).bottom() for one in card.findChildren(StepNumber))
    above = max(bottom for bottom in circles if bottom < well.top())
    assert well.top() - above - 1 <= 8
    assert min(b for b in circles if b > well.bottom()) - 21 - well.bottom() - 1 == 12


def test_many_equal_errors_are_no_wall_of_red(desk: Desk, settle) -> None:
    desk.paste(SAME)
    settle()
    image, tokens = desk.widget("timeStrip").grab().toImage(), desk.window._desk.theme.tokens
    colors = [
        image.pixelColor(x, y).name().upper()
        for x in range(16, image.width() - 16)
        for y in range(24)
    ]
    red, tint = (colors.count(tokens[name].upper()) for name in ("error", "errortint"))
    assert 0 < red < tint


def test_the_placeholder_is_words_on_the_line_of_the_caret(desk: Desk, settle) -> None:
    desk.window.show_page("diagnose")
    settle()
    box, text3 = desk.box, QColor(desk.window._desk.theme.tokens["text3"])
    image = box.grab().toImage()
    inked = [
        (x, y)
        for x in range(min(image.width(), 300))
        for y in range(min(image.height(), 80))
        if image.pixelColor(x, y) == text3
    ]
    xs, ys = {x for x, _ in inked}, {y for _, y in inked}
    assert 15 <= min(xs) <= 18
    middle = (min(ys) + max(ys)) / 2
    assert abs(middle - 26) <= 3
    caret = box.cursorRect().center() + box.viewport().pos()
    assert abs(caret.y() - 26) <= 2
    assert box.placeholderText()


def test_pills_beside_each_other_are_two(desk: Desk, settle) -> None:
    desk.paste("a\u202c\u0007b\n")
    settle()
    box = desk.box
    tint = QColor(desk.window._desk.theme.tokens["greytint"])
    image = box.viewport().grab().toImage()
    y = box.cursorRect().top() + 1
    row = "".join("x" if image.pixelColor(x, y) == tint else " " for x in range(200))
    first, second = row.split()[:2]
    assert abs(len(first) - len(second)) <= 1
    gap = row.index(second, row.index(first) + len(first)) - row.index(first) - len(first)
    assert gap >= 2
