"""Help windows, the settings page, damaged and read-only settings."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton

from qt_app.gui.help import KEYS, HelpWindow, appendix_text, shown_keys

SEED = Path(__file__).resolve().parents[1] / "data" / "seed.txt"


def opened(window) -> HelpWindow:
    shown = [w for w in window.findChildren(HelpWindow) if w.isVisible()]
    assert len(shown) == 1
    return shown[0]


def run(window, name: str) -> None:
    window.findChild(QAction, f"command_{name}").trigger()


def test_appendix_holds_every_row_of_the_manual(window) -> None:
    run(window, "appendix")
    help_window = opened(window)
    text = help_window.text.toPlainText()
    lines = text.splitlines()
    for table in ("global", "member"):
        for entry in window._desk.catalogue.in_table(table):
            assert f"{entry.code}\t{entry.message}" in lines
    labels = [label.text() for label in help_window.findChildren(QLabel)]
    assert "手册原文" in labels
    help_window.close()


def test_appendix_is_the_seed_word_for_word(window) -> None:
    seed = [line.strip() for line in SEED.read_text("utf-8").splitlines()]
    rows = [line for line in seed if line.split(" ")[0].lstrip("-").isdecimal()]
    given = [line.replace("\t", " ", 1) for line in appendix_text(window._desk).splitlines()]
    given = [line for line in given if line.split(" ")[0].lstrip("-").isdecimal()]
    assert [row for row in rows if row not in given] == []


@pytest.mark.parametrize("name", ["cheat_sheet", "faq", "about"])
def test_help_windows_open_and_close(qtbot, window, name: str) -> None:
    run(window, name)
    run(window, name)
    help_window = opened(window)
    assert help_window.windowTitle()
    qtbot.keyClick(help_window, Qt.Key.Key_Escape)
    assert not help_window.isVisible()


def test_cheat_sheet_names_every_key(window) -> None:
    run(window, "cheat_sheet")
    text = opened(window).text.toPlainText()
    assert len(text.splitlines()) == len(KEYS)
    assert "粘贴并诊断" in text
    opened(window).close()


def test_settings_act_at_once_and_are_kept(qtbot, window, own_home, settle) -> None:
    window.show_page("settings")
    box = window.findChild(QCheckBox, "settingsMaskUserIds")
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    drop = window.findChild(QComboBox, "settingsTimeout")
    drop.setCurrentIndex(drop.findData(20))
    drop.activated.emit(drop.currentIndex())
    kept = json.loads((own_home / "settings.json").read_text("utf-8"))
    assert kept["mask_user_ids"] is True
    assert kept["check_timeout"] == 20
    qtbot.mouseClick(window.findChild(QPushButton, "reset_checks"), Qt.MouseButton.LeftButton)
    assert drop.currentData() == 10
    qtbot.mouseClick(window.findChild(QPushButton, "reset_masking"), Qt.MouseButton.LeftButton)
    assert not box.isChecked()


def test_every_group_goes_back_to_how_it_was(qtbot, window, own_home, settle) -> None:
    window.show_page("settings")
    keep = window.findChild(QCheckBox, "settingsKeepCases")
    keep.setChecked(False)
    assert json.loads((own_home / "settings.json").read_text("utf-8"))["keep_cases"] is False
    qtbot.mouseClick(window.findChild(QPushButton, "reset_data"), Qt.MouseButton.LeftButton)
    assert keep.isChecked()
    assert {"reset_look", "reset_masking", "reset_checks"} <= {
        button.objectName() for button in window.page("settings").findChildren(QPushButton)
    }


@pytest.mark.parametrize("language", ["zh", "en"])
def test_drop_downs_and_edges_are_in_line(window, settle, language: str) -> None:
    window.menus.actions[f"lang_{language}"].trigger()
    window.show_page("settings")
    settle()
    page = window.page("settings")
    drops = [drop for drop in page.findChildren(QComboBox) if drop.objectName()]
    assert len(drops) == 4
    assert len({drop.width() for drop in drops}) == 1
    body = page._card.body
    rights = [
        one.mapTo(body, one.rect().topRight()).x() for one in (*drops, *page._resets.values())
    ]
    assert len(set(rights)) == 1


def test_the_example_breaks_alike_before_and_after(window, settle) -> None:
    window.show_page("settings")
    page = window.page("settings")
    settle()
    before, after = page._before, page._after
    assert before.text().count("\n") == after.text().count("\n") == 3
    assert before.height() == after.height()


def test_the_example_shows_what_masking_does(qtbot, window, settle) -> None:
    window.show_page("settings")
    page = window.page("settings")
    assert "13800001234" not in page._after.text()
    assert "o_8Kq2Lw91" in page._after.text()
    qtbot.mouseClick(page._user_ids, Qt.MouseButton.LeftButton)
    assert "o_8Kq2Lw91" not in page._after.text()


def test_settings_and_menu_agree(window, settle) -> None:
    window.show_page("settings")
    window.findChild(QAction, "themeDark").trigger()
    assert window.findChild(QComboBox, "settingsTheme").currentData() == "dark"
    drop = window.findChild(QComboBox, "settingsTheme")
    drop.setCurrentIndex(drop.findData("light"))
    drop.activated.emit(drop.currentIndex())
    assert window.findChild(QAction, "themeLight").isChecked()


def test_clearing_asks_first(qtbot, window, own_home, monkeypatch) -> None:
    report = own_home / "crashes" / "crash-1.txt"
    report.parent.mkdir()
    report.write_text("x", "utf-8")
    window.show_page("settings")
    answers = iter([False, True])
    monkeypatch.setattr(window._desk.dialogs, "ask", lambda *_: next(answers))
    button = window.findChild(QPushButton, "clearDataButton")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert report.exists()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not report.exists()


def test_a_damaged_settings_file_is_kept_and_named(make_window, own_home) -> None:
    (own_home / "settings.json").write_text("{ not json", "utf-8")
    window = make_window()
    said = window.findChild(QLabel, "statusMessage").accessibleName()
    assert "settings.damaged.json" in said
    assert (own_home / "settings.damaged.json").read_text("utf-8") == "{ not json"


def test_a_home_that_cannot_be_written_is_said_once(make_window, own_home, monkeypatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("qt_app.services.settings.write_whole", refuse)
    window = make_window()
    window.findChild(QAction, "themeDark").trigger()
    assert "Permission denied" in window.findChild(QLabel, "statusMessage").accessibleName()
    assert window._desk.theme.name == "dark"


def test_settings_are_for_the_user_only(window, own_home) -> None:
    window.findChild(QAction, "themeDark").trigger()
    mode = stat.S_IMODE((own_home / "settings.json").stat().st_mode)
    assert mode & 0o077 == 0


def test_a_broken_code_table_is_a_sentence(make_window, monkeypatch) -> None:
    from qt_app.core.errors import CatalogueError, Fault

    def broken() -> None:
        raise CatalogueError([Fault("generated/knowledge.json", "-", "-", "cut off")])

    monkeypatch.setattr("qt_app.gui.app.load_catalogue", broken)
    window = make_window()
    said = window.findChild(QLabel, "statusMessage").accessibleName()
    assert "码表" in said
    assert "cut off" in said
    window.show_page("codes")


def test_keys_are_shown_as_they_stand_on_the_keyboard(window, monkeypatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert shown_keys("Alt+Right, Alt+Left") == "Alt+→, Alt+←"
    assert shown_keys("Ctrl+Shift+C") == "Ctrl+Shift+C"
    assert shown_keys("Ctrl+1, 2, 3, 4") == "Ctrl+1, 2, 3, 4"
    assert shown_keys("Return") == "Enter"


def test_a_help_window_is_as_high_as_its_text(window) -> None:
    heights = {}
    for name in ("about", "cheat_sheet", "appendix"):
        run(window, name)
        shown = opened(window)
        heights[name] = shown.height()
        bar = shown.text.verticalScrollBar()
        assert (bar.maximum() > 0) == (name == "appendix"), name
        shown.close()
    assert heights["about"] < heights["cheat_sheet"] < heights["appendix"] <= window.height()


def test_about_counts_the_manual_as_the_status_bar_does(window) -> None:
    run(window, "about")
    shown = opened(window)
    assert "手册 129 条" in shown.text.toPlainText()
    shown.close()
