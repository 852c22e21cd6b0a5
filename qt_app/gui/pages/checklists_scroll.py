"""The checklists page as one column that scrolls where the window is too low for it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from qt_app.gui.widgets.panes import Column


class PageBody(QWidget):
    """Never lower than its rows need at the width they have; fill `column`."""

    def __init__(self) -> None:
        super().__init__()
        self.column = Column(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)

    def heightForWidth(self, width: int) -> int:
        # The least and not the wished height: list and card scroll by themselves first.
        return self.column.least_for(width)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(max(self.width(), 1)))


class PageScroll(QScrollArea):
    """Large text in a low window: the page scrolls, its rows and buttons are not squeezed."""

    def __init__(self) -> None:
        super().__init__()
        ground = QWidget()
        self.setViewport(ground)
        ground.setBackgroundRole(QPalette.ColorRole.NoRole)
        ground.setAutoFillBackground(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.body = PageBody()
        self.setWidget(self.body)
        self.body.setAutoFillBackground(False)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    @Slot(QWidget, QWidget)
    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        """What gets the keyboard comes into sight; under a pressed mouse nothing moves."""
        pressed = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if now is not None and not pressed and self.body.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)
