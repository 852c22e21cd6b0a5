"""The diagnose page as its users drive it: keys, clicks, clipboard, drop."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage, QTextCursor
from PySide6.QtWidgets import QLabel

from tests.gui.diagnose_kit import DOMAIN, ONLY_A_NUMBER, TOKEN, Desk

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(window, qtbot) -> Desk:
    return Desk(window, qtbot)


def test_customer_pastes_a_log_and_the_ticket_is_copied(desk: Desk) -> None:
    desk.set_clipboard(DOMAIN)
    desk.key(Qt.Key.Key_V, CTRL)
    assert desk.found == [3]
    assert desk.view.currentIndex().row() == 0
    assert "50002" in desk.rows()[0]
    assert "2 次" in desk.rows()[0]
    assert "abc.com.cn" in desk.card()
    desk.click("copyTicketButton")
    ticket = desk.clipboard()
    assert "50002" in ticket
    assert "13800001234" not in ticket
    assert "eyJhbGciOiJIUzI1NiJ9" not in ticket
    assert desk.status() == "已复制（已遮盖 2 处）"


def test_set_plain_text_is_a_paste_and_found_once(desk: Desk) -> None:
    desk.box.setPlainText(TOKEN)
    assert desk.found == [1]
    desk.qtbot.wait(600)
    assert desk.found == [1]
    assert "42001" in desk.card()
    desk.box.setPlainText("今天天气不错")
    assert desk.found == [1, 0]
    assert "没有找到错误码" in desk.card()
    desk.box.setPlainText("")
    assert desk.found == [1, 0, 0]


def test_typing_waits_for_a_pause(desk: Desk) -> None:
    desk.box.setFocus()
    desk.qtbot.keyClicks(desk.box, "errcode 42001")
    assert desk.found == []
    desk.qtbot.waitUntil(lambda: desk.found == [1], timeout=3000)
    assert desk.box.toPlainText() == "errcode 42001"


def test_the_paste_itself_is_kept(desk: Desk) -> None:
    text = 'x\u00a0\u202e\u2028y\r\n😀\x00{"errcode":42001}\ud83d'
    desk.paste(text)
    assert desk.box.toPlainText() == text
    shown = desk.box.document().toRawText()
    assert "U+202E" in shown
    assert "\u202e" not in shown
    finding = desk.page.work.results.outcome.report.findings[0]
    assert text[finding.char_start : finding.char_end] == '{"errcode":42001}'


def test_editing_keeps_what_is_not_touched(desk: Desk) -> None:
    desk.paste("a\u202eb\r\n😀c")
    cursor = desk.box.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    desk.box.setTextCursor(cursor)
    desk.qtbot.keyClicks(desk.box, "!")
    assert desk.box.toPlainText() == "a\u202eb\r\n😀c!"
    cursor.setPosition(0)
    desk.box.setTextCursor(cursor)
    desk.qtbot.keyClick(desk.box, Qt.Key.Key_Delete)
    desk.qtbot.keyClick(desk.box, Qt.Key.Key_Z)
    assert desk.box.toPlainText() == "z\u202eb\r\n😀c!"
    desk.qtbot.keyClick(desk.box, Qt.Key.Key_A, CTRL)
    desk.qtbot.keyClick(desk.box, Qt.Key.Key_X)
    assert desk.box.toPlainText() == "x"


def test_a_pill_is_deleted_as_one(desk: Desk) -> None:
    desk.paste("a\u202eb")
    cursor = desk.box.textCursor()
    cursor.setPosition(7)
    desk.box.setTextCursor(cursor)
    desk.qtbot.keyClick(desk.box, Qt.Key.Key_Backspace)
    assert desk.box.toPlainText() == "ab"
    desk.qtbot.waitUntil(lambda: desk.box.document().toRawText() == "ab", timeout=1000)
    desk.qtbot.keyClicks(desk.box, "x")
    assert desk.box.toPlainText() == "axb"


def test_paste_at_the_caret_keeps_the_rest(desk: Desk) -> None:
    desk.paste("前面\n后面")
    cursor = desk.box.textCursor()
    cursor.setPosition(3)
    desk.box.setTextCursor(cursor)
    desk.box.setFocus()
    desk.set_clipboard(TOKEN + "\n")
    desk.qtbot.keyClick(desk.box, Qt.Key.Key_V, CTRL)
    assert desk.box.toPlainText() == f"前面\n{TOKEN}\n后面"
    assert desk.found[-1] == 1


def test_escape_clears_and_undo_brings_back(desk: Desk) -> None:
    desk.paste(DOMAIN)
    desk.box.setFocus()
    desk.key(Qt.Key.Key_Escape)
    assert desk.box.toPlainText() == ""
    assert desk.rows() == []
    assert not desk.view.isVisible()
    desk.key(Qt.Key.Key_Z, CTRL)
    assert desk.box.toPlainText() == DOMAIN
    assert len(desk.rows()) == 2
    desk.click("clearPasteButton")
    assert desk.box.toPlainText() == ""
    desk.window.menus.actions["undo"].trigger()
    assert desk.box.toPlainText() == DOMAIN


def test_masks_off_is_said_and_ends_with_the_next_paste(desk: Desk) -> None:
    desk.paste(DOMAIN)
    toggle = desk.widget("redactToggle")
    assert toggle.isChecked()
    assert "2 处" in toggle.text()
    desk.click("redactToggle")
    assert "未遮盖" in desk.widget("copyTicketButton").text()
    assert "未遮盖" in desk.widget("copyReplyButton").text()
    desk.paste(TOKEN + " 13800001234 token=abcdef0123456789abcdef")
    assert toggle.isChecked()
    assert "未遮盖" not in desk.widget("copyTicketButton").text()


def test_unmasked_copy_is_the_paste(desk: Desk) -> None:
    text = '{"errcode":42001,"errmsg":"access_token超时","access_token":"abcdef0123456789abcdef"}'
    desk.paste(text)
    desk.click("copyTicketButton")
    assert "abcdef0123456789abcdef" not in desk.clipboard()
    desk.click("redactToggle")
    desk.click("copyTicketButton")
    assert "abcdef0123456789abcdef" in desk.clipboard()
    assert "未遮盖" in desk.status()


def test_equal_meanings_and_the_question(desk: Desk) -> None:
    desk.paste(ONLY_A_NUMBER)
    card = desk.card()
    assert "两种都有可能" in card
    assert "怎么处理" not in card
    desk.click("copyAskButton")
    assert "/team/" in desk.clipboard()


def test_value_to_type_is_copied_alone(desk: Desk) -> None:
    desk.paste(DOMAIN)
    desk.click("copyValueButton")
    assert desk.clipboard() == "abc.com.cn"


def test_f8_walks_and_the_focus_stays(desk: Desk) -> None:
    desk.paste(DOMAIN)
    desk.box.setFocus()
    desk.key(Qt.Key.Key_F8)
    assert desk.view.currentIndex().row() == 1
    assert "成功" in desk.card()
    desk.key(Qt.Key.Key_F8)
    assert desk.view.currentIndex().row() == 1
    desk.key(Qt.Key.Key_F8, SHIFT)
    assert desk.view.currentIndex().row() == 0
    assert desk.box.hasFocus()


def test_a_click_in_the_text_chooses_its_finding(desk: Desk) -> None:
    desk.paste(DOMAIN)
    box = desk.box
    cursor = box.textCursor()
    cursor.setPosition(DOMAIN.index("access_token") + 2)
    place = box.cursorRect(cursor).center()
    desk.qtbot.mouseClick(box.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.view.currentIndex().row() == 1


def test_groups_open_to_their_occurrences(desk: Desk) -> None:
    desk.paste(DOMAIN)
    desk.view.setFocus()
    desk.key(Qt.Key.Key_Return)
    assert len(desk.rows()) == 4
    assert "第 7 行" in desk.rows()[2]
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Down)
    assert "第 7 行" in desk.card()
    desk.key(Qt.Key.Key_Left)
    desk.key(Qt.Key.Key_Left)
    assert len(desk.rows()) == 2
    rect = desk.view.visualRect(desk.view.model().index(0, 0))
    chevron = QPoint(rect.right() - 15, rect.center().y())
    desk.qtbot.mouseClick(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=chevron)
    assert len(desk.rows()) == 4


def test_filter_leaves_what_was_asked_for(desk: Desk) -> None:
    desk.paste(DOMAIN)
    desk.widget("findingsFilter").setCurrentIndex(2)
    assert len(desk.rows()) == 1
    assert "成功" in desk.card()
    desk.widget("findingsFilter").setCurrentIndex(1)
    assert "50002" in desk.card()


def test_language_is_switched_in_place(desk: Desk) -> None:
    desk.paste(DOMAIN)
    desk.key(Qt.Key.Key_F8)
    desk.window.menus.actions["lang_en"].trigger()
    assert desk.view.currentIndex().row() == 1
    assert desk.widget("readAsLabel").text().startswith("Read as")
    assert "Success" in desk.card()
    assert desk.widget("copyTicketButton").text() == "Copy for ticket"
    assert desk.box.toPlainText() == DOMAIN
    assert desk.found == [3]
    desk.click("copyReplyButton")
    assert "Hello" in desk.clipboard()


def test_copy_keys_without_a_selection(desk: Desk) -> None:
    desk.paste(DOMAIN)
    desk.box.setFocus()
    desk.key(Qt.Key.Key_C, CTRL)
    assert "50002" in desk.clipboard()
    assert "怎么" not in desk.status()
    desk.key(Qt.Key.Key_C, CTRL | SHIFT)
    assert desk.clipboard().startswith("你好")
    desk.key(Qt.Key.Key_A, CTRL)
    desk.key(Qt.Key.Key_C, CTRL)
    assert desk.clipboard() == DOMAIN


def test_a_picture_is_named_and_nothing_lost(desk: Desk) -> None:
    desk.paste(TOKEN)
    data = QMimeData()
    data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    QGuiApplication.clipboard().setMimeData(data)
    desk.window.menus.actions["paste"].trigger()
    assert "这是图片" in desk.status()
    assert desk.widget("pasteError").isVisible()
    assert desk.box.toPlainText() == TOKEN
    assert desk.found == [1]


def test_a_web_page_gives_its_words(desk: Desk) -> None:
    page = f"<html><script>x()</script><p>返回</p><b>{TOKEN}</b><img src='file:///etc/hostname'>"
    desk.set_clipboard(html=page)
    desk.window.menus.actions["paste"].trigger()
    assert desk.box.toPlainText() == f"返回\n{TOKEN}"
    assert desk.found == [1]


def test_files_are_read_as_they_are(desk: Desk, tmp_path: Path) -> None:
    first, second = tmp_path / "a.log", tmp_path / "b.json"
    first.write_bytes('{"errcode":50002,"errmsg":"未授权的域名"}'.encode("gbk"))
    second.write_bytes(TOKEN.encode("utf-16"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(first)), QUrl.fromLocalFile(str(second))])
    flags = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    event = QDropEvent(QPointF(9, 9), *flags, Qt.KeyboardModifier.NoModifier)
    desk.window.dropEvent(event)
    desk.qtbot.waitUntil(lambda: desk.found == [2], timeout=10_000)
    assert "未授权的域名" in desk.box.toPlainText()
    assert "a.log" in desk.box.toPlainText()
    report = desk.page.work.results.outcome.report
    span = desk.page.paste.box._spans.of(1)
    assert desk.box.toPlainText()[span.start : span.end] == TOKEN
    assert report.sources[0].encoding.startswith("gb")


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("folder", "文件夹"),
        ("missing", "没有"),
        ("%PDF-1.7", "程序"),
        ("\x89PNG", "这是图片，请贴文字"),
    ],
)
def test_files_that_cannot_be_read(desk: Desk, tmp_path: Path, kind: str, said: str) -> None:
    desk.paste(TOKEN)
    path = tmp_path / "x.png"
    if kind == "folder":
        path.mkdir()
    elif kind != "missing":
        path.write_bytes(kind.encode("latin-1") + bytes(range(256)) * 9)
    desk.page.work.open_files([str(path)])
    desk.qtbot.waitUntil(lambda: desk.widget("pasteError").isVisible(), timeout=5000)
    assert "x.png" in desk.status()
    assert said in desk.status()
    assert desk.box.toPlainText() == TOKEN
    assert desk.found == [1]


def test_pasted_markup_stays_text(desk: Desk) -> None:
    desk.paste('<b>x</b><img src="file:///etc/hostname"> {"errcode":49999,"errmsg":"<b>big</b>"}')
    for label in desk.page.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText
    for row in range(desk.view.model().rowCount()):
        tip = desk.view.model().index(row, 0).data(Qt.ItemDataRole.ToolTipRole)
        assert "<b>" not in tip


def test_every_widget_to_touch_has_a_name(desk: Desk) -> None:
    desk.paste(DOMAIN)
    names = (
        "pasteInput", "diagnoseButton", "openFileButton", "clearPasteButton", "findingsView",
        "findingsFilter", "copyValueButton", "copyTicketButton", "copyReplyButton",
        "moreCopyButton", "redactToggle", "findingDetail",
    )  # fmt: skip
    for name in names:
        widget = desk.widget(name)
        text = widget.text() if hasattr(widget, "text") else ""
        assert widget.accessibleName() or text, name


def test_a_large_paste_is_read_beside_the_window(desk: Desk) -> None:
    text = (TOKEN + "\n") * 6000
    desk.box.setPlainText(text)
    assert desk.found == []
    desk.qtbot.waitUntil(lambda: desk.found == [6000], timeout=60_000)
    assert "6000 次" in desk.rows()[0]


def test_reading_can_be_stopped(desk: Desk) -> None:
    desk.box.setPlainText((TOKEN + "\n") * 6000)
    desk.box.setFocus()
    desk.key(Qt.Key.Key_Escape)
    assert "停止" in desk.status()
    desk.paste(TOKEN)
    desk.qtbot.wait(300)
    assert desk.found == [1]


def test_huge_single_line_does_not_freeze(desk: Desk) -> None:
    desk.box.fill("x" * 2_500_000)
    assert desk.box.is_cut()
    desk.box.repaint()
    assert len(desk.box.toPlainText()) == 2_500_000


def test_the_top_of_the_chosen_row_stays_in_sight(desk: Desk) -> None:
    """A row is chosen before the list has its height."""
    desk.paste("\n".join(f'{{"errcode":{code},"errmsg":"?"}}' for code in range(40001, 40009)))
    desk.view.setFixedHeight(40)
    for row in (0, 3):
        desk.view.choose(row)
        assert desk.view.visualRect(desk.view.model().index(row, 0)).top() == 0


def test_what_was_scrolled_to_stays_in_sight_when_the_box_shrinks(desk: Desk) -> None:
    """After a paste the findings take the lower part of the box's place."""
    desk.paste("\n".join(["一行普通的字"] * 200 + [TOKEN]))
    box = desk.box
    box.setFixedHeight(400)
    box.moveCursor(QTextCursor.MoveOperation.End)
    box.ensureCursorVisible()
    box.setFixedHeight(150)
    assert box.cursorRect().bottom() <= box.viewport().height()
    bar = box.verticalScrollBar()
    bar.setValue(0)
    box.setFixedHeight(120)
    assert bar.value() == 0, "who looks elsewhere is left there"
