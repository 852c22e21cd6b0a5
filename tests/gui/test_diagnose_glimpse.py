"""Something large: its beginning is shown at once, what came before it is not taken for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton

from qt_app.gui.pages import diagnose_run
from qt_app.gui.pages.diagnose_run import GLIMPSE, Given

ROW = "2026-11-02 10:00:05.007 INFO [main] one line done\n"
FIRST = '{"errcode":42001,"errmsg":"access_token超时"}\n'
LAST = '{"errcode":50002,"errmsg":"未授权的域名"}\n'
LARGE = ROW * 3 + FIRST + ROW * 20_000 + LAST


@pytest.fixture
def page(qtbot, window):
    window.show_page("diagnose")
    window.complete()
    qtbot.wait(200)  # what comes after the first paint is no part of this
    return window.page("diagnose")


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch):
    """The whole is not done before `held.append(True)`; its beginning is."""
    gate: list[bool] = []
    whole = diagnose_run.diagnose_given

    def slow(given: Given, *args, **kwargs):
        stop = kwargs.get("cancelled", bool)
        while given.size > GLIMPSE and not gate and not stop():
            QApplication.instance().thread().msleep(5)
        return whole(given, *args, **kwargs)

    monkeypatch.setattr(diagnose_run, "diagnose_given", slow)
    yield gate
    gate.append(True)


def codes(page) -> list[str]:
    report = page.work.results.outcome.report
    return [finding.code for finding in report.findings]


def test_the_beginning_is_shown_first_and_the_choice_stays(qtbot, window, page, held) -> None:
    ready: list[int] = []
    page.findings_ready.connect(ready.append)
    box = window.findChild(QPlainTextEdit, "pasteInput")
    box.setPlainText(LARGE)
    qtbot.waitUntil(lambda: page.work.results.outcome is not None, timeout=10_000)
    assert codes(page) == ["42001"]
    assert not ready
    ticket = window.findChild(QPushButton, "copyTicketButton")
    assert not ticket.isEnabled()
    held.append(True)
    qtbot.waitUntil(lambda: bool(ready), timeout=20_000)
    assert ready == [2]
    assert codes(page) == ["42001", "50002"]
    assert page.work.findings.current() == 0
    assert ticket.isEnabled()


def test_a_file_shows_its_beginning_too(qtbot, window, page, held, tmp_path: Path) -> None:
    file = tmp_path / "app.log"
    file.write_text(LARGE, "utf-8")
    page.work.open_files([str(file)])
    qtbot.waitUntil(lambda: page.work.results.outcome is not None, timeout=10_000)
    box = window.findChild(QPlainTextEdit, "pasteInput")
    assert box.toPlainText().startswith(ROW)
    assert len(box.toPlainText()) <= GLIMPSE
    with qtbot.waitSignal(page.findings_ready, timeout=20_000):
        held.append(True)
    assert box.toPlainText() == LARGE


def test_an_earlier_answer_goes_when_reading_lasts(qtbot, window, page, held) -> None:
    box = window.findChild(QPlainTextEdit, "pasteInput")
    box.setPlainText(LAST)
    assert codes(page) == ["50002"]
    box.setPlainText(ROW * 20_000)
    card = page.work.card
    qtbot.waitUntil(lambda: page.work.results.is_reading, timeout=10_000)
    assert "50002" not in card.accessibleDescription()
    assert page.work.findings.model.rowCount() == 0
    assert not page.work.findings.findChild(QLabel, "findingsCount").text()
    with qtbot.waitSignal(page.findings_ready, timeout=20_000) as signal:
        held.append(True)
    assert signal.args == [0]
    assert "没有找到错误码" in card.accessibleDescription()


def test_a_stop_keeps_what_was_found(qtbot, window, page, held) -> None:
    box = window.findChild(QPlainTextEdit, "pasteInput")
    box.setPlainText(LARGE)
    qtbot.waitUntil(lambda: page.work.results.outcome is not None, timeout=10_000)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    ticket = window.findChild(QPushButton, "copyTicketButton")
    assert ticket.isEnabled()
    assert codes(page) == ["42001"]
    assert window.findChild(QLabel, "readAsLabel").text().startswith("只读了开头。")
    qtbot.mouseClick(ticket, Qt.MouseButton.LeftButton)
    assert "42001" in QApplication.clipboard().text()


@pytest.mark.parametrize(
    "data",
    ["x" * 600_000, ("é\n" * 300_000).encode("utf-16"), b"", "short"],
    ids=["one line", "utf-16", "empty", "small"],
)
def test_what_has_no_beginning(data: str | bytes) -> None:
    assert Given((("-", data),)).beginning() is None


def test_a_beginning_is_whole_lines() -> None:
    for data in (LARGE, LARGE.encode()):
        found = Given((("a.log", data),)).beginning()
        assert found is not None
        ((name, head),) = found.parts
        assert name == "a.log"
        assert 0 < len(head) <= GLIMPSE
        assert data[: len(head)] == head
        assert head[-1:] in ("\n", b"\n")
