"""Kept cases: masked, over a restart, without a sentence lost when the home is damaged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QPlainTextEdit, QTabBar, QWidget

from qt_app.gui.app import create_window
from qt_app.gui.case_shelf import masked_text
from qt_app.gui.pages.diagnose_run import Given, diagnose_given
from tests.gui.diagnose_kit import DOMAIN, TOKEN, Desk

CONTROL = Qt.KeyboardModifier.ControlModifier
PLANTED = (
    "13912345678",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2VjcmV0c2VjcmV0",
    "S3cr3tAppSecret0123456789abcdef",
)
SECRETS = (
    f"{TOKEN}\n电话 {PLANTED[0]}\naccess_token={PLANTED[1]}\n"
    f'{{"appSecret": "{PLANTED[2]}"}}\nAuthorization: Bearer {PLANTED[1]}\n'
)


def folder(home: Path) -> Path:
    return home / "cases"


def kept(home: Path) -> list[dict]:
    files = sorted(folder(home).glob("*.json")) if folder(home).is_dir() else []
    return [json.loads(file.read_text("utf-8")) for file in files]


def everything(home: Path) -> str:
    files = [path for path in home.rglob("*") if path.is_file()]
    return "\n".join(path.read_text("utf-8", "replace") + path.name for path in files)


def restart(window, make_window):
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return make_window()


@pytest.fixture
def start(qtbot):
    """Starts windows as the fixture `make_window` does, but lets a test end each by itself."""
    made = []

    def make():
        window = create_window()
        made.append(window)
        window.resize(1280, 800)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield make
    made[-1].close()
    made[-1].deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_what_is_kept_holds_no_secret(qtbot, start, own_home) -> None:
    desk = Desk(start(), qtbot)
    desk.paste(SECRETS)
    qtbot.waitUntil(lambda: bool(kept(own_home)))
    desk.window.close()
    (case,) = kept(own_home)
    assert "errcode" in case["text"]
    assert case["title"].startswith("42001")
    assert case["verdict"]
    for secret in PLANTED:
        assert secret not in everything(own_home)


def test_a_paste_just_before_the_end_is_kept(qtbot, start, own_home) -> None:
    desk = Desk(start(), qtbot)
    desk.paste(SECRETS)
    desk.window.close()
    assert len(kept(own_home)) == 1
    assert not any(secret in everything(own_home) for secret in PLANTED)


def test_tabs_come_back_masked_after_a_restart(qtbot, start, own_home) -> None:
    desk = Desk(start(), qtbot)
    desk.paste(SECRETS)
    desk.key(Qt.Key.Key_T, CONTROL)
    desk.paste(DOMAIN)
    again = Desk(restart(desk.window, start), qtbot)
    bar = again.window.findChild(QTabBar, "caseTabs")
    qtbot.waitUntil(lambda: bar.count() == 2)
    qtbot.waitUntil(bar.isVisible)
    assert [bar.tabText(0).split()[0], bar.tabText(1).split()[0]] == ["42001", "50002"]
    assert all("已遮盖" in bar.tabText(i) for i in range(2))
    assert bar.currentIndex() == 1
    qtbot.waitUntil(lambda: "«mobile-1»" in again.box.toPlainText())
    assert "«mobile-1»" in again.box.toPlainText()
    qtbot.waitUntil(lambda: "50002" in again.card())
    assert again.found == []
    bar.setCurrentIndex(0)
    text = again.box.toPlainText()
    assert "42001" in text
    assert not any(secret in text for secret in PLANTED)


def test_the_window_is_empty_until_it_was_painted(qtbot, start) -> None:
    desk = Desk(start(), qtbot)
    desk.paste(DOMAIN)
    desk.window.close()
    window = create_window()
    assert window.findChild(QPlainTextEdit, "pasteInput").toPlainText() == ""
    QCoreApplication.processEvents()
    assert window.findChild(QPlainTextEdit, "pasteInput").toPlainText() == ""
    window.deleteLater()


def test_a_paste_before_the_tabs_are_back_stays_in_sight(qtbot, start) -> None:
    desk = Desk(start(), qtbot)
    desk.paste(DOMAIN)
    again = Desk(restart(desk.window, start), qtbot)
    again.paste(TOKEN)
    bar = again.window.findChild(QTabBar, "caseTabs")
    qtbot.waitUntil(lambda: bar.count() == 2)
    assert again.box.toPlainText() == TOKEN
    assert "42001" in again.card()
    assert len(again.found) == 1


def test_closed_and_cleared_cases_stay_kept_but_do_not_come_back(qtbot, start, own_home) -> None:
    desk = Desk(start(), qtbot)
    desk.paste(DOMAIN)
    desk.key(Qt.Key.Key_T, CONTROL)
    desk.paste(TOKEN)
    desk.key(Qt.Key.Key_W, CONTROL)
    desk.page.work.clear()
    desk.window.close()
    assert [case["is_open"] for case in kept(own_home)] == [False, False]
    again = Desk(restart(desk.window, start), qtbot)
    qtbot.wait(400)
    assert again.box.toPlainText() == ""
    assert not again.widget("caseTabs").isVisible()


def test_another_paste_is_another_case_an_addition_is_not(qtbot, start, own_home) -> None:
    desk = Desk(start(), qtbot)
    desk.paste(DOMAIN)
    desk.paste(DOMAIN + "\n" + TOKEN)
    qtbot.waitUntil(lambda: len(kept(own_home)) == 1)
    desk.paste(TOKEN)
    qtbot.waitUntil(lambda: len(kept(own_home)) == 2)
    assert [case["is_open"] for case in kept(own_home)].count(True) == 1


def test_the_same_paste_once_more_is_kept_once(qtbot, start, own_home) -> None:
    desk = Desk(start(), qtbot)
    for text in (DOMAIN, TOKEN, DOMAIN):
        desk.paste(text)
        qtbot.wait(100)
    desk.window.close()
    assert len(kept(own_home)) == 2


def test_switched_off_nothing_is_kept_and_nothing_comes_back(qtbot, start, own_home) -> None:
    desk = Desk(start(), qtbot)
    desk.paste(DOMAIN)
    qtbot.waitUntil(lambda: len(kept(own_home)) == 1)
    desk.window.show_page("settings")
    desk.click("settingsKeepCases")
    desk.window.show_page("diagnose")
    desk.paste(TOKEN)
    again = Desk(restart(desk.window, start), qtbot)
    qtbot.wait(400)
    assert len(kept(own_home)) == 1
    assert again.box.toPlainText() == ""


def test_a_damaged_file_is_set_aside_and_said(qtbot, start, own_home) -> None:
    folder(own_home).mkdir()
    file = folder(own_home) / f"{1:032x}.json"
    file.write_text("{ not json", "utf-8")
    desk = Desk(start(), qtbot)
    qtbot.waitUntil(lambda: "读不了" in desk.status())
    assert file.with_name(file.name + ".damaged").read_text("utf-8") == "{ not json"
    assert not file.exists()


def test_a_home_that_cannot_be_written_is_said_and_work_goes_on(
    qtbot, start, own_home, monkeypatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("qt_app.services.cases.write_whole", refuse)
    desk = Desk(start(), qtbot)
    desk.paste(DOMAIN)
    qtbot.waitUntil(lambda: "Permission denied" in desk.status())
    assert "50002" in desk.card()
    desk.paste(TOKEN)
    qtbot.wait(200)
    assert "Permission denied" not in desk.status()
    assert kept(own_home) == []


def test_clearing_the_data_clears_the_list(qtbot, start, own_home, monkeypatch) -> None:
    desk = Desk(start(), qtbot)
    desk.paste(DOMAIN)
    qtbot.waitUntil(lambda: len(kept(own_home)) == 1)
    monkeypatch.setattr(desk.window._desk.dialogs, "ask", lambda *_: True)
    desk.window.show_page("settings")
    desk.click("clearDataButton")
    assert kept(own_home) == []
    desk.window.show_page("cases")
    assert desk.window.findChild(QWidget, "casesView").model().rowCount() == 0


def test_a_secret_over_the_limit_is_not_cut_in_two(window) -> None:
    text = "x " * 500 + f"access_token={PLANTED[1]} " + "y " * 100
    made = diagnose_given(Given((("-", text),)), window._desk.catalogue, "zh", (False, False))
    for limit in range(1000, 1100, 7):
        masked, is_cut = masked_text(made, limit)
        assert is_cut
        assert PLANTED[1][:6] not in masked


def test_what_cannot_be_masked_is_not_kept(qtbot, start, own_home, monkeypatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("no mask")

    monkeypatch.setattr("qt_app.gui.case_shelf.masked_text", fail)
    desk = Desk(start(), qtbot)
    desk.paste(SECRETS)
    qtbot.waitUntil(lambda: "RuntimeError" in desk.status())
    desk.paste(DOMAIN)
    desk.window.close()
    assert kept(own_home) == []


def test_cases_speak_the_language_in_force(qtbot, start, own_home) -> None:
    desk = Desk(start(), qtbot)
    for text in (DOMAIN, TOKEN):
        desk.paste(text)
        desk.key(Qt.Key.Key_T, CONTROL)
    desk.window._desk.preferences.change(language="en")
    shown = [desk.widget("caseTabs").tabText(i) for i in range(3)]
    assert not any("网页" in title or "过期" in title for title in shown)
    desk.window._desk.preferences.change(language="zh")
    again = restart(desk.window, start)
    bar = again.findChild(QTabBar, "caseTabs")
    qtbot.waitUntil(lambda: bar.count() >= 2 and "50002" in bar.tabText(0), timeout=10_000)
    again._desk.preferences.change(language="en")
    assert all("网页" not in bar.tabText(i) for i in range(bar.count()))
    assert "Page's domain" in bar.tabText(0)
    cases = again.page("cases").model
    said = [str(cases.data(cases.index(row, 0))) for row in range(cases.rowCount())]
    assert len(said) == 2
    assert not any("网页" in words or "过期" in words for words in said)
