"""The checklists page with its lists loaded, and its fields."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractItemView, QLineEdit


@pytest.fixture
def page(window, settle, qtbot):
    window.show_page("checklists")
    page = window.page("checklists")
    qtbot.waitUntil(lambda: page.guide.loaded, timeout=20_000)
    settle()
    return page


@pytest.fixture
def target(window):
    return window.findChild(QLineEdit, "checklistTarget")


@pytest.fixture
def safe(window):
    return window.findChild(QLineEdit, "checklistSafeDomain")


@pytest.fixture
def steps(window):
    return window.findChild(QAbstractItemView, "checklistSteps")
