"""Whole stories of a desk, by real keys and clicks, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.gui.diagnose_kit import DOMAIN, ONLY_A_NUMBER, Desk

KEY = Qt.Key
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
LEFT = Qt.MouseButton.LeftButton
LOG = (
    '2026-11-02 10:00:05.007 WARN  Login - {"errcode":50002,"errmsg":"未授权的域名"}\n'
    + "2026-11-02 10:00:06.100 INFO  Job - 处理中\n" * 60
    + "2026-11-02 10:00:07.310 WARN  Push - {'errcode': 42001, 'errmsg': 'access_token超时',}\n"
    '2026-11-02 10:00:09.000 WARN  Push - {"errcode":4000\n'
    '2026-11-02 10:03:00.000 INFO  Push - {"errcode":0,"errmsg":"ok"}\n'
)


@pytest.fixture(params=["zh", "en"])
def desk(window, qtbot, settle, request) -> Desk:
    window.menus.actions[f"lang_{request.param}"].trigger()
    settle()
    return Desk(window, qtbot)


def said(desk: Desk, zh: str, en: str) -> str:
    return zh if desk.window._desk.translations.language == "zh" else en


def paste(desk: Desk, text: str) -> None:
    """By the keyboard, wherever the focus is."""
    before = len(desk.found)
    desk.set_clipboard(text)
    desk.key(KEY.Key_V, CTRL)
    desk.qtbot.waitUntil(lambda: len(desk.found) > before, timeout=20_000)


def test_a_customer_pastes_a_log_and_the_ticket_is_copied(desk: Desk) -> None:
    desk.key(KEY.Key_1, CTRL)
    desk.key(KEY.Key_Down)
    paste(desk, DOMAIN)
    assert desk.page.isVisible()
    assert desk.found == [3]
    assert said(desk, "2 次", "2 times") in desk.rows()[0]
    assert said(desk, "怎么处理", "What to do") in desk.card()
    desk.key(KEY.Key_F8)
    assert said(desk, "成功返回", "Success") in desk.card()
    desk.click("copyTicketButton")
    ticket = desk.clipboard()
    assert "50002" in ticket
    assert "未授权的域名" in ticket
    assert "abc.com.cn" in ticket
    for secret in ("13800001234", "eyJhbGciOiJIUzI1NiJ9"):
        assert secret not in ticket
    assert desk.status() == said(desk, "已复制（已遮盖 2 处）", "Copied (2 masked)")


def test_from_the_domain_error_to_the_string_the_checklist_and_the_report(desk: Desk) -> None:
    paste(desk, DOMAIN)
    desk.click("copyValueButton")
    assert desk.clipboard() == "abc.com.cn"
    desk.click("openChecklistButton")
    checklists = desk.window.page("checklists")
    desk.qtbot.waitUntil(lambda: checklists.guide.loaded, timeout=20_000)
    assert desk.window.current_page() is checklists
    assert "oa.abc.com.cn" in desk.widget("checklistTarget").text()
    safe = desk.widget("checklistSafeDomain")
    safe.setFocus(Qt.FocusReason.TabFocusReason)
    desk.key(KEY.Key_A, CTRL)
    desk.qtbot.keyClicks(safe, "https://oa.abc.com.cn")
    desk.click("runChecksButton")
    verdict = desk.widget("checklistVerdict").text()
    assert verdict.startswith(said(desk, "目前未通过", "So far failed")), verdict
    desk.key(KEY.Key_F8)
    assert "abc.com.cn" in desk.widget("stepDetail").accessibleDescription()
    desk.click("copyChecklistButton")
    report = desk.clipboard()
    assert "abc.com.cn" in report
    assert "D-" in report
    assert "13800001234" not in report


def test_an_undecided_code_is_asked_back_and_decided_by_the_answer(desk: Desk) -> None:
    paste(desk, ONLY_A_NUMBER)
    assert said(desk, "怎么处理", "What to do") not in desk.card()
    desk.click("copyAskButton")
    assert "/team/" in desk.clipboard()
    desk.box.setFocus(Qt.FocusReason.TabFocusReason)
    desk.key(KEY.Key_End, CTRL)
    paste(desk, "\n客户：接口是 POST /team/message/send")
    assert desk.box.toPlainText().startswith(ONLY_A_NUMBER)
    assert not desk.widget("copyAskButton").isVisible()
    assert said(desk, "怎么处理", "What to do") in desk.card()
    found = desk.page.work.results.outcome.report.findings
    assert [one.entry.id for one in found] == ["common/45002"]
    desk.key(KEY.Key_C, CTRL)
    assert "45002" in desk.clipboard()


def test_a_code_found_by_chinese_its_other_meaning_and_the_sentence(
    desk: Desk, type_chinese
) -> None:
    desk.key(KEY.Key_1, CTRL)
    field = desk.widget("codesFilter")
    assert field.hasFocus()
    type_chinese(field, "消息内容")
    type_chinese(field, "超过限制")
    table, codes = desk.widget("codesTable"), desk.window.page("codes")
    desk.key(KEY.Key_Down)
    assert table.hasFocus()
    assert codes._chosen == "global/45002"
    desk.key(KEY.Key_Right, ALT)
    assert codes._chosen == "common/45002"
    assert table.hasFocus()
    desk.click("copySentenceButton")
    entry = desk.window._desk.catalogue.get("common/45002")
    title = entry.title.get(desk.window._desk.translations.language)
    assert desk.clipboard().startswith("45002 ")
    assert title in desk.clipboard()
    assert desk.status().startswith(said(desk, "已复制", "Copied"))


def test_a_dropped_file_its_notes_and_the_next_finding(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "push.log"
    file.write_bytes(LOG.encode("gbk"))
    drop(desk, file)
    assert desk.found == [3]
    notes = desk.widget("notesView")
    assert notes.isVisible()
    model = notes.model()
    texts = [str(model.index(i, 0).data()) for i in range(model.rowCount())]
    line = next(i for i, text in enumerate(texts) if said(desk, "第 63 行", "line 63") in text)
    bar = desk.box.verticalScrollBar()
    assert bar.value() == 0
    place = notes.visualRect(model.index(line, 0)).center()
    desk.qtbot.mouseClick(notes.viewport(), LEFT, pos=place)
    assert bar.value() > 0
    assert codes_of(desk) == ["50002", "42001", "0"]
    where = []
    for modifier in (None, None, None, SHIFT, SHIFT, SHIFT):
        where.append(desk.page.work.findings.current())
        desk.key(KEY.Key_F8, modifier or Qt.KeyboardModifier.NoModifier)
    assert where == [0, 1, 2, 2, 1, 0]
    assert desk.status() == said(desk, "已经是第一条。", "This is the first one.")
    assert desk.widget("timeStrip").isVisible()


def drop(desk: Desk, file: Path) -> None:
    """Drag a file into the window and let it go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    held = (Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(desk.page.rect().center(), *held)
    QApplication.sendEvent(desk.page, enter)
    assert enter.isAccepted()
    before = len(desk.found)
    QApplication.sendEvent(desk.page, QDropEvent(QPointF(9, 9), *held))
    desk.qtbot.waitUntil(lambda: len(desk.found) > before, timeout=20_000)


def codes_of(desk: Desk) -> list[str]:
    return [one.code for one in desk.page.work.results.outcome.report.findings]
