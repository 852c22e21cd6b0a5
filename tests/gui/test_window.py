"""The frame: names, languages, themes, text sizes, focus, what a screen reader hears."""

from __future__ import annotations

import json
from time import process_time

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QTableView,
    QToolBar,
    QWidget,
)

from qt_app.gui.app import create_window
from qt_app.gui.main_window import MIN_SIZE
from qt_app.gui.palette import plain_words
from qt_app.gui.tokens import DARK, LIGHT

NAMES = [
    (QMainWindow, "mainWindow"),
    (QToolBar, "navigation"),
    (QAction, "navCodes"),
    (QAction, "navDiagnose"),
    (QAction, "navChecklists"),
    (QAction, "navSettings"),
    (QLineEdit, "codesFilter"),
    (QComboBox, "codesTableFilter"),
    (QComboBox, "codesSeverityFilter"),
    (QComboBox, "codesWhoFilter"),
    (QLabel, "codesCount"),
    (QTableView, "codesTable"),
    (QScrollArea, "codeDetail"),
    (QLabel, "statusMessage"),
    (QLabel, "privacyNote"),
    (QMenu, "languageMenu"),
    (QAction, "langZh"),
    (QAction, "langEn"),
    (QMenu, "themeMenu"),
    (QAction, "themeLight"),
    (QAction, "themeDark"),
    (QAction, "themeSystem"),
]
PAGES = ("codes", "diagnose", "checklists", "settings")


def everything(window: QWidget) -> list[QWidget]:
    return [window, *window.findChildren(QWidget)]


@pytest.mark.parametrize(("kind", "name"), NAMES, ids=[name for _, name in NAMES])
def test_each_name_exists_once(window, kind, name: str) -> None:
    found = window.findChildren(kind, name)
    found += [window] if window.objectName() == name else []
    assert len(found) == 1
    others = [w for w in everything(window) if w.objectName() == name]
    assert len(others) <= 1


def test_create_window_needs_an_application_and_shows_nothing(qapp) -> None:
    made = create_window()
    assert isinstance(made, QMainWindow)
    assert not made.isVisible()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_first_run_opens_diagnose_later_the_last_page(make_window) -> None:
    window = make_window()
    assert window.current_page() is window.page("diagnose")
    window.findChild(QAction, "navCodes").trigger()
    window.close()
    again = make_window()
    assert again.current_page() is again.page("codes")
    assert again.findChild(QAction, "navCodes").isChecked()


@pytest.mark.parametrize(("key", "page"), [("1", "codes"), ("2", "diagnose"), ("3", "checklists")])
def test_control_and_a_digit_change_the_page(qtbot, window, key: str, page: str) -> None:
    window.activateWindow()
    qtbot.keyClick(window, getattr(Qt.Key, f"Key_{key}"), Qt.KeyboardModifier.ControlModifier)
    assert window.current_page() is window.page(page)


def test_languages_switch_in_place(window, settle) -> None:
    window.show_page("codes")
    table = window.findChild(QTableView, "codesTable")
    table.select_row(5)
    chosen = window.page("codes")._chosen
    window.findChild(QAction, "langEn").trigger()
    settle()
    assert window.windowTitle() == "Qingtui Triage"
    assert window.findChild(QAction, "navCodes").text() == "Codes"
    assert table.model().headerData(1, Qt.Orientation.Horizontal) == "Title"
    assert table.model().index(5, 1).data().isascii()
    assert "entries" in window.findChild(QLabel, "codesCount").text()
    assert window.page("codes")._chosen == chosen
    window.findChild(QAction, "langZh").trigger()
    settle()
    assert window.windowTitle() == "轻推排障台"
    assert window.findChild(QAction, "navCodes").text() == "码表"
    assert table.model().headerData(1, Qt.Orientation.Horizontal) == "标题"


def test_no_word_of_the_other_language_is_left(window, settle) -> None:
    window.findChild(QAction, "langEn").trigger()
    settle()
    for page in PAGES:
        window.show_page(page)
        settle()
        for button in window.page(page).findChildren(QAbstractButton):
            if button.property("kind") != "link":
                assert button.text().isascii() or "…" in button.text(), button.text()


def test_language_is_kept(make_window, settle, own_home) -> None:
    make_window().findChild(QAction, "langEn").trigger()
    assert json.loads((own_home / "settings.json").read_text("utf-8"))["language"] == "en"
    assert make_window().findChild(QAction, "navCodes").text() == "Codes"


