"""What is made before the first paint, and what follows it by itself."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QPlainTextEdit, QTableView

from qt_app.gui.app import create_window, open_window

HEAVY = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from qt_app.gui.app import open_window
window = open_window()
window.show()
bad = [n for n in ("qt_app.api", "cryptography", "qt_app.core.reading", "rapidfuzz",
       "qt_app.gui.pages.checklists", "qt_app.gui.pages.codes") if n in sys.modules]
print(",".join(bad))
"""


def drop(window) -> None:
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_first_paint_waits_for_nothing_it_does_not_show(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("QINGTUI_TRIAGE_HOME", str(tmp_path))
    done = subprocess.run([sys.executable, "-c", HEAVY], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""


def test_the_other_pages_follow_the_first_paint(qtbot) -> None:
    window = open_window()
    assert window.findChild(QPlainTextEdit, "pasteInput")
    assert not window.is_made("codes")
    with qtbot.waitSignal(window.painted, timeout=10_000):
        window.show()
    qtbot.waitUntil(lambda: window.is_made("codes") and window.is_made("checklists"))
    assert window.findChild(QTableView, "codesTable")
    assert not window.windowIcon().isNull()
    drop(window)


def test_a_page_asked_for_early_is_made_at_once(qtbot) -> None:
    window = open_window()
    window.show_page("codes")
    assert window.current_page() is window.page("codes")
    drop(window)


def test_create_window_makes_everything(qapp) -> None:
    window = create_window()
    assert all(window.is_made(name) for name in ("codes", "diagnose", "checklists"))
    drop(window)
