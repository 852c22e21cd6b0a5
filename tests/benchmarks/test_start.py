"""Start to first paint of the usable page, beside a minimal table window, processes in turn."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.benchmark

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 11
GOAL = 1.5
# A loaded machine has been seen at 1.7. Half of what is left are PySide's own enum classes: naming
# Qt.ItemDataRole alone takes 25 ms, so the peer is timed with and without.
LIMIT = 1.9

MINIMAL = """
import os
from PySide6.QtCore import QAbstractTableModel, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
class Model(QAbstractTableModel):
    def rowCount(self, parent=None): return 200
    def columnCount(self, parent=None): return 6
    def data(self, index, role=0): return str(index.row()) if role == 0 else None
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: os._exit(0))
app = QApplication([])
window, table, model = Window(), QTableView(), Model()
table.setModel(model)
window.setCentralWidget(table)
window.resize(1280, 800)
window.show()
app.exec()
"""

NATURAL = MINIMAL.replace("QTimer", "Qt, QTimer", 1).replace(
    "role == 0", "role == Qt.ItemDataRole.DisplayRole"
)

OURS = """
import os
from PySide6.QtWidgets import QApplication
app = QApplication([])
from qt_app.gui.app import create_window
window = create_window()
window.painted.connect(lambda: os._exit(0))
window.show()
app.exec()
"""

# The half of the page that says how to begin follows by itself; this waits for it, too.
WHOLE = OURS.replace(
    "window.painted.connect(lambda: os._exit(0))",
    """
from PySide6.QtCore import QTimer
def look():
    if window.page("diagnose").right.count():
        app.processEvents()
        os._exit(0)
    QTimer.singleShot(0, look)
window.painted.connect(look)
""",
)


def seconds(program: str, environ: dict[str, str]) -> float:
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", program], env=environ, cwd=ROOT, capture_output=True, timeout=60
    )
    assert done.returncode == 0, done.stderr.decode()
    return time.perf_counter() - start


def median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def test_the_first_page_is_painted_soon(tmp_path: Path, capsys) -> None:
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    environ["QINGTUI_TRIAGE_HOME"] = str(tmp_path / "home")
    # As installed: bytecode is there. The first round writes it and is not counted.
    environ["PYTHONPYCACHEPREFIX"] = str(tmp_path / "cache")
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    minimal, natural, ours, whole = [], [], [], []
    for _ in range(ROUNDS + 1):
        minimal.append(seconds(MINIMAL, environ))
        natural.append(seconds(NATURAL, environ))
        ours.append(seconds(OURS, environ))
        whole.append(seconds(WHOLE, environ))
    base, mine = median(minimal[1:]), median(ours[1:])
    ratio = median([b / a for a, b in zip(minimal[1:], ours[1:], strict=True)])
    with capsys.disabled():
        print(f"\nstart: {mine:.2f} s, minimal {base:.2f} s, ratio {ratio:.2f} (goal {GOAL})")
        usual = median([b / a for a, b in zip(natural[1:], ours[1:], strict=True)])
        print(f"       beside a model that names Qt.ItemDataRole: ratio {usual:.2f}")
        print(f"       with how to begin at the right: {median(whole[1:]):.2f} s")
    assert ratio <= LIMIT
