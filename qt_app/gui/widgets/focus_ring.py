"""The focus ring of what cannot draw its own: over a scrolling pane, or around a bare link."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QWidget

_OUTSIDE = 4
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.LayoutRequest)
_BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class FocusRing(QFrame):
    """A frame drawn by the style sheet that lets the mouse through; hidden until asked for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_for(self, event: QFocusEvent) -> None:
        """Show it if the keyboard brought the focus."""
        self.setVisible(event.reason() in _BY_KEYS)
        self.raise_()


class OuterRing(FocusRing):
    """Stands a little outside `target` and follows it: words without an edge keep their place."""

    def __init__(self, target: QWidget) -> None:
        self._target = target
        self._watched = _up_to_room(target)
        super().__init__(self._watched[-1])
        for widget in self._watched:
            widget.installEventFilter(self)
        self._follow()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._follow()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        self.setGeometry(_around(self._target, self._watched[-1]))


def _around(target: QWidget, host: QWidget) -> QRect:
    place = QRect(target.mapTo(host, QPoint(0, 0)), target.size())
    return place.adjusted(-_OUTSIDE, 0, _OUTSIDE, 0)


def _up_to_room(target: QWidget) -> list[QWidget]:
    """`target` and its parents up to the first that the ring fits into."""
    found = [target]
    while (parent := found[-1].parentWidget()) is not None and not found[-1].isWindow():
        found.append(parent)
        if parent.rect().contains(_around(target, parent)):
            break
    return found