def test_themes_switch_in_place(window, settle) -> None:
    window.show_page("codes")
    for name, tokens in (("Dark", DARK), ("Light", LIGHT)):
        window.findChild(QAction, f"theme{name}").trigger()
        settle()
        color = QApplication.palette().color(QPalette.ColorRole.Base).name().upper()
        assert color == tokens["surface"]
        image = window.grab().toImage()
        assert image.pixelColor(20, 300).name().upper() == tokens["frame"]


def test_theme_follows_the_system_or_is_light(window) -> None:
    window.findChild(QAction, "themeSystem").trigger()
    assert window._desk.theme.name == "light"


def test_text_size_grows_everything(qtbot, window, settle) -> None:
    window.show_page("codes")
    table = window.findChild(QTableView, "codesTable")
    before = (table.rowHeight(0), QApplication.font().pointSizeF())
    window._desk.preferences.change(text_size=200)
    settle()
    assert table.rowHeight(0) == 2 * before[0]
    assert QApplication.font().pointSizeF() == pytest.approx(2 * before[1])
    qtbot.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert table.rowHeight(0) == before[0]


@pytest.mark.parametrize("language", ["langZh", "langEn"])
@pytest.mark.parametrize("percent", [100, 200])
def test_no_button_is_cut(window, settle, language: str, percent: int) -> None:
    window.findChild(QAction, language).trigger()
    window._desk.preferences.change(text_size=percent)
    window.resize(1024, 640)
    for page in PAGES:
        window.show_page(page)
        settle()
        for button in window.page(page).findChildren(QAbstractButton):
            if button.isVisible() and button.text():
                wanted = button.minimumSizeHint()
                assert button.width() >= wanted.width(), (page, button.text())
                assert button.height() >= wanted.height() - 1, (page, button.text())


def test_the_window_can_be_small(window, settle) -> None:
    for page in PAGES:
        window.show_page(page)
        window.resize(860, 520)
        settle()
        assert (window.width(), window.height()) == (860, 520), page


def test_every_label_is_plain_text(window, settle) -> None:
    for page in PAGES:
        window.show_page(page)
        settle()
    rich = [w for w in window.findChildren(QLabel) if w.textFormat() != Qt.TextFormat.PlainText]
    assert not rich


def test_every_control_has_a_name(window, settle) -> None:
    controls = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QPlainTextEdit, QSpinBox)
    silent = []
    for page in PAGES:
        window.show_page(page)
        settle()
        for widget in window.findChildren(QWidget):
            inner = isinstance(widget.parent(), QComboBox | QSpinBox | QTableView)
            if not isinstance(widget, controls) or inner or _is_qts_own(widget):
                continue
            said = widget.accessibleName() or getattr(widget, "text", str)()
            if not said.strip():
                silent.append((page, type(widget).__name__, widget.objectName()))
    assert not silent


def _is_qts_own(widget: QWidget) -> bool:
    parents = []
    while widget is not None:
        parents.append(widget)
        widget = widget.parentWidget()
    names = [w.objectName() for w in parents]
    kinds = [type(w).__name__ for w in parents]
    return any(n.startswith("qt_") for n in names) or "QComboBoxPrivateContainer" in kinds[1:]


def test_buttons_take_focus_by_tab_only(window) -> None:
    for button in window.findChildren(QAbstractButton):
        own = type(button).__module__.startswith("qt_app")
        assert not own or not button.focusPolicy() & Qt.FocusPolicy.ClickFocus, button.text()


def test_f6_goes_through_the_panes(qtbot, window, settle) -> None:
    window.show_page("codes")
    window.activateWindow()
    settle()
    page = window.page("codes")
    seen = []
    for _ in range(4):
        seen.append(QApplication.focusWidget())
        qtbot.keyClick(window, Qt.Key.Key_F6)
    assert seen[:3] == [page.filters.field, page.table, page.detail.card]
    assert seen[3] is page.filters.field


def test_f6_from_beside_the_panes_goes_on_in_reading_order(qtbot, window, settle) -> None:
    window.show_page("checklists")
    page = window.page("checklists")
    settle()
    window.activateWindow()
    page.form.fields["safe_domain"].setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is page.steps
    page.form.picker.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is page.form.fields["target"]


