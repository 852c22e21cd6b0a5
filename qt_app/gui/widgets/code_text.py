"""Raw text in a card: it can be selected and copied as it is, and wraps anywhere."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QTextLayout, QTextOption, QWheelEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

from qt_app.gui.theme import Theme
from qt_app.gui.widgets.paste_text import has_long_run


class CodeText(QPlainTextEdit):
    """A read-only text as high as its lines. A label would need break marks, and copy them."""

    def __init__(self, theme: Theme, text: str, name: str = "") -> None:
        super().__init__()
        self._text = text
        mode = QTextOption.WrapMode
        self._mode = mode.WrapAtWordBoundaryOrAnywhere
        if has_long_run(text):
            self._mode = mode.WrapAnywhere
        self._heights: dict[int, int] = {}
        self.setProperty("role", "code")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setWordWrapMode(self._mode)
        for set_policy in (
            self.setHorizontalScrollBarPolicy,
            self.setVerticalScrollBarPolicy,
        ):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.document().setDefaultFont(theme.font("code"))
        self.setPlainText(text)
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            lines = sum(self._height(line, width) for line in self._text.split("\n"))
            # With the lines' height alone Qt would let the text be scrolled by one of them.
            self._heights[width] = ceil(lines) + 1
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.document().defaultFont().pointSize())

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.textCursor().selectedText().replace("\u2029", "\n"))
        return data

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the card scrolls, this never does

    def _height(self, line: str, width: int) -> float:
        """What Qt's plain text layout gives one line of the text."""
        layout = QTextLayout(line, self.document().defaultFont())
        layout.setTextOption(self.document().defaultTextOption())
        layout.beginLayout()
        height = 0.0
        while (row := layout.createLine()).isValid():
            row.setLeadingIncluded(True)
            row.setLineWidth(width)
            height += row.height()
        layout.endLayout()
        return height
