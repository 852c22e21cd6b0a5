"""The window that benchmarks measure in."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from qt_app.gui.app import create_window
from qt_app.gui.main_window import MainWindow


@pytest.fixture(scope="session", autouse=True)
def as_in_the_program() -> None:
    """There what the window is made of is not looked through for garbage, and no tests are."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def window(qtbot) -> Iterator[MainWindow]:
    """A whole window of 1280×800 on the diagnose page."""
    window = create_window()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.show_page("diagnose")
    qtbot.wait(500)  # what comes after the first paint is no part of what is measured
    gc.freeze()
    yield window
    window.close()
