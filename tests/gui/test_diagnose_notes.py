"""The notes under the findings: repairs, places, keys; and filters that would show nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from qt_app.api import Input, analyse, diagnose, load_catalogue
from qt_app.gui.models.findings_notes import notes_of
from tests.gui.diagnose_kit import TOKEN, Desk

SINGLE = "{'errcode':50002,'errmsg':'未授权的域名',}"


@pytest.fixture
def desk(qtbot, window) -> Desk:
    window.resize(1280, 800)
    return Desk(window, qtbot)


def notes(desk: Desk) -> list[str]:
    model = desk.widget("notesView").model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_a_repair_is_noted_with_its_line(desk: Desk) -> None:
    desk.paste("2026-11-02 10:00:00 begin\n" + SINGLE)
    assert desk.widget("notesView").isVisible()
    (note,) = notes(desk)
    assert note.startswith("第 2 行")
    assert "单引号" in note
    assert "逗号" in note


def test_what_is_only_packed_is_no_repair(desk: Desk) -> None:
    desk.paste("errcode=50002&errmsg=%E6%9C%AA%E6%8E%88%E6%9D%83%E7%9A%84%E5%9F%9F%E5%90%8D")
    assert desk.found == [1]
    assert notes(desk) == []


@pytest.mark.parametrize(("count", "said"), [(1, "第 1 行"), (2, "第 1、2 行"), (9, "等 9 处")])
def test_equal_repairs_are_one_note(count: int, said: str) -> None:
    catalogue = load_catalogue()
    first, *others = notes_of(diagnose("\n".join([SINGLE] * count), catalogue))
    assert said in first
    assert others == []
    (english,) = notes_of(diagnose("\n".join([SINGLE] * count), catalogue, "en"))
    assert not any("\u4e00" <= char <= "\u9fff" for char in english)


def test_of_several_inputs_the_note_names_the_one() -> None:
    inputs = [Input("a.log", TOKEN), Input("b.log", SINGLE)]
    (note,) = notes_of(analyse(inputs, load_catalogue()).report("zh"))
    assert note.startswith("b.log")
    assert "第 1 行" in note


def test_notes_stand_right_under_the_header_where_no_row_is(desk: Desk) -> None:
    desk.paste("你好，帮忙看下")
    view = desk.widget("notesView")
    assert notes(desk)
    assert not desk.view.isVisible()
    header = desk.widget("findingsCount").parentWidget()
    assert view.mapTo(desk.window, view.rect().topLeft()).y() - header.mapTo(
        desk.window, header.rect().bottomLeft()
    ).y() in range(1, 6)
    desk.paste(TOKEN)
    assert desk.view.isVisible()


def test_the_note_in_force_has_a_ring(desk: Desk) -> None:
    desk.paste(SINGLE)
    view = desk.widget("notesView")
    before = view.grab().toImage()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.currentIndex().row() == 0
    focus = QColor(desk.page.desk.theme.color("focus"))
    after = view.grab().toImage()
    assert before != after
    seen = {after.pixelColor(x, y).name() for x in range(40) for y in range(after.height())}
    assert focus.name() in seen


def test_a_note_leads_to_its_line(desk: Desk) -> None:
    desk.paste("\n".join(["2026-11-02 10:00:00 begin"] * 200) + "\n" + SINGLE)
    box = desk.box
    box.verticalScrollBar().setValue(0)
    view = desk.widget("notesView")
    view.setFocus(Qt.FocusReason.TabFocusReason)
    desk.key(Qt.Key.Key_Return)
    assert box.verticalScrollBar().value() > 100


def test_a_filter_that_would_show_nothing_cannot_be_chosen(desk: Desk) -> None:
    filters = desk.widget("findingsFilter")

    def offered() -> list[bool]:
        return [filters.model().item(row).isEnabled() for row in range(filters.count())]

    desk.paste(TOKEN)
    assert offered() == [True, True, False]
    desk.paste('{"errcode":0,"errmsg":"ok"}')
    assert offered() == [True, False, True]
    desk.paste(TOKEN + "\n" + '{"errcode":0,"errmsg":"ok"}')
    assert offered() == [True, True, True]


def test_a_note_on_one_of_several_files_leads_nowhere_wrong(desk: Desk, tmp_path) -> None:
    paths = []
    for name, text in (("a.log", TOKEN), ("b.log", SINGLE)):
        file = tmp_path / name
        file.write_text(text, "utf-8")
        paths.append(str(file))
    desk.page.work.open_files(paths)
    desk.qtbot.waitUntil(lambda: bool(desk.found), timeout=20_000)
    assert notes(desk)[0].startswith("b.log")
    led: list[int] = []
    view = desk.widget("notesView")
    view.line_requested.connect(led.append)
    view.clicked.emit(view.model().index(0, 0))
    assert led == []
