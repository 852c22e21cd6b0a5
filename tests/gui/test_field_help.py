"""F1: every part that takes the keyboard says what it is for, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from qt_app.gui.help import HelpWindow
from qt_app.gui.help_texts import HELP
from qt_app.gui.widgets import field_help
from qt_app.gui.widgets.field_help import help_of
from qt_app.gui.widgets.preview import Preview
from tests.gui.diagnose_kit import DOMAIN, ONLY_A_NUMBER, Desk

CHINESE = re.compile(r"[\u4e00-\u9fff]")
NOTHING = Qt.FocusPolicy.NoFocus
# The screenless platform complains of the bubble, which takes the next key or click.
with_bubble = pytest.mark.no_qt_log
# A cut number is what leaves a note.
PASTE = DOMAIN + '\n{"errcode":4000'


def takes_keys(root: QWidget) -> list[QWidget]:
    """Everything below `root` that can have the focus, hidden parts too."""
    found = root.findChildren(QWidget)
    return [one for one in found if one.focusPolicy() != NOTHING and one.window() is root.window()]


def words_below(part: QWidget, root: QWidget) -> str:
    """What F1 says of a part; "" if that is said by nothing below `root`."""
    holder, words = help_of(part)
    return words if holder is not None and root.isAncestorOf(holder) else ""


def check(root: QWidget, language: str, *, itself: bool = False) -> None:
    parts = takes_keys(root)
    assert parts
    said = {part: help_of(part)[1] if itself else words_below(part, root) for part in parts}
    silent = [part.objectName() or type(part).__name__ for part, words in said.items() if not words]
    assert silent == []
    for words in said.values():
        assert bool(CHINESE.search(words)) == (language == "zh"), words
        assert words.endswith((".", "。"))


@pytest.fixture(params=["zh", "en"])
def language(window, settle, request) -> str:
    window.menus.actions[f"lang_{request.param}"].trigger()
    settle()
    return request.param


@pytest.fixture
def desk(window, qtbot, language) -> Desk:
    return Desk(window, qtbot)


def fill_pages(desk: Desk, settle) -> None:
    """Bring every part of every page about: two cases, notes, both lists, nothing found."""
    desk.paste(PASTE)
    desk.window.menus.actions["new_case"].trigger()
    desk.paste(ONLY_A_NUMBER)
    desk.page.paste.open_find()
    for name in ("cases", "settings", "codes", "checklists"):
        desk.window.show_page(name)
        settle()
    checklists = desk.window.page("checklists")
    desk.qtbot.waitUntil(lambda: checklists.guide.loaded, timeout=20_000)
    checklists.open_list("domain", {"url": "https://oa.abc.com.cn"})
    settle()


def test_every_part_of_every_page_has_help(desk: Desk, language: str, settle) -> None:
    fill_pages(desk, settle)
    for name in ("diagnose", "codes", "checklists", "cases", "settings"):
        check(desk.window.page(name), language)
    desk.window.page("codes").filters.field.setText("40999")
    settle()
    check(desk.window.page("codes").nothing, language, itself=True)
    check(desk.window.rail, language, itself=True)


def test_every_text_has_its_part(desk: Desk, settle) -> None:
    fill_pages(desk, settle)
    assert [name for name in HELP if desk.window.findChild(QWidget, name) is None] == []


def test_windows_beside_have_help(desk: Desk, language: str, settle) -> None:
    desk.paste(DOMAIN)
    desk.page.work.results.copy_more("preview")
    preview = desk.window.findChild(Preview)
    desk.window.findChild(QAction, "command_about").trigger()
    about = next(one for one in desk.window.findChildren(HelpWindow) if one.isVisible())
    desk.window.findChild(QAction, "command_palette").trigger()
    for shown in (preview, about, desk.window.findChild(QWidget, "commandPalette")):
        check(shown, language, itself=True)
    desk.window.findChild(QAction, "command_palette").trigger()
    preview.close()
    about.close()


@pytest.fixture
def shown(monkeypatch) -> Iterator[list[tuple[str, QWidget]]]:
    """What F1 showed and beside which widget; the bubble itself is shown, too."""
    said: list[tuple[str, QWidget]] = []
    real = field_help.QWhatsThis.showText

    def show(place, text, widget) -> None:
        said.append((text, widget))
        real(place, text, widget)

    monkeypatch.setattr(field_help.QWhatsThis, "showText", show)
    yield said
    field_help.QWhatsThis.hideText()


def bubble() -> QWidget | None:
    """The help in sight, if any."""
    every = (w for w in QApplication.topLevelWidgets() if w.isVisible())
    return next((w for w in every if w.metaObject().className() == "QWhatsThat"), None)


def close_bubble(desk: Desk) -> None:
    """Esc; the screenless platform has no window active after a popup."""
    desk.qtbot.keyClick(bubble(), Qt.Key.Key_Escape)
    assert bubble() is None
    desk.window.activateWindow()


@with_bubble
def test_tab_to_a_field_and_f1_tells_of_it(desk: Desk, language: str, settle, shown) -> None:
    desk.key(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert desk.box.hasFocus()
    desk.key(Qt.Key.Key_F1)
    close_bubble(desk)
    desk.key(Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    settle()
    desk.key(Qt.Key.Key_Tab)
    safe = desk.widget("checklistSafeDomain")
    assert safe.hasFocus()
    desk.key(Qt.Key.Key_F1)
    assert [widget for _, widget in shown] == [desk.box, safe]
    first, second = (text for text, _ in shown)
    assert ("客户发来什么就贴什么" if language == "zh" else "all that the customer sent") in first
    assert ("安全域名" if language == "zh" else "safe domain") in second
    assert not [one for one in desk.window.findChildren(HelpWindow) if one.isVisible()]


@with_bubble
def test_f1_follows_the_language(desk: Desk, settle, shown) -> None:
    for language in ("zh", "en", "zh"):
        desk.window.menus.actions[f"lang_{language}"].trigger()
        settle()
        desk.box.setFocus()
        desk.key(Qt.Key.Key_F1)
        close_bubble(desk)
    assert [bool(CHINESE.search(text)) for text, _ in shown] == [True, False, True]


@with_bubble
def test_f1_in_a_window_beside(desk: Desk, qtbot, shown) -> None:
    desk.window.findChild(QAction, "command_about").trigger()
    about = next(one for one in desk.window.findChildren(HelpWindow) if one.isVisible())
    about.activateWindow()
    qtbot.waitUntil(about.isActiveWindow)
    about.text.setFocus()
    qtbot.keyClick(about.text, Qt.Key.Key_F1)
    assert [widget for _, widget in shown] == [about.text]
    about.close()


def test_keys_are_named_as_on_the_system(qapp, monkeypatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    label = QLabel()
    field_help.set_help(label, "Ctrl+Shift+T brings it back.")
    assert label.whatsThis() == "⌘⇧T brings it back."
