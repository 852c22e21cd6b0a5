"""The parts cards are made of: chips, source tags, numbered steps, wells, equal cards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from qt_app.gui.breaking import breakable
from qt_app.gui.theme import Theme
from qt_app.gui.vocabulary import source_tip, source_word
from qt_app.gui.widgets.buttons import Button
from qt_app.gui.widgets.tab_order import put_in_tab_order
from qt_app.gui.widgets.words import PlainLabel, StepNumber, plain_label, set_tip

_CHIP_ICON = 14


class Chip(PlainLabel):
    """Icon and a few words. `tone`: grey, error, warn, ok, violet, accenttext or outline.

    One label that paints its icon: a card has many, and each widget costs its time.
    """

    def __init__(
        self, theme: Theme, text: str, icon: str = "", tone: str = "grey", tip: str = ""
    ) -> None:
        super().__init__(text)
        self._theme, self._icon = theme, icon
        self._token = "text2" if tone in ("grey", "outline") else tone
        self.setProperty("tone", tone)
        self.setProperty("hasIcon", bool(icon))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_tip(self, tip)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._icon:
            top = (self.height() - self._theme.scaled(_CHIP_ICON)) // 2
            picture = self._theme.pixmap(self._icon, self._token, _CHIP_ICON)
            QPainter(self).drawPixmap(6, top, picture)


class SourceTag(QLabel):
    """Where a sentence was read: 手册, SDK, 客户端, 通用, 推断. Follows the language."""

    def __init__(self, source: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._source = source
        self.setProperty("source", source)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.setText(source_word(self._source))
        set_tip(self, source_tip(self._source))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


_BELOW = 6  # from the circle of a step to the well that belongs to it


class SentenceRows(QWidget):
    """Sentences one below the other, each with its source tag in one right-hand column.

    `numbering`: "" none, "plain" bare numbers (causes), "circle" steps.
    """

    def __init__(self, theme: Theme, numbering: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._numbering = numbering
        self._rows = 0
        self._numbers = 0
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 4 if numbering == "circle" else 0, 0, 0)
        self.grid.setHorizontalSpacing(10)
        self._gap = 12 if numbering == "circle" else 8
        self.grid.setVerticalSpacing(0)  # rows of their own keep the others apart
        self.grid.setColumnStretch(1, 1)

    def add(self, text: str, source: str = "", tone: str = "") -> PlainLabel:
        """Append a sentence; hands back its label."""
        row = self._next_row(self._gap)
        if self._numbering:
            self._numbers += 1
            self.grid.addWidget(self._number(), row, 0, Qt.AlignmentFlag.AlignTop)
        label = plain_label(text, "body", tone, wrap=True, selectable=True)
        label.setContentsMargins(0, 1 if self._numbering == "circle" else 0, 0, 0)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.grid.addWidget(label, row, 1)
        if source:
            flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
            self.grid.addWidget(SourceTag(source), row, 2, flags)
        return label

    def add_below(self, widget: QWidget) -> None:
        """Put a widget (a value well) under the last sentence, over both right columns."""
        self.grid.addWidget(widget, self._next_row(_BELOW), 1, 1, 2)

    def _next_row(self, gap: int) -> int:
        """The number of a new row, `gap` px below the last."""
        if self._rows:
            self.grid.setRowMinimumHeight(self._rows, gap)
            self._rows += 1
        self._rows += 1
        return self._rows - 1

    def _number(self) -> QWidget:
        if self._numbering == "circle":
            return StepNumber(self._theme, self._numbers)
        label = plain_label(str(self._numbers), "strong", "text2")
        label.setFixedWidth(self._theme.scaled(14))
        return label


class Well(QFrame):
    """A tinted, rounded ground. `tone`: accent, violet, grey, error, warn, ok."""

    def __init__(self, tone: str = "accent", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", tone)


class ValueWell(Well):
    """The string to type: label, value in large mono, one line of do-nots, a copy button."""

    copy_requested = Signal(str)

    def __init__(
        self,
        theme: Theme,
        label: str,
        value: str,
        hint: str,
        copy_text: str,
        button: Button | None = None,
    ) -> None:
        """With a `button` of the caller's, clicks on it are the caller's, too."""
        super().__init__("accent")
        self._value = value
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(plain_label(label, "small", "text2", wrap=True))
        # In its large letters a value is soon wider than the well.
        shown = plain_label(breakable(value, 16), "value", wrap=True, selectable=True)
        shown.setAccessibleName(f"{label} {value}")
        words.addWidget(shown)
        if hint:
            words.addWidget(plain_label(hint, "small", "text2", wrap=True))
        self.button = button or Button(theme, "outline", "copy", small=True)
        self.button.setText(copy_text)
        self.button.setAccessibleName(f"{copy_text} {value}")
        if button is None:
            self.button.clicked.connect(self._copy)
        row = QHBoxLayout(self)
        row.setContentsMargins(15, 11, 15, 11)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.button.show()

    @Slot()
    def _copy(self) -> None:
        self.copy_requested.emit(self._value)


class CardBack(QFrame):
    """The ground of one of several equal cards."""


class EqualCards(QWidget):
    """Equal meanings side by side: rows aligned across the cards, none preselected.

    Give it a list of cards, each a list of widgets in the same order (None leaves a gap).
    Two stand side by side if each gets 240 px; otherwise, and for three or more, they stack.
    """

    def __init__(self, cards: Sequence[Sequence[QWidget | None]]) -> None:
        super().__init__()
        self._cards = [list(card) for card in cards]
        self._backs = [CardBack(self) for _ in cards]
        self._side_by_side: bool | None = None
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(0)
        self._arrange(side_by_side=len(cards) == 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = len(self._cards) == 2 and event.size().width() >= 2 * 240 + 12
        if fits != self._side_by_side:
            self._arrange(side_by_side=fits)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _arrange(self, *, side_by_side: bool) -> None:
        self._side_by_side = side_by_side
        while self.grid.takeAt(0) is not None:
            pass
        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1 if side_by_side else 0)
        row = 0
        for column, (back, card) in enumerate(zip(self._backs, self._cards, strict=True)):
            start = 0 if side_by_side else row
            place = column if side_by_side else 0
            self.grid.addWidget(back, start, place, max(len(card), 1), 1)
            self._fill(card, start, place)
            row = start + len(card)
            if not side_by_side:
                self.grid.setRowMinimumHeight(row, 12)
                row += 1

    def _fill(self, card: list[QWidget | None], start: int, column: int) -> None:
        # Margins and alignment sit on the label: on the layout item they would switch off
        # height-for-width and cut wrapped text.
        for offset, widget in enumerate(card):
            if widget is None:
                continue
            top = 14 if offset == 0 else _room_above(widget)
            bottom = 14 if offset == len(card) - 1 else 2
            widget.setContentsMargins(15, top, 15, bottom)
            if isinstance(widget, QLabel):
                widget.setAlignment(Qt.AlignmentFlag.AlignTop)
            self.grid.addWidget(widget, start + offset, column)
            widget.raise_()


def _room_above(widget: QWidget) -> int:
    """What begins something new stands off; words stay close to their head."""
    return 2 if isinstance(widget, QLabel) and widget.property("role") != "smallstrong" else 10


class Section(QWidget):
    """A section head in small bold with what belongs to it below, 8 px apart."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 12, 0, 0)
        self.column.setSpacing(8)
        self.title = plain_label(title, "smallstrong", "text2")
        self.column.addWidget(self.title)

    def add(self, widget: QWidget) -> QWidget:
        """Append a widget and hand it back."""
        self.column.addWidget(widget)
        return widget


# Where the words of a folded part begin, under its title's.
_FOLD = 22


class Folded(QWidget):
    """A part that opens and closes: chevron, title, a summary line that is always visible."""

    toggled = Signal(bool)

    def __init__(self, theme: Theme, title: str, summary: str = "") -> None:
        super().__init__()
        self._button = Button(theme, "fold", "chevron-right", small=True)
        self._button.setText(title)
        self._button.setAccessibleName(f"{title} {summary}".strip())
        self._button.clicked.connect(self._toggle)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._button)
        head.addWidget(plain_label(summary, "small", "text2", wrap=True), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addLayout(head)
        self.inside = QWidget()
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(theme.scaled(_FOLD), 0, 0, 8)
        self.inside.hide()
        column.addWidget(self.inside)

    def is_open(self) -> bool:
        """Whether the inside is shown."""
        return not self.inside.isHidden()

    def set_open(self, is_open: bool) -> None:
        """Open or close."""
        self.inside.setVisible(is_open)
        self._button.set_icon("chevron-down" if is_open else "chevron-right")
        self.toggled.emit(is_open)
        if is_open:
            self.column.activate()
            put_in_tab_order(self._button, self.inside)

    @Slot()
    def _toggle(self) -> None:
        self.set_open(not self.is_open())
