"""Draws the rows of findings: two lines for a group or finding, one for an occurrence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from qt_app.gui.delegates.rows import (
    draw_ground,
    draw_hairline,
    draw_pill,
    draw_row_ring,
    draw_words,
    is_selected,
    pill_rect,
)
from qt_app.gui.delegates.shapes import draw_icon
from qt_app.gui.models.findings import FindingsModel
from qt_app.gui.models.findings_ranges import Top
from qt_app.gui.theme import Theme
from qt_app.gui.vocabulary import severity

if TYPE_CHECKING:
    from qt_app.api.report import FindingReport

TOP_HEIGHT, ROW_HEIGHT = 56, 32
_ICON_AT, _TEXT_AT, _CHEVRON = 16, 44, 28
_NARROW = 300
Index = QModelIndex | QPersistentModelIndex


class FindingsDelegate(QStyledItemDelegate):
    """Text only; fonts, metrics and pixmaps come from the theme."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        top = isinstance(model, FindingsModel) and model.is_top(index.row())
        return QSize(200, self._theme.scaled(TOP_HEIGHT if top else ROW_HEIGHT))

    def chevron_rect(self, rect: QRect) -> QRect:
        """Where a group is opened and closed by a click."""
        width = self._theme.scaled(_CHEVRON) + 8
        return QRect(rect.right() - width + 1, rect.top(), width, rect.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, FindingsModel):
            return
        painter.save()
        painter.setClipRect(option.rect)
        draw_ground(painter, self._theme, option)
        draw_hairline(painter, self._theme, option.rect, 16)
        finding = model.report_of(index.row())
        if model.is_top(index.row()):
            self._draw_top(painter, option, model, finding, model.top_at(index.row()))
        else:
            self._draw_occurrence(painter, option.rect, model, finding)
        if self._view.hasFocus() and self._view.currentIndex().row() == index.row():
            draw_row_ring(painter, self._theme, option.rect)
        painter.restore()

    def _draw_top(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        model: FindingsModel,
        finding: FindingReport,
        top: Top,
    ) -> None:
        theme, rect = self._theme, option.rect
        mark = severity(finding.severity, undecided=finding.undecided)
        body, small = QFontMetrics(theme.font("body")), QFontMetrics(theme.font("small"))
        above = max((rect.height() - body.height() - small.height()) // 2, 0)
        first = QRect(rect.left(), rect.top() + above, rect.width(), body.height())
        second = QRect(rect.left(), first.bottom() + 1, rect.width(), small.height())
        left, right = theme.scaled(_TEXT_AT), rect.right() - 12
        at = QPointF(rect.left() + _ICON_AT, first.center().y() + 1)
        draw_icon(painter, theme, at, mark.icon, mark.tone, 18)
        if top.can_open():
            right = self._draw_chevron(painter, rect, is_open=top.is_open)
        pill = model.words.pill(model.group_of(top), len(top.members))
        line = QRect(left, first.top(), right - left, first.height())
        under = QRect(left, second.top(), right - left, second.height())
        # In a narrow list the title is worth more than what stands below it.
        narrow = rect.width() < theme.scaled(_NARROW)
        if pill:
            ground = "surface" if is_selected(option) else "greytint"
            place = under if narrow else line
            box = pill_rect(theme, place.adjusted(0, 0, -8, 0), pill, "smallstrong")
            draw_pill(painter, theme, box, pill, "text2", ground, "smallstrong")
            place.setRight(box.left() - 9)
        self._draw_line(painter, under, model, finding, top)
        self._draw_head(painter, line, model, finding)

    def _draw_head(
        self, painter: QPainter, line: QRect, model: FindingsModel, finding: FindingReport
    ) -> None:
        code = model.words.code(finding)
        if code:
            end = draw_words(painter, self._theme, line, code, "listcode")
            line = line.adjusted(end - line.left() + 10, 0, 0, 0)
        draw_words(painter, self._theme, line, model.words.title(finding))

    def _draw_line(
        self,
        painter: QPainter,
        line: QRect,
        model: FindingsModel,
        finding: FindingReport,
        top: Top,
    ) -> None:
        words = " · ".join(model.words.second_line(finding, model.group_of(top), top.members))
        draw_words(painter, self._theme, line, words, "small", "text2")

    def _draw_chevron(self, painter: QPainter, rect: QRect, *, is_open: bool) -> int:
        box = self.chevron_rect(rect)
        name = "chevron-down" if is_open else "chevron-right"
        side = self._theme.scaled(16)
        at = QPointF(box.center().x() - side / 2, rect.center().y())
        draw_icon(painter, self._theme, at, name, "text2", 16)
        return box.left()

    def _draw_occurrence(
        self, painter: QPainter, rect: QRect, model: FindingsModel, finding: FindingReport
    ) -> None:
        theme = self._theme
        time, place = model.words.occurrence(finding)
        line = rect.adjusted(theme.scaled(_TEXT_AT), 0, -12, -1)
        if time:
            draw_words(painter, theme, line, time, "code", "text2")
            line = line.adjusted(theme.scaled(106), 0, 0, 0)
        draw_words(painter, theme, line, place, "small", "text2")
