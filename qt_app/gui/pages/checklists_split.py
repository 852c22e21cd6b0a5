"""The two panes of the checklists page: steps beside the card, or above it where it is narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFontInfo, QResizeEvent
from PySide6.QtWidgets import QWidget

from qt_app.gui.delegates.steps import ROW
from qt_app.gui.desk import Desk
from qt_app.gui.widgets.panes import HairSplitter, split_sizes

_KEY = "checklists.split"
_LEFT, _LEFT_NARROW, _NARROW = 400, 310, 1120 - 72
_EMS = 52
_CARD = 400
_ROWS = 1.25 * ROW  # a row, and a bit of the next that says there is more


class StepsSplitter(HairSplitter):
    """400 for the steps at 1280, 310 at 1024, or as the user left it."""

    def __init__(self, desk: Desk, steps: QWidget, card: QWidget) -> None:
        super().__init__(desk.theme, Qt.Orientation.Horizontal)
        self._desk = desk
        self._steps, self._card = steps, card
        self.addWidget(steps)
        self.addWidget(card)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        steps.setMinimumWidth(260)
        card.setMinimumWidth(_CARD)
        self.splitterMoved.connect(self._remember)
        desk.theme.changed.connect(self._grow)
        self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        before, now = event.oldSize().width(), event.size().width()
        if before != now and now > 0:
            self._orient(now)
            self._share(now)

    @Slot()
    def _grow(self) -> None:
        self._steps.setMinimumHeight(self._desk.theme.scaled(_ROWS))

    def _orient(self, width: int) -> None:
        em = QFontInfo(self._desk.theme.font("body")).pixelSize()
        wide = width >= _EMS * em
        way = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self.orientation() != way:
            self.setOrientation(way)
            self._card.setMinimumWidth(_CARD if wide else 0)

    def _share(self, width: int) -> None:
        if self.orientation() == Qt.Orientation.Vertical:
            self.setSizes([round(self.height() * share) for share in (0.4, 0.6)])
            return
        scaled = self._desk.theme.scaled
        left = scaled(_LEFT_NARROW if width < scaled(_NARROW) else _LEFT)
        saved = split_sizes(self._desk.preferences.layout(_KEY), (left, width - left))
        self.setSizes([round(width * size / max(sum(saved), 1)) for size in saved])

    @Slot()
    def _remember(self) -> None:
        if self.orientation() == Qt.Orientation.Horizontal:
            self._desk.preferences.remember(_KEY, self.sizes())
