"""The first start says that what is pasted stays here; later ones do without."""

from __future__ import annotations

import json

import pytest
from PySide6.QtWidgets import QLabel

from tests.gui.diagnose_kit import TOKEN, Desk


def note(window) -> QLabel | None:
    """The line on the empty page, if it is there."""
    return window.page("diagnose").empty.findChild(QLabel, "firstRunNote")


@pytest.mark.parametrize(("language", "words"), [("zh", "不上传"), ("en", "never uploaded")])
def test_it_stands_on_the_empty_page(window, settle, language: str, words: str) -> None:
    window.menus.actions[f"lang_{language}"].trigger()
    settle()
    assert note(window).isVisible()
    assert words in note(window).text()
    window.menus.actions["theme_dark"].trigger()
    settle()
    assert note(window).isVisible()


def test_it_goes_with_the_empty_page(window, qtbot) -> None:
    desk = Desk(window, qtbot)
    desk.paste(TOKEN)
    assert not note(window).isVisible()


def test_a_closed_window_counts_as_seen(make_window, own_home) -> None:
    first = make_window()
    assert note(first) is not None
    first.close()
    assert json.loads((own_home / "settings.json").read_text("utf-8"))["was_closed"] is True
    assert note(make_window()) is None


def test_a_first_start_that_broke_off_is_no_start(make_window, own_home) -> None:
    first = make_window()
    first.menus.actions["theme_dark"].trigger()
    assert (own_home / "settings.json").exists()
    assert note(make_window()) is not None


def test_settings_of_an_older_version_are_no_first_start(make_window, own_home) -> None:
    (own_home / "settings.json").write_text('{"theme": "dark"}', "utf-8")
    assert note(make_window()) is None
