"""What proves a step: rows in a frame, a link taken apart, a small table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from qt_app.gui.theme import Theme
from qt_app.gui.widgets.words import HairLine, IconLabel, plain_label

# Which colour each part of an address has; what the server never sees is struck out, too.
PART_TOKENS = {
    "scheme": "text2",
    "host": "text",
    "path": "text2",
    "mark": "text3",
    "key": "violet",
    "appid": "ok",
    "redirect": "accenttext",
    "value": "text2",
    "lost": "error",
}
_BOLD = ("host", "appid", "redirect")


@dataclass(frozen=True, slots=True)
class ProofRow:
    """One row: icon and its colour token, name, small second line, word at the right."""

    icon: str
    tone: str
    name: str
    under: str = ""
    word: str = ""


class ProofFrame(QFrame):
    """A rounded frame with a hairline edge; `rows` divided by hairlines."""

    def __init__(self, theme: Theme, rows: Sequence[ProofRow] = ()) -> None:
        super().__init__()
        self._theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(0)
        for number, row in enumerate(rows):
            if number:
                self.column.addWidget(HairLine())
            self.column.addWidget(_RowWidget(theme, row))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.color("line"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


class _RowWidget(QWidget):
    def __init__(self, theme: Theme, row: ProofRow) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(plain_label(row.name, wrap=True))
        if row.under:
            words.addWidget(plain_label(row.under, "small", "text2", wrap=True))
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 7, 14, 8)
        line.setSpacing(10)
        line.addWidget(IconLabel(theme, row.icon, row.tone, 18), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(words, 1)
        if row.word:
            word = plain_label(row.word, "small", row.tone)
            line.addWidget(word, 0, Qt.AlignmentFlag.AlignVCenter)


class AddressParts(QWidget):
    """An address in mono, each part in its colour, wrapping anywhere."""

    def __init__(self, theme: Theme, parts: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._theme = theme
        self._parts = [(text, role) for text, role in parts if text]
        self._text = "".join(text for text, _ in self._parts)
        self.setAccessibleName(self._text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._layout(width).boundingRect().height()) + 2

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.heightForWidth(max(self.width(), 80)))

    def paintEvent(self, event: QPaintEvent) -> None:
        self._layout(self.width()).draw(QPainter(self), QPointF(0, 0))

    def _layout(self, width: int) -> QTextLayout:
        layout = QTextLayout(self._text, self._theme.font("code"))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 20))
            line.setPosition(QPointF(0, top))
            top += line.height() + 2
        layout.endLayout()
        return layout

    def _formats(self) -> list[QTextLayout.FormatRange]:
        found, start = [], 0
        for text, role in self._parts:
            form = QTextCharFormat()
            form.setForeground(self._theme.color(PART_TOKENS.get(role, "text")))
            if role in _BOLD:
                form.setFontWeight(QFont.Weight.Bold)
            if role == "lost":
                form.setFontStrikeOut(True)
                form.setBackground(self._theme.color("errortint"))
            piece = QTextLayout.FormatRange()
            # Lengths are counted as Qt counts them: characters beyond U+FFFF are two.
            piece.start, piece.length = start, len(text.encode("utf-16-le", "surrogatepass")) // 2
            piece.format = form
            start += piece.length
            found.append(piece)
        return found


class ProofTable(ProofFrame):
    """Columns with a small head; the first takes what is left. Cells are (text, tone)."""

    def __init__(
        self, theme: Theme, heads: Sequence[str], rows: Sequence[Sequence[tuple[str, str]]]
    ) -> None:
        super().__init__(theme)
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(14, 8, 14, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 3)
        for column, head in enumerate(heads):
            grid.setColumnStretch(column, 3 if column == 0 else 1)
            grid.addWidget(plain_label(head, "smallstrong", "text2", wrap=True), 0, column)
        for number, row in enumerate(rows):
            grid.addWidget(HairLine(), 2 * number + 1, 0, 1, len(heads))
            for column, (text, tone) in enumerate(row):
                label = plain_label(text, "small", tone, wrap=True)
                label.setAlignment(Qt.AlignmentFlag.AlignTop)
                grid.addWidget(label, 2 * number + 2, column)
        self.column.addWidget(inside)
