"""The order in which Tab goes through what was made late."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget


def put_in_tab_order(before: QWidget, inside: QWidget) -> None:
    """Let Tab go from `before` through what `inside` holds, line by line, then on as it was.

    Qt puts whatever is made later behind everything that was there.
    """
    if before.window() is not inside.window():
        return  # not in its place yet
    for stop in sorted(tab_stops(inside), key=lambda one: _place(one, inside)):
        QWidget.setTabOrder(before, stop)
        before = stop


def tab_stops(inside: QWidget) -> list[QWidget]:
    """What Tab stops at, in the order it was made. Lists of drop-downs are windows of their own."""
    window, by_tab = inside.window(), Qt.FocusPolicy.TabFocus
    found = inside.findChildren(QWidget)
    return [one for one in found if one.focusPolicy() & by_tab and one.window() is window]


def _place(widget: QWidget, inside: QWidget) -> tuple[int, int]:
    at = widget.mapTo(inside, QPoint(0, 0))
    return at.y() + widget.height() // 2, at.x()
