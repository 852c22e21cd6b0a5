"""What nobody foresaw, in a slot of the window: caught, kept masked, offered to copy."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from qt_app.gui.clipboard import Clipboard
from qt_app.gui.crash import CrashGuard
from qt_app.gui.dialogs import Dialogs
from qt_app.services.paths import find_paths
from tests.gui.diagnose_kit import TOKEN, Desk

SECRET = "access_token=eyJhbGciOiJIUzI1NiJ9.eyJ1aWQiOjF9.c2FtcGxlc2ln 13800001234"
CHINESE = re.compile(r"[\u4e00-\u9fff]")


@dataclass
class Box:
    """Stands in for the user before the real message box: reads it and presses a button."""

    press: str
    said: list[str] = field(default_factory=list)

    def exec(self, box: QMessageBox) -> int:
        """What the box says, then the click."""
        buttons = {button.text(): button for button in box.buttons()}
        self.said += [box.text(), box.informativeText(), *buttons]
        buttons[next(text for text in buttons if self.press in text)].click()
        return 0


@pytest.fixture
def guard(window) -> Iterator[CrashGuard]:
    """Installed as at a real start; pytest's own hook is back afterwards."""
    before = sys.excepthook
    made = CrashGuard(window, find_paths(), Clipboard(window), Dialogs())
    made.install()
    yield made
    sys.excepthook = before


def break_a_button(desk: Desk) -> None:
    """An exception in a slot, by a real click."""

    def fail() -> None:
        raise RuntimeError(SECRET)

    button = desk.widget("diagnoseButton")
    button.clicked.connect(fail)
    desk.click("diagnoseButton")
    button.clicked.disconnect(fail)


def reports(home: Path) -> list[Path]:
    return sorted((home / "crashes").glob("*.txt"))


@pytest.mark.parametrize(
    ("language", "press"), [("zh", "复制报告"), ("en", "Copy report"), ("en", "Cancel")]
)
def test_a_slot_that_fails(
    window, qtbot, settle, own_home, guard, monkeypatch, language: str, press: str
) -> None:
    window.menus.actions[f"lang_{language}"].trigger()
    settle()
    desk, box = Desk(window, qtbot), Box(press)
    monkeypatch.setattr(QMessageBox, "exec", lambda shown: box.exec(shown))
    desk.paste(TOKEN)
    break_a_button(desk)
    qtbot.waitUntil(lambda: bool(box.said))
    (kept,) = reports(own_home)
    report = kept.read_text("utf-8")
    assert "RuntimeError" in report
    assert "in fail" in report
    assert "eyJ1aWQiOjF9" not in report
    assert "13800001234" not in report
    assert str(kept) in box.said[1]
    chinese = [bool(CHINESE.search(text)) for text in box.said]
    assert all(chinese) if language == "zh" else not any(chinese)
    assert (guard._clipboard.last_text == report) == (press != "Cancel")
    assert desk.box.toPlainText() == TOKEN


def test_a_question_that_fails_is_not_asked_without_end(
    window, qtbot, settle, own_home, guard, monkeypatch
) -> None:
    asked: list[int] = []

    def refuse(_: QMessageBox) -> int:
        asked.append(1)
        raise OSError("no screen")

    monkeypatch.setattr(QMessageBox, "exec", refuse)
    desk = Desk(window, qtbot)
    desk.paste(TOKEN)
    break_a_button(desk)
    for _ in range(5):
        settle()
    assert len(asked) == 1
    assert len(reports(own_home)) == 1


def test_a_report_that_cannot_be_kept_can_be_copied(
    window, qtbot, own_home, guard, monkeypatch
) -> None:
    (own_home / "crashes").write_text("", "utf-8")
    box = Box("复制报告")
    monkeypatch.setattr(QMessageBox, "exec", lambda shown: box.exec(shown))
    desk = Desk(window, qtbot)
    desk.paste(TOKEN)
    break_a_button(desk)
    qtbot.waitUntil(lambda: bool(box.said))
    assert box.said[1] == "贴进来的内容还在。报告没能存下来，只能复制。"
    assert "RuntimeError" in guard._clipboard.last_text


def test_the_window_goes_on(window, qtbot, guard, monkeypatch) -> None:
    monkeypatch.setattr(QMessageBox, "exec", lambda shown: Box("取消").exec(shown))
    desk = Desk(window, qtbot)
    desk.paste(TOKEN)
    break_a_button(desk)
    desk.paste('{"errcode":40001}')
    assert "40001" in desk.card()
