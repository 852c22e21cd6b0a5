"""The window as a screen reader gets it: over AT-SPI, from another process, under Xvfb."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]

ROOT = Path(__file__).resolve().parents[2]
READER = Path(__file__).with_name("atspi_reader.py")
SYSTEM_PYTHON = "/usr/bin/python3"
SHOWN = """
import subprocess, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit
app = QApplication([])
app.setApplicationName("qingtui-triage")
from qt_app.gui.app import create_window
window = create_window()
window.show()
window.show_page(sys.argv[2])
if sys.argv[2] == "diagnose":
    box = window.findChild(QPlainTextEdit, "pasteInput")
    box.setPlainText('{"errcode":50002,"errmsg":"\\u672a\\u6388\\u6743\\u7684\\u57df\\u540d"}')
def read():
    import os
    global reader
    reader = subprocess.Popen([sys.argv[3], sys.argv[1], str(os.getpid())])
    timer.timeout.connect(look)
    timer.start(100)
def look():
    if reader.poll() is not None:
        app.exit(reader.returncode)
timer = QTimer()
QTimer.singleShot(1500, read)
sys.exit(app.exec())
"""
INTERACTIVE = ("push button", "button", "text", "entry", "combo box", "check box", "table", "list")


def missing() -> str:
    """What this machine lacks for the test; "" if nothing."""
    for program in ("Xvfb", "dbus-run-session", SYSTEM_PYTHON):
        if not shutil.which(program):
            return program
    if not Path("/usr/libexec/at-spi-bus-launcher").exists():
        return "at-spi2-core"
    gi = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    done = subprocess.run([SYSTEM_PYTHON, "-c", gi], capture_output=True)
    return "" if done.returncode == 0 else "gir1.2-atspi-2.0 and python3-gi"


@pytest.fixture
def display():
    """A screen of its own; its number is chosen by the server."""
    absent = missing()
    if absent:
        pytest.skip(f"needs {absent}")
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
        pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    with os.fdopen(read) as pipe:
        number = pipe.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(10)


def tree(display: str, page: str, home: Path) -> list[dict[str, object]]:
    environ = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    environ |= {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QINGTUI_TRIAGE_HOME": str(home)}
    environ |= {"PYTHONPATH": str(ROOT), "NO_AT_BRIDGE": "0", "LANG": "C.UTF-8"}
    command = ["dbus-run-session", "--", sys.executable, "-c", SHOWN]
    done = subprocess.run(
        [*command, str(READER), page, SYSTEM_PYTHON],
        env=environ, cwd=ROOT, capture_output=True, text=True, timeout=90,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


@pytest.mark.parametrize("page", ["codes", "diagnose", "checklists"])
def test_a_screen_reader_is_told_everything(display: str, page: str, tmp_path: Path) -> None:
    rows = tree(display, page, tmp_path)
    roles = {row["role"] for row in rows}
    assert roles & {"frame", "window"}
    assert any(row["role"] == "menu bar" for row in rows)
    unnamed = [row for row in rows if row["role"] in INTERACTIVE and not row["name"]]
    assert unnamed == []
    cells = [row for row in rows if row["role"] in ("table cell", "list item")]
    if page == "codes":
        assert any(row["name"] == "-1" for row in cells)
    if page == "diagnose":
        assert any("50002" in str(row["description"]) for row in rows)
