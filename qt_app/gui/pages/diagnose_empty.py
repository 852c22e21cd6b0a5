"""The right side before anything is pasted: what helps most, and four samples to try."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from qt_app.gui.delegates.rows import draw_words
from qt_app.gui.delegates.shapes import draw_icon
from qt_app.gui.desk import Desk
from qt_app.gui.pages.diagnose_samples import Sample, samples
from qt_app.gui.theme import Theme
from qt_app.gui.widgets.buttons import draw_ring
from qt_app.gui.widgets.panes import CardScroll
from qt_app.gui.widgets.words import IconLabel, StepNumber, plain_label

MEASURE = 536


class EmptyPane(CardScroll):
    """`sample_chosen(text)` when a sample was clicked."""

    sample_chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__("diagnoseEmpty", measure=100_000)
        self._desk = desk
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        desk.theme.changed.connect(self.rebuild)
        self.rebuild()

    def rebuild(self) -> None:
        """Build it in the language and look in force."""
        outer = self.replace_body().column
        inside = QWidget()
        inside.setMaximumWidth(self._desk.theme.scaled(MEASURE))
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(inside, 100)
        middle.addStretch(1)
        outer.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(1)
        self._fill(column)
        self.setAccessibleName(self.tr("How to begin"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.rebuild()
        super().changeEvent(event)

    def _fill(self, column: QVBoxLayout) -> None:
        theme = self._desk.theme
        column.addWidget(IconLabel(theme, "clipboard-plus", "accenttext", 36))
        column.addSpacing(8)
        column.addWidget(plain_label(self.tr("Paste the error here"), "display", wrap=True))
        column.addSpacing(6)
        keys = QKeySequence("Ctrl+V").toString(QKeySequence.SequenceFormat.NativeText)
        text = self.tr(
            "Responses, logs, chats, links: all of it, as it is. Press {0}, or drop a file here."
        ).format(keys)
        column.addWidget(plain_label(text, "body", "text2", wrap=True))
        if not self._desk.preferences.values.was_closed:
            column.addSpacing(8)
            column.addWidget(self._promise())
        column.addSpacing(22)
        head = self.tr("The more there is, the surer the answer")
        column.addWidget(plain_label(head, "smallstrong", "text2"))
        column.addSpacing(6)
        column.addLayout(self._ranked())
        column.addSpacing(20)
        head = self.tr("Nothing at hand? Try an example")
        column.addWidget(plain_label(head, "smallstrong", "text2"))
        column.addSpacing(6)
        column.addLayout(self._samples())

    def _promise(self) -> QWidget:
        """The first start says where what is pasted stays."""
        words = self.tr(
            "What you paste is read on this computer only and never uploaded. The network is used "
            "only once you press Run checks, and the host is named first."
        )
        label = plain_label(words, "small", "text2", wrap=True)
        label.setObjectName("firstRunNote")
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        icon = IconLabel(self._desk.theme, "shield-lock", "ok", 16)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        return line

    def _ranked(self) -> QGridLayout:
        plan = (
            (
                self.tr("The whole response"),
                self.tr("The JSON with errcode and errmsg, best with the path of the call"),
            ),
            (
                self.tr("The log around the error"),
                self.tr("Thousands of lines are fine: they are grouped, the earliest is named"),
            ),
            (
                self.tr("Just a code"),
                self.tr("Works too; with several meanings you get the question to ask"),
            ),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for number, (name, about) in enumerate(plan):
            row = number * 3
            circle = StepNumber(self._desk.theme, number + 1)
            grid.addWidget(circle, row, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(plain_label(name, "strong", wrap=True), row, 1)
            grid.addWidget(plain_label(about, "small", "text2", wrap=True), row + 1, 1)
            grid.setRowMinimumHeight(row + 2, 8)
        return grid

    def _samples(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(10)
        for place, sample in enumerate(samples()):
            button = SampleButton(self._desk.theme, sample)
            button.clicked.connect(partial(self._choose, sample))
            grid.addWidget(button, place // 2, place % 2)
        return grid

    def _choose(self, sample: Sample) -> None:
        self.sample_chosen.emit(sample.text())


class SampleButton(QAbstractButton):
    """A framed button of two lines with an icon."""

    def __init__(self, theme: Theme, sample: Sample) -> None:
        super().__init__()
        self._theme = theme
        self._icon = sample.icon
        self._name = QCoreApplication.translate("Samples", sample.name)
        self._about = QCoreApplication.translate("Samples", sample.about)
        self.setText(self._name)
        self.setAccessibleName(f"{self._name}. {self._about}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # May get narrower than it likes: Qt asks for heights at that width, whatever there is.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.scaled(220), self._theme.scaled(56))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.scaled(160), self._theme.scaled(56))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.color("line"))
        painter.setBrush(self._theme.color("hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        at = self.rect().center()
        at.setX(14)
        draw_icon(painter, self._theme, at.toPointF(), self._icon, "accenttext", 18)
        words = self.rect().adjusted(self._theme.scaled(44), 6, -10, -6)
        half = words.height() // 2
        draw_words(painter, self._theme, words.adjusted(0, 0, 0, -half), self._name)
        lower = words.adjusted(0, half, 0, 0)
        draw_words(painter, self._theme, lower, self._about, "small", "text2")
        if self.hasFocus():
            draw_ring(painter, self._theme, self.rect(), 8)
