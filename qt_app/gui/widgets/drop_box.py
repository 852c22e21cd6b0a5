"""A plain-text editor that hands on what falls into it instead of inserting it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QPlainTextEdit


class DropBox(QPlainTextEdit):
    """`mime_dropped(data)`: what came from outside. Its own words are not moved by the mouse.

    Qt's way inserts in the middle of an edit, where the text must not be replaced or scrolled.
    """

    mime_dropped = Signal(object)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._take(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._take(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if self._take(event):
            self.mime_dropped.emit(event.mimeData())

    def _take(self, event: QDropEvent) -> bool:
        own = event.source() in (self, self.viewport())
        if own or not self.canInsertFromMimeData(event.mimeData()):
            # Accepted, but for nothing: the window around it would take it.
            event.setDropAction(Qt.DropAction.IgnoreAction)
            event.accept()
            return False
        event.acceptProposedAction()
        return True
