"""How the window is drawn: places, rings, lines and marks as the design has them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget


def in_window(widget: QWidget) -> QRect:
    """Where a widget stands in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def rail_places(window) -> list[QRect]:
    rail = window.rail
    return [in_window(rail.widgetForAction(action)) for action in rail.page_actions.values()]


def test_the_rail_stands_where_it_will_stay(window, settle) -> None:
    settle()
    at_start = rail_places(window)
    assert at_start[0] == QRect(6, 40, 60, 56)
    assert at_start[1].top() - at_start[0].bottom() - 1 == 4
    assert window.bar.y() - at_start[-1].bottom() - 1 == 4
    for change in ({"theme": "dark"}, {"language": "en"}, {"theme": "light"}):
        window._desk.preferences.change(**change)
        settle()
        assert rail_places(window) == at_start
