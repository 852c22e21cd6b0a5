"""The window goes while threads are at work: nothing hangs, nothing crashes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import faulthandler, sys
faulthandler.dump_traceback_later(25, exit=True)
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit
app = QApplication([])
from qt_app.gui.app import create_window

def wait(ms):
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()

window = create_window()
window.show()
box = window.findChild(QPlainTextEdit, "pasteInput")
if "paste" in sys.argv:
    wait(400)
    answer = '2026-11-02 10:00:05 INFO {"errcode":42001,"errmsg":"access_token超时 %d"}\\n'
    box.setPlainText("".join(answer % number for number in range(6_000)))
    wait(300)
if "close" in sys.argv:
    window.close()
if "delete" in sys.argv:
    window.deleteLater()
    del box, window
    wait(50)
print("ended")
"""


@pytest.mark.parametrize(
    "how",
    [["delete"], ["close", "delete"], ["close"], [], ["paste", "close"], ["paste", "delete"]],
    ids=lambda how: "-".join(how) or "nothing",
)
def test_the_end_comes_while_threads_work(tmp_path: Path, how: list[str]) -> None:
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    environ["QINGTUI_TRIAGE_HOME"] = str(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *how],
        env=environ, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "ended\n"), done.stderr[-3000:]


def test_the_program_ends_while_a_log_is_read(tmp_path: Path) -> None:
    file = tmp_path / "large.log"
    answer = '2026-11-02 10:00:05 INFO {"errcode":42001,"errmsg":"access_token超时 %d"}\n'
    file.write_text("".join(answer % number for number in range(60_000)), "utf-8")
    program = f"""
import sys, time
from PySide6.QtCore import QTimer
from qt_app.gui import app as wiring, launch
made = wiring.create_window
def create():
    window = made()
    QTimer.singleShot(800, lambda: window.page("diagnose").work.open_files([{str(file)!r}]))
    QTimer.singleShot(2500, window.close)
    return window
wiring.create_window = create
sys.exit(launch.main([]))
"""
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    environ["QINGTUI_TRIAGE_HOME"] = str(tmp_path / "home")
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", program], env=environ, cwd=ROOT, capture_output=True, text=True,
        timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    assert time.monotonic() - begun < 12  # reading it all takes twice as long and more
