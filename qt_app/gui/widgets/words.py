"""Labels that show text as text: nothing in them is ever rendered, loaded or opened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import (
    QEnterEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from qt_app.gui.delegates.hairline import Hairlines, fill
from qt_app.gui.theme import Theme

_TIP = 72  # columns of a tooltip; a Chinese character has two
_WORD = 20
_WIDE = "\u1100"
# What would stand wider than a narrow column.
_LONG_RUN = re.compile(r"[!-\u0fff]{31}")
# No tag and no entity has something that cannot be seen behind its first sign.
_NO_MARKUP = str.maketrans({"<": "<\u200b", "&": "&\u200b"})


class PlainLabel(QLabel):
    """A label with a role (font) and tone (colour token). Text is always plain.

    What `let_select` makes selectable becomes so when the mouse comes to it: with a document
    behind each of its labels, a card takes half as long again to lay out and is painted twice.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        self._selects_later = False
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def let_select(self) -> None:
        """Let the mouse select words in it."""
        self._selects_later = True
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def textInteractionFlags(self) -> Qt.TextInteractionFlag:
        self._select_now()
        return super().textInteractionFlags()

    def setSelection(self, start: int, length: int) -> None:
        self._select_now()
        super().setSelection(start, length)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._select_now()
        super().enterEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._select_now()
        super().mousePressEvent(event)

    def _select_now(self) -> None:
        if self._selects_later:
            self._selects_later = False
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and not self.hasSelectedText():
            # Nothing is selected here: the page knows what to copy.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def set_tone(self, tone: str) -> None:
        """Change the colour token; "" is the normal text colour."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            repolish(self)


class WrappingLabel(PlainLabel):
    """Wraps inside long runs, too, at marks nobody sees; asked for its text, it says it without."""

    def setText(self, text: str) -> None:
        shown = text
        if "/" in text or _LONG_RUN.search(text):
            from qt_app.gui.breaking import breakable

            shown = breakable(text)
        super().setText(shown)
        if shown != text or self._is_named:
            self.setAccessibleName(text if shown != text else "")
            self._is_named = shown != text

    def text(self) -> str:
        from qt_app.gui.breaking import unbroken

        return unbroken(super().text())

    _is_named = False


def plain_label(
    text: str = "",
    role: str = "body",
    tone: str = "",
    *,
    wrap: bool = False,
    selectable: bool = False,
    parent: QWidget | None = None,
) -> PlainLabel:
    """A PlainText label. `role`: key of fonts.ROLES; `tone`: text2, text3, error, accenttext …"""
    label = (WrappingLabel if wrap else PlainLabel)(text, parent)
    label.setProperty("role", role)
    label.setProperty("tone", tone)
    if wrap:
        label.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
        label.setMinimumWidth(1)
    if selectable:
        label.let_select()
    return label


class ElidedLabel(PlainLabel):
    """One line that elides at its right end; the whole text is in the tooltip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        self._whole = ""
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        self._whole = text
        self._elide()

    def whole_text(self) -> str:
        """The text before eliding."""
        return self._whole

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._elide()

    def _elide(self) -> None:
        width = max(self.contentsRect().width(), 1)
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, width)
        super().setText(shown)
        self.setAccessibleName(self._whole)
        set_tip(self, self._whole if shown != self._whole else "")


class IconLabel(QLabel):
    """An icon that stands beside a word; decoration for a screen reader."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        token: str = "text2",
        size: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._theme = theme
        self._name, self._token, self._size = name, token, size
        self._is_drawn = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self.retheme)
        self.retheme()

    def set_icon(self, name: str, token: str) -> None:
        """Show another icon or colour."""
        self._name, self._token = name, token
        self.retheme()

    @Slot()
    def retheme(self) -> None:
        """Draw again in the theme's colours; not before it is to be seen."""
        side = self._theme.scaled(self._size)
        self.setMinimumSize(side, side)
        if self._is_drawn:
            self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        if not self._is_drawn:
            self._is_drawn = True
            self._draw()
        super().showEvent(event)

    def _draw(self) -> None:
        self.setPixmap(self._theme.pixmap(self._name, self._token, self._size))


class StepNumber(QLabel):
    """The number of a step in a circle of 22."""

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__(str(number))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._theme = theme
        theme.changed.connect(self.retheme)
        self.retheme()

    @Slot()
    def retheme(self) -> None:
        """The circle grows with the text size."""
        side = self._theme.scaled(22)
        self.setFixedSize(QSize(side, side))


class HairLine(QFrame):
    """A line of one pixel, lying or standing."""

    def __init__(self, parent: QWidget | None = None, *, vertical: bool = False) -> None:
        super().__init__(parent)
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, color = QPainter(self), self.palette().midlight().color()
        if self.width() == 1:
            fill(painter, Hairlines(painter).standing(0, 0, self.height()), color)
        else:
            fill(painter, Hairlines(painter).lying(0, 1, self.width()), color)


def set_tip(widget: QWidget, text: str) -> None:
    """A tooltip that shows `text` as it is. Qt would guess rich text from pasted words."""
    widget.setToolTip(plain_tip(text))


def plain_tip(text: str) -> str:
    """`text` for a tooltip: in lines of a readable width, and nothing that Qt takes for HTML."""
    return no_markup("\n".join(piece for line in text.split("\n") for piece in _pieces(line)))


def no_markup(text: str) -> str:
    """`text` with nothing in it that Qt takes for HTML, for where Qt wraps it itself."""
    return text.translate(_NO_MARKUP)


def _pieces(line: str) -> Iterator[str]:
    """A line in pieces of at most _TIP columns, cut at a blank where one is near the end."""
    while (end := _fitting(line)) < len(line):
        cut = line.rfind(" ", max(end - _WORD, 1), end + 1)
        cut = cut if cut > 0 else end
        yield line[:cut]
        line = line[cut:].lstrip(" ")
    yield line


def _fitting(line: str) -> int:
    """How many characters of a line fit into a tooltip."""
    columns = 0
    for at, char in enumerate(line):
        columns += 2 if char >= _WIDE else 1
        if columns > _TIP:
            return at
    return len(line)


def repolish(widget: QWidget) -> None:
    """Let the style sheet look at a widget's changed properties."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
