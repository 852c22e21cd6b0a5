"""Paints the code table row by row in one pass.

A call per cell costs more in Qt and on the bridge to Python than what it draws. What a row
shows is shaped once for the widths of now and kept; a paint only puts it on the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QGlyphRun, QPainter

from qt_app.core.search import Query
from qt_app.gui.delegates.hairline import Hairlines
from qt_app.gui.delegates.rows import (
    draw_marks,
    draw_pill,
    draw_row_ring,
    fitted,
    letter_edges,
    mark_box,
    pill_rect,
)
from qt_app.gui.delegates.shapes import draw_icon
from qt_app.gui.delegates.still_cells import Icon, Run, Still, StillCells
from qt_app.gui.models.codes import CODE, MESSAGE, SEVERITY_WORD, TITLE, CodesModel, Row
from qt_app.gui.theme import Theme
from qt_app.gui.vocabulary import SEVERITY

FIRST_PAD, PAD = 16, 10
_GAP = 8  # between a title and its badge
_KEPT = 4096
_MARKED = (CODE, TITLE, MESSAGE)


@dataclass(frozen=True, slots=True)
class Column:
    """A column in sight: its number, its left edge in the table and its width, px."""

    number: int
    left: int
    width: int


@dataclass(frozen=True, slots=True)
class Scene:
    """What to paint: columns as they stand, rows by number and upper edge, states by number.

    `ring`: the row that has the keyboard, or -1.
    """

    columns: tuple[Column, ...]
    height: int
    rows: Sequence[tuple[int, int]]
    chosen: frozenset[int] = frozenset()
    hovered: int = -1
    ring: int = -1

    @property
    def width(self) -> int:
        """All columns together, px."""
        return sum(column.width for column in self.columns)


@dataclass(slots=True)
class _Plan:
    """All that a row shows, placed as if the row began at 0."""

    row: Row
    runs: list[Run] = field(default_factory=list)
    stills: list[Still] = field(default_factory=list)
    markable: list[tuple[str, str, QRect]] = field(default_factory=list)
    badge: tuple[QRect, str] | None = None
    icon: Icon | None = None
    query: Query | None = None
    boxes: list[QRectF] = field(default_factory=list)


class CodesRows:
    """Draws scenes of a code table. `badge_text(row)`: what the pill says, "" for no pill."""

    def __init__(self, theme: Theme, badge_text: Callable[[Row], str]) -> None:
        self._theme = theme
        self._badge_text = badge_text
        self._columns: tuple[Column, ...] = ()
        self._height = 0
        self._plans: dict[str, _Plan] = {}
        self._stills = StillCells(theme)
        self._advances: dict[tuple[str, str], int] = {}
        self._edges: dict[tuple[str, str], list[int]] = {}
        self.look = 0  # another number whenever rows have to be shaped anew

    def forget(self) -> None:
        """Shape everything again: fonts or colours are others now."""
        self._drop()
        self._advances.clear()
        self._edges.clear()

    def _drop(self) -> None:
        self.look += 1
        self._plans.clear()
        self._stills.forget()

    def shape(self, row: Row) -> None:
        """Get a row ready for the columns of now, and for marks wherever they will be."""
        if self._columns:
            for role, text, _ in self._plan(row).markable:
                if (role, text) not in self._edges and len(self._edges) < _KEPT:
                    self._edges[role, text] = letter_edges(self._theme.font(role), text)

    def draw(self, painter: QPainter, model: CodesModel, scene: Scene) -> None:
        """Draw a scene; the painter starts at the table's left edge."""
        if (scene.columns, scene.height) != (self._columns, self._height):
            self._columns, self._height = scene.columns, scene.height
            self._drop()
        plans = [(self._plan(model.row_at(number)), top) for number, top in scene.rows]
        self._draw_grounds(painter, scene)
        if model.query:
            draw_marks(painter, self._theme, self._marks(model, plans))
        moving = {scene.hovered, scene.ring, *scene.chosen}
        grounds = [number in moving for number, _ in scene.rows]
        self._draw_words(painter, self._copied(painter, plans, grounds))
        for plan, top in plans:
            self._draw_badge(painter, plan, top)

    def _draw_grounds(self, painter: QPainter, scene: Scene) -> None:
        theme, width, height = self._theme, scene.width, scene.height
        line, hairlines = theme.color("line"), Hairlines(painter)
        for number, top in scene.rows:
            if number in scene.chosen:
                painter.fillRect(0, top, width, height, theme.color("accenttint"))
                painter.fillRect(0, top, 3, height, theme.color("focus"))
            elif number == scene.hovered:
                painter.fillRect(0, top, width, height, theme.color("hover"))
            painter.fillRect(hairlines.lying(0, top + height, width), line)
            if number == scene.ring:
                draw_row_ring(painter, theme, QRect(0, top, width, height))

    def _marks(self, model: CodesModel, plans: Iterable[tuple[_Plan, int]]) -> Iterable[QRectF]:
        query = model.query
        for plan, top in plans:
            if plan.query is not query:
                plan.query, plan.boxes = query, list(self._boxes(plan, model))
            for box in plan.boxes:
                yield box.translated(0, top)

    def _boxes(self, plan: _Plan, model: CodesModel) -> Iterable[QRectF]:
        """Where the marks of a row stand, as if it began at 0."""
        for role, text, rect in plan.markable:
            edges = self._edges.get((role, text))
            for start, end in model.marked(plan.row, text):
                left = edges[start] if edges else self._advance(role, text[:start])
                right = edges[end] if edges else self._advance(role, text[:end])
                box = mark_box(self._theme.metrics(role), rect, left, right)
                if box is not None:
                    yield box

    def _advance(self, role: str, text: str) -> int:
        key = (role, text)
        width = self._advances.get(key)
        if width is None:
            if len(self._advances) >= _KEPT:
                self._advances.clear()
            width = self._advances[key] = self._theme.metrics(role).horizontalAdvance(text)
        return width

    def _copied(
        self, painter: QPainter, plans: Iterable[tuple[_Plan, int]], grounds: Iterable[bool]
    ) -> Iterator[tuple[_Plan | Still, int]]:
        """Put pictures on the screen, where the ground is the table's; the rest is to be drawn."""
        stills, high = self._stills, self._height - 1  # the last pixel is the line's
        has_pictures = stills.begin(painter.deviceTransform().m11())
        for (plan, top), has_ground in zip(plans, grounds, strict=True):
            yield plan, top
            for still in plan.stills:
                if has_pictures and not has_ground:
                    painter.drawPixmap(still.left, top, stills.picture(still, high))
                else:
                    yield still, top

    def _draw_words(self, painter: QPainter, parts: Iterable[tuple[_Plan | Still, int]]) -> None:
        # A colour at a time: changing the pen costs as much as drawing a word.
        by_token: dict[str, list[tuple[QPointF, QGlyphRun]]] = {}
        for part, top in parts:
            for token, x, y, run in part.runs:
                by_token.setdefault(token, []).append((QPointF(x, y + top), run))
            if part.icon is not None:
                at, icon, token = part.icon
                draw_icon(painter, self._theme, QPointF(at.x(), at.y() + top), icon, token, 14)
        draw = painter.drawGlyphRun
        for token, words in by_token.items():
            painter.setPen(self._theme.color(token))
            for point, run in words:
                draw(point, run)

    def _draw_badge(self, painter: QPainter, plan: _Plan, top: int) -> None:
        if plan.badge is not None:
            box, text = plan.badge
            draw_pill(painter, self._theme, box.translated(0, top), text, "violet", "violettint")

    def _plan(self, row: Row) -> _Plan:
        plan = self._plans.get(row.entry.id)
        if plan is None or plan.row is not row:
            if len(self._plans) >= _KEPT:
                self._plans.clear()
            plan = self._plans[row.entry.id] = self._make_plan(row)
        return plan

    def _make_plan(self, row: Row) -> _Plan:
        plan, taken = _Plan(row), 0
        for is_marked, places in groupby(range(len(self._columns)), self._is_marked):
            if is_marked:
                for place in places:
                    taken = self._put_marked(plan, place, taken)
            else:
                plan.stills.append(self._still(row, tuple(places)))
        return plan

    def _is_marked(self, place: int) -> bool:
        return self._columns[place].number in _MARKED

    def _rect(self, place: int) -> QRect:
        """Where the words of a cell may stand."""
        column, pad = self._columns[place], FIRST_PAD if place == 0 else PAD
        return QRect(column.left + pad, 0, column.width - pad - PAD, self._height)

    def _still(self, row: Row, places: tuple[int, ...]) -> Still:
        columns = [self._columns[place] for place in places]
        key = (places, row.entry.severity, *(row.shown(column.number) for column in columns))

        def make() -> Still:
            plan, left = _Plan(row), columns[0].left
            for place, column in zip(places, columns, strict=True):
                self._put_cell(plan, column.number, self._rect(place))
            width = columns[-1].left + columns[-1].width - left
            return Still(left, width, plan.runs, plan.icon)

        return self._stills.cells(key, make)

    def _put_marked(self, plan: _Plan, place: int, taken: int) -> int:
        """Put the code, title or message; returns where a title begins that a code runs into."""
        number, rect = self._columns[place].number, self._rect(place)
        if number == CODE and not _is_number(plan.row) and self._before_title(place):
            taken = self._put_long_code(plan, rect, self._columns[place + 1].width)
        elif number == TITLE and taken:
            rect.setLeft(max(rect.left(), taken))
        self._put_cell(plan, number, rect)
        return taken

    def _before_title(self, place: int) -> bool:
        behind = self._columns[place + 1 : place + 2]
        return bool(behind) and behind[0].number == TITLE

    def _put_long_code(self, plan: _Plan, rect: QRect, title: int) -> int:
        """Let a code of words run on into the title's column; returns where the title begins."""
        words = self._advance("code", plan.row.cells[CODE])
        rect.setWidth(min(max(words, rect.width()), rect.width() + title // 2))
        return rect.right() + PAD if words > rect.width() - PAD else 0

    def _put_cell(self, plan: _Plan, column: int, rect: QRect) -> None:
        row, role, token = plan.row, "body", "text2"
        if column == SEVERITY_WORD:
            mark = SEVERITY[row.entry.severity]
            # Nearly every code is an error: grey, so that the exceptions stand out.
            token = "text2" if row.entry.severity == "error" else mark.tone
            plan.icon = (QPointF(rect.left(), rect.height() / 2), mark.icon, token)
            rect = rect.adjusted(self._theme.scaled(20), 0, 0, 0)
        elif column == TITLE:
            rect = self._put_badge(plan, rect)
        if column in _MARKED:
            role, token = "body", "text"
            if column == CODE:
                role = "listcode" if _is_number(row) else "code"
            plan.markable.append((role, row.cells[column], rect))
        line = fitted(self._theme, role, row.shown(column), rect.width())
        y = (rect.height() - line.height) // 2 + line.shift
        plan.runs += [(token, float(rect.x()), float(y), run) for run in line.runs]

    def _put_badge(self, plan: _Plan, rect: QRect) -> QRect:
        text = self._badge_text(plan.row)
        box = badge_rect(self._theme, rect, text)
        if box.isEmpty():
            return rect
        plan.badge = (box, text)
        return QRect(rect.left(), rect.top(), box.left() - _GAP - rect.left(), rect.height())


def _is_number(row: Row) -> bool:
    return row.entry.code.lstrip("-").isdecimal()


def badge_rect(theme: Theme, rect: QRect, text: str) -> QRect:
    """Where the pill stands in the `rect` of a title's words; empty if there is no room for it."""
    box = pill_rect(theme, rect, text) if text else QRect()
    return box if box.left() >= rect.left() else QRect()
