"""The window goes while threads are at work: nothing hangs, nothing crashes."""

from __future__ import annotations

import os
import subprocess
import sys
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
    box.setPlainText("".join(answer % number for number in range(20_000)))
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
