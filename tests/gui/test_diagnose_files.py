"""Files in the window: of any size, read beside it, and gone ones named."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from qt_app.services.bigfiles import BIG
from qt_app.services.files import LargeFile, read_input

ROW = "2026-11-02 10:00:05.007 INFO [main] one line done\n"
ANSWER = '2026-11-02 10:00:06.000 ERROR [main] {"errcode":50002,"errmsg":"未授权的域名"}\n'


@pytest.fixture
def large(tmp_path: Path) -> Path:
    file = tmp_path / "app.log"
    half = ROW * (BIG // len(ROW))
    file.write_text(half + ANSWER + half, "utf-8")
    return file


@pytest.fixture
def page(qtbot, window):
    window.show_page("diagnose")
    window.complete()
    qtbot.wait(200)  # what comes after the first paint is no part of this
    return window.page("diagnose")


def test_a_large_file_is_not_held(large: Path) -> None:
    read = read_input(str(large))
    assert isinstance(read, LargeFile)
    assert read.size == large.stat().st_size
    assert large.read_bytes().startswith(read.head)
    small = large.with_name("small.log")
    small.write_text(ANSWER, "utf-8")
    assert read_input(str(small)) == ANSWER.encode()


def test_a_large_file_is_diagnosed_whole(qtbot, window, page, large: Path) -> None:
    told: list[int] = []
    page.work.intake._run.advanced.connect(told.append)
    with qtbot.waitSignal(page.findings_ready, timeout=30_000) as signal:
        page.work.open_files([str(large)])
    assert signal.args == [1]
    (finding,) = page.work.results.outcome.report.findings
    assert finding.line == BIG // len(ROW) + 1
    assert told == sorted(told)
    assert told[-1] == large.stat().st_size
    box = window.findChild(QPlainTextEdit, "pasteInput")
    assert "50002" in box.toPlainText()
    # Only stretches are shown, under the file's own line numbers.
    block = box.document().find("50002").block()
    assert block.blockNumber() < 100
    assert box.number_of(block) == finding.line
    assert box.line_start(finding.line) == box.toPlainText().index("2026-11-02 10:00:06")


def test_a_large_file_that_went_away_is_named(qtbot, window, page, large: Path) -> None:
    given = page.work.intake
    with qtbot.waitSignal(page.findings_ready, timeout=30_000):
        page.work.open_files([str(large)])
    large.unlink()
    with qtbot.waitSignal(page.findings_ready, timeout=30_000) as signal:
        given.diagnose()
    assert signal.args == [0]
    assert "app.log" in window.findChild(QLabel, "pasteError").text()


def test_an_empty_file_leaves_what_is_there(qtbot, window, page, tmp_path: Path) -> None:
    file = tmp_path / "empty.log"
    file.write_bytes(b"")
    box = window.findChild(QPlainTextEdit, "pasteInput")
    with qtbot.waitSignal(page.findings_ready, timeout=30_000):
        box.setPlainText(ANSWER)
    page.work.open_files([str(file)])
    error = window.findChild(QLabel, "pasteError")
    qtbot.waitUntil(lambda: "empty.log" in error.text())
    assert "空" in error.text()
    assert box.toPlainText() == ANSWER
    assert page.work.results.outcome.report.findings


def test_an_empty_file_among_others_is_no_obstacle(qtbot, page, tmp_path: Path) -> None:
    empty, full = tmp_path / "empty.log", tmp_path / "full.log"
    empty.write_bytes(b"")
    full.write_text(ANSWER, "utf-8")
    with qtbot.waitSignal(page.findings_ready, timeout=30_000) as signal:
        page.work.open_files([str(empty), str(full)])
    assert signal.args == [1]