def test_tab_order_is_the_reading_order(window, settle) -> None:
    window.show_page("codes")
    settle()
    page = window.page("codes")
    wanted = [page.filters.field, page.filters.tables, page.filters.people, page.table]
    order, widget = [], page.filters.field
    for _ in range(400):
        if widget in wanted and widget not in order:
            order.append(widget)
        widget = widget.nextInFocusChain()
    assert order == wanted


def test_geometry_comes_back_on_a_screen(make_window) -> None:
    window = make_window()
    window.resize(1000, 600)
    window.move(40000, 40000)
    window.close()
    again = make_window()
    screen = again.screen().availableGeometry()
    assert screen.intersects(again.frameGeometry())


def test_status_clears_and_errors_stay(qtbot, window, monkeypatch) -> None:
    bar = window.bar
    bar._timer.setInterval(20)
    bar.say("done")
    qtbot.waitUntil(lambda: bar.message.whole_text() == "")
    bar.complain("broken")
    qtbot.wait(60)
    assert bar.message.whole_text() == "broken"


def test_the_promise_gives_way_to_the_host_in_contact(window) -> None:
    note = window.findChild(QLabel, "privacyNote")
    before = note.text()
    window.bar.set_network("oa.abc.com.cn")
    assert "oa.abc.com.cn" in note.text()
    window.bar.set_network("")
    assert note.text() == before


def test_menus_offer_what_can_be_done_now(window) -> None:
    window.show_page("settings")
    menus = window.menus
    menus.about_to_show.emit()
    assert not menus.actions["find"].isEnabled()
    assert menus.actions["quit"].isEnabled()
    menus._enable_all()
    window.show_page("codes")
    menus.about_to_show.emit()
    assert menus.actions["find"].isEnabled()
    menus._enable_all()


@pytest.mark.parametrize(
    ("language", "ticket", "code"),
    [("zh", "复制工单", "复制码"), ("en", "Copy for ticket", "Copy the code")],
)
def test_control_c_says_what_it_copies(window, settle, language, ticket, code) -> None:
    window.menus.actions[f"lang_{language}"].trigger()
    settle()
    said = {}
    for name in ("diagnose", "codes", "checklists"):
        window.show_page(name)
        said[name] = plain_words(window.menus.actions["copy_main"].text())
    assert said == {"diagnose": ticket, "codes": code, "checklists": ticket}


def test_control_f_comes_back_to_the_filter(qtbot, window, settle) -> None:
    window.show_page("codes")
    window.activateWindow()
    settle()
    page = window.page("codes")
    page.table.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.filters.field.hasFocus()


def test_selected_words_of_a_card_are_copied_as_they_are(qtbot, window, settle) -> None:
    window.show_page("codes")
    window.activateWindow()
    settle()
    card = window.findChild(QScrollArea, "codeDetail")
    label = next(w for w in card.findChildren(QLabel) if w.property("role") == "heading")
    label.setFocus()
    label.setSelection(0, 2)
    qtbot.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == label.text()[:2]


def test_without_a_display_one_line_and_exit_2(monkeypatch, capsys) -> None:
    from qt_app.gui.launch import main

    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 2
    said = capsys.readouterr().err
    assert "diagnose" in said
    assert said.count("\n") == 1


def test_help_needs_no_display(monkeypatch, capsys) -> None:
    from qt_app.gui.launch import main

    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    assert main(["--help"]) == 0
    assert "usage" in capsys.readouterr().out


def test_another_look_costs_little_more_than_its_style_sheet(window, qapp, settle) -> None:
    """Qt can take five times as long for it, which is a second with all pages made."""
    for name in ("codes", "checklists", "settings", "diagnose"):
        window.show_page(name)
        settle()
    sheet = qapp.styleSheet()
    plain, look = [], []
    for percent in (110, 120, 100):  # the quickest of three: a busy machine stops any of them
        start = process_time()
        qapp.setStyleSheet("")
        qapp.setStyleSheet(sheet)
        plain.append(process_time() - start)
        start = process_time()
        window._desk.theme.set_text_size(percent)
        look.append(process_time() - start)
        sheet = qapp.styleSheet()
    assert min(look) < 3 * min(plain)


@pytest.mark.parametrize("geometry", ["\ud800", "窗口", "AAAA", "=", "x" * 5000])
def test_a_damaged_place_of_the_window_is_passed_over(qtbot, monkeypatch, window, geometry) -> None:
    preferences = window._desk.preferences
    monkeypatch.setattr(preferences, "values", preferences.values._replace(geometry=geometry))
    window.restore()
    assert window.width() >= MIN_SIZE.width()
