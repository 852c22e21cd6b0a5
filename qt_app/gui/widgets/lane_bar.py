"""A scroll bar that always has its lane, and shows nothing in it while all is in sight."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

from qt_app.gui.theme import Theme


class LaneBar(QScrollBar):
    """Give it to `keep_lane`: columns then stay where they are when rows come and go."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() > self.minimum():
            super().paintEvent(event)
        else:
            QPainter(self).fillRect(self.rect(), self._theme.color("surface"))


def keep_lane(area: QAbstractScrollArea, theme: Theme) -> None:
    """The lane of a view's vertical bar stays also while there is nothing to scroll."""
    area.setVerticalScrollBar(LaneBar(theme))
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
