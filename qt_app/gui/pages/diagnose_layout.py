"""How the panes of the diagnose page share the room: 40 to 60, remembered, vertical if narrow."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qt_app.gui.desk import Desk
from qt_app.gui.widgets.panes import HairSplitter
from qt_app.gui.widgets.tab_order import tab_stops

_SPLIT_KEY = "diagnose.split"
_LEFT_KEY = "diagnose.left"
_EM = 62
_DOWN = Qt.Orientation.Vertical


class DiagnoseLayout(QObject):
    """Two splitters inside each other, `top` above them."""

    def __init__(self, desk: Desk, page: QWidget, paste: QWidget, right: QWidget) -> None:
        super().__init__(page)
        self._desk, self._paste, self._right = desk, paste, right
        self.left = HairSplitter(desk.theme, Qt.Orientation.Vertical)
        self.left.addWidget(paste)
        self.outer = HairSplitter(desk.theme, Qt.Orientation.Horizontal)
        self.outer.addWidget(self.left)
        self.outer.addWidget(right)
        self.outer.setStretchFactor(0, 40)
        self.outer.setStretchFactor(1, 60)
        self.left.setMinimumWidth(380)
        right.setMinimumWidth(480)
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.outer, 1)
        self._is_split = False
        self.outer.splitterMoved.connect(self._remember)
        self.left.splitterMoved.connect(self._remember)

    def complete(self, top: QWidget, findings: QWidget) -> None:
        """Add what the first paint does without: `top` above all, findings below the paste."""
        findings.hide()
        top.hide()
        self.left.addWidget(findings)
        self._column.insertWidget(0, top)
        self._order(top, findings)
        self._is_split = False
        if self.outer.isVisible():
            self.split()

    def _order(self, top: QWidget, findings: QWidget) -> None:
        """What was made later comes later for Tab: put all of it into the reading order."""
        panes = (top, self._paste, findings, self._right)
        parts = [part for pane in panes for part in tab_stops(pane)]
        for before, after in pairwise(parts):
            QWidget.setTabOrder(before, after)

    def fit(self, width: int) -> None:
        """Follow the page's width."""
        em = QFontInfo(self._desk.theme.font("body")).pixelSize()
        way = Qt.Orientation.Horizontal if width >= _EM * em else Qt.Orientation.Vertical
        if self.outer.orientation() != way:
            across = way == Qt.Orientation.Vertical
            self.outer.setOrientation(way)
            # Above the card there is room beside the paste, but none below it.
            self.left.setOrientation(Qt.Orientation.Horizontal if across else _DOWN)
            self._is_split = False
        if not self._is_split:
            self.split()

    def split(self) -> None:
        """Give the panes their remembered sizes, or 40 to 60 and 60 to 40."""
        self._is_split = self.outer.isVisible()
        self._share(self.outer, self._sizes(_SPLIT_KEY, (40, 60)))
        across = self.left.orientation() != _DOWN
        self._share(self.left, (50, 50) if across else self._sizes(_LEFT_KEY, (60, 40)))

    def _share(self, splitter: HairSplitter, parts: tuple[int, int]) -> None:
        across = splitter.orientation() == Qt.Orientation.Horizontal
        room = (splitter.width() if across else splitter.height()) - splitter.handleWidth()
        splitter.setSizes([round(room * part / max(sum(parts), 1)) for part in parts])

    def _sizes(self, key: str, default: tuple[int, int]) -> tuple[int, int]:
        saved = self._desk.preferences.layout(key)
        if isinstance(saved, list) and len(saved) == 2:
            first, second = saved
            if isinstance(first, int) and isinstance(second, int) and first > 0 and second > 0:
                return first, second
        return default

    @Slot()
    def _remember(self) -> None:
        if self.outer.orientation() == Qt.Orientation.Horizontal:
            self._desk.preferences.remember(_SPLIT_KEY, self.outer.sizes())
        if all(self.left.sizes()) and self.left.orientation() == _DOWN:
            self._desk.preferences.remember(_LEFT_KEY, self.left.sizes())
