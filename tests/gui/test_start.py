"""What is made before the first paint, and what follows it by itself."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, Qt
from PySide6.QtWidgets import QMainWindow, QPlainTextEdit, QStyle, QTableView, QWidget

from qt_app.gui.app import create_window
from qt_app.gui.delegates import rows
from qt_app.gui.main_window import MainWindow
from qt_app.gui.pages.diagnose_paste import PastePane

HEAVY = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from qt_app.gui.app import create_window
window = create_window()
window.show()
bad = [n for n in ("qt_app.api", "cryptography", "qt_app.core.reading", "rapidfuzz",
       "qt_app.core.catalogue.catalogue", "qt_app.gui.pages.checklists", "qt_app.gui.pages.codes",
       "qt_app.gui.pages.diagnose_work", "qt_app.gui.pages.diagnose_empty", "platformdirs",
       "html.parser") if n in sys.modules]
import linecache
bad += [n for n in linecache.cache if "qt_app" in n and not n.endswith("import_check.py")]
print(",".join(bad))
"""
PAGES = ("codes", "diagnose", "checklists")


@pytest.fixture
def fresh(qapp) -> Iterator[Callable[[], MainWindow]]:
    """Makes windows that nobody has looked into yet."""
    made: list[MainWindow] = []

    def make() -> MainWindow:
        made.append(create_window())
        return made[-1]

    yield make
    for window in made:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def is_whole(window: MainWindow) -> bool:
    return all(window.is_made(name) for name in PAGES) and not window.windowIcon().isNull()


def test_the_first_paint_waits_for_nothing_it_does_not_show(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("QINGTUI_TRIAGE_HOME", str(tmp_path))
    done = subprocess.run([sys.executable, "-c", HEAVY], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""


def test_the_rest_follows_the_first_paint(qtbot, fresh) -> None:
    window = fresh()
    assert not window.is_made("codes")
    with qtbot.waitSignal(window.painted, timeout=10_000):
        window.show()
    qtbot.waitUntil(lambda: is_whole(window))
    assert window.findChild(QTableView, "codesTable")


@pytest.mark.parametrize(
    "look",
    [
        lambda window: window.findChild(QPlainTextEdit, "pasteInput"),
        lambda window: window.findChildren(QWidget),
        lambda window: window.children(),
        lambda window: window.centralWidget(),
        lambda window: window.menuBar(),
        lambda window: window.grab(),
    ],
)
def test_whoever_looks_for_a_part_finds_all_of_them(look, fresh) -> None:
    window = fresh()
    assert look(window)
    assert is_whole(window)
    assert window.page("diagnose").findChild(QObject, "findingsView")


def test_a_page_asked_for_early_is_made_at_once(fresh) -> None:
    window = fresh()
    window.show_page("codes")
    assert window.current_page() is window.page("codes")


def test_how_to_begin_and_the_keys_are_the_first_to_follow(qtbot, fresh) -> None:
    window = fresh()
    window.show_page("diagnose")
    window.show()
    with qtbot.waitSignal(window.painted, timeout=10_000):
        pass
    qtbot.waitUntil(lambda: bool(QMainWindow.menuBar(window).actions()[0].menu().actions()))
    assert window.page("diagnose")._empty is not None
    assert not window.is_made("codes")
    with qtbot.waitSignal(window.menus.command, timeout=1000) as done:
        qtbot.keyClick(
            window.page("diagnose").paste.box, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier
        )
    assert done.args == ["new_case"]


def test_a_key_pressed_before_the_menus_are_filled_is_done(qtbot, fresh) -> None:
    window = fresh()
    window.blockSignals(True)  # nothing follows the first paint
    with qtbot.waitActive(window):
        window.show()
    box = window.page("diagnose").paste.box
    assert not QMainWindow.menuBar(window).actions()[0].menu().actions()
    with qtbot.waitSignal(window.menus.command, timeout=1000) as done:
        qtbot.keyClick(box, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert done.args == ["new_case"]


def test_a_menu_opened_at_once_is_whole(fresh) -> None:
    window = fresh()
    menus = [action.menu() for action in QMainWindow.menuBar(window).actions()]
    assert not menus[0].actions()
    menus[0].aboutToShow.emit()
    assert all(menu.actions() for menu in menus)
    ticked = [name for name, action in window.menus.actions.items() if action.isChecked()]
    assert {"lang_zh", "theme_system"} <= set(ticked) or {"lang_en", "theme_system"} <= set(ticked)


def test_a_command_before_the_first_paint_is_done(qtbot, fresh) -> None:
    window = fresh()
    assert {"paste", "open_file", "palette", "cheat_sheet"} <= set(window.menus.actions)
    window.menus.command.emit("new_case")
    assert window.current_page() is window.page("diagnose")


def test_what_was_typed_before_the_page_was_whole_is_diagnosed(qtbot, fresh) -> None:
    window = fresh()
    box = window.page("diagnose").paste.box
    assert isinstance(window.page("diagnose").paste, PastePane)
    box.setPlainText('{"errcode":42001}')
    with qtbot.waitSignal(window.findings_ready, timeout=10_000) as found:
        window.complete()
    assert found.args == [1]


def test_what_comes_before_the_page_is_whole_is_taken(qtbot, fresh) -> None:
    data = QMimeData()
    data.setText('{"errcode":42001}')
    ways = [
        lambda page: page.paste.box.mime_given.emit(data),
        lambda page: page.empty.sample_chosen.emit('{"errcode":42001}'),
    ]
    for way in ways:
        window = fresh()
        with qtbot.waitSignal(window.findings_ready, timeout=10_000) as found:
            way(window.page("diagnose"))
        assert found.args == [1]


def test_the_states_written_out_are_those_of_qt() -> None:
    assert QStyle.StateFlag.State_Selected.value == rows._SELECTED
    assert QStyle.StateFlag.State_MouseOver.value == rows._HOVER
