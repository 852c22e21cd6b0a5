"""Draws a step: state icon, title, one-line result, state word."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from qt_app.gui.delegates.rows import (
    draw_ground,
    draw_hairline,
    draw_row_ring,
    draw_words,
    is_selected,
)
from qt_app.gui.delegates.shapes import draw_icon
from qt_app.gui.models.steps import StepsModel
from qt_app.gui.theme import Theme
from qt_app.gui.vocabulary import STEP_STATE, Mark

ROW, PAD, ICON, GAP = 46, 16, 18, 12
FRAMES = 8
Index = QModelIndex | QPersistentModelIndex


class StepsDelegate(QStyledItemDelegate):
    """`frame` (0 to 7) turns the icon of the step that is being checked."""

    def __init__(self, theme: Theme, view: QListView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = view
        self.frame = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, self._theme.scaled(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, StepsModel):
            return
        step = model.step(index.row())
        if step is None:
            return
        theme, mark = self._theme, STEP_STATE.get(step.state, STEP_STATE["waiting"])
        painter.save()
        painter.setClipRect(option.rect)
        draw_ground(painter, theme, option)
        draw_hairline(painter, theme, option.rect, PAD)
        inner = option.rect.adjusted(PAD, 0, -PAD, 0)
        self._draw_state_icon(painter, inner, mark, turning=step.state == "running")
        end = self._draw_state_word(painter, inner, mark.text(), mark)
        left = inner.left() + theme.scaled(ICON) + GAP
        words = QRect(left, inner.top(), end - GAP - left, inner.height())
        waits = step.state == "waiting"
        line = "" if waits else model.line(index.row())
        self._draw_lines(painter, words, step.name, line, bold=is_selected(option), grey=waits)
        if self._view.hasFocus() and self._view.currentIndex().row() == index.row():
            draw_row_ring(painter, theme, option.rect)
        painter.restore()

    def _draw_state_icon(
        self, painter: QPainter, inner: QRect, mark: Mark, *, turning: bool
    ) -> None:
        middle = inner.top() + inner.height() / 2
        if not turning:
            at = QPointF(inner.left(), middle)
            draw_icon(painter, self._theme, at, mark.icon, mark.tone, ICON)
            return
        side = self._theme.scaled(ICON)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(inner.left() + side / 2, middle)
        painter.rotate(360 / FRAMES * self.frame)
        at = QPointF(-side / 2, 0)
        draw_icon(painter, self._theme, at, mark.icon, mark.tone, ICON)
        painter.restore()

    def _draw_state_word(self, painter: QPainter, inner: QRect, word: str, mark: Mark) -> int:
        """The word at the right edge; returns where it begins."""
        width = QFontMetrics(self._theme.font("small")).horizontalAdvance(word) + 1
        box = QRect(inner.right() - width + 1, inner.top(), width, inner.height())
        draw_words(painter, self._theme, box, word, "small", mark.tone)
        return box.left()

    def _draw_lines(
        self, painter: QPainter, rect: QRect, name: str, line: str, *, bold: bool, grey: bool
    ) -> None:
        role, token = ("strong" if bold else "body"), ("text2" if grey else "text")
        if not line:
            draw_words(painter, self._theme, rect, name, role, token)
            return
        first = QFontMetrics(self._theme.font(role)).height()
        second = QFontMetrics(self._theme.font("small")).height()
        top = rect.top() + (rect.height() - first - second) // 2
        box = QRect(rect.left(), top, rect.width(), first)
        draw_words(painter, self._theme, box, name, role, token)
        box = QRect(rect.left(), top + first, rect.width(), second)
        draw_words(painter, self._theme, box, line, "small", "text2")
