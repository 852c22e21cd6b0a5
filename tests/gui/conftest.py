"""For window tests: no dialogs, an own clipboard, nothing left open, Qt back to how it was."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QWidget

from qt_app.gui.app import create_window
from qt_app.gui.main_window import MainWindow
from tests.gui.stalls import FAIL, StallWatcher


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The screenless platform says this of every dialog; no real one does."""
    for item in items:
        if "gui" in item.path.parts:
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))


@pytest.fixture(autouse=True)
def no_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that waits for an answer would stop the tests: it fails them instead."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a test opened a dialog")

    monkeypatch.setattr(QDialog, "exec", refuse)
    monkeypatch.setattr(QMessageBox, "exec", refuse)
    for name in ("getOpenFileNames", "getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, refuse)


@pytest.fixture(autouse=True)
def no_stalls(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[StallWatcher]:
    """Reports every stall of the event loop over 100 ms and fails above 250 ms."""
    # What thousands of tests left behind is not looked through: no window has it beside it.
    gc.collect()
    gc.freeze()
    watcher = StallWatcher()
    watcher.start(monkeypatch)
    yield watcher
    watcher.stop()
    for stall in watcher.stalls:
        print(f"stall of {stall.seconds * 1000:.0f} ms\n{stall.where}")
    assert watcher.worst() <= FAIL, "the window stalled, see above"


@pytest.fixture(autouse=True)
def chinese_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine's locale must not decide what the tests see."""
    monkeypatch.setattr("qt_app.gui.app.default_language", lambda: "zh")


@pytest.fixture
def make_window(qtbot) -> Iterator[Callable[[], MainWindow]]:
    """Makes shown main windows of 1280×800; closes and deletes them afterwards."""
    made: list[MainWindow] = []

    def make() -> MainWindow:
        window = create_window()
        made.append(window)
        window.resize(1280, 800)
        window.show()
        qtbot.waitExposed(window)
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()
    # Deleting is asked for by an event; only sendPostedEvents delivers it outside exec().
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    left = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    for widget in left:
        widget.close()
    assert not left, f"left open: {left}"
    QLocale.setDefault(QLocale.c())


@pytest.fixture
def window(make_window: Callable[[], MainWindow]) -> MainWindow:
    """One main window, shown."""
    return make_window()


@pytest.fixture
def type_chinese(qtbot) -> Callable[[QWidget, str], None]:
    """Types as an input method does; QTest.keyClicks knows Latin letters only."""

    def type_text(widget: QWidget, text: str) -> None:
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(widget, event)

    return type_text


@pytest.fixture
def settle(qtbot) -> Callable[[], None]:
    """Delivers what is posted: language changes, layouts."""

    def run() -> None:
        for _ in range(4):
            QCoreApplication.sendPostedEvents()
            QApplication.processEvents()

    return run
