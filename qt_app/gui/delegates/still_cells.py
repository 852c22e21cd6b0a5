"""Cells that say the same in many rows and are never marked: drawn once, then copied.

Three of the code table's six columns hold one of thirty combinations; drawing their letters anew
took a third of each paint.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGlyphRun, QPainter, QPixmap

from qt_app.gui.delegates.shapes import draw_icon
from qt_app.gui.theme import Theme

_KEPT = 128  # pictures of some 30 KB, four times that on a screen of twice the density

Run = tuple[str, float, float, QGlyphRun]  # colour token, left and top in the row, glyphs
Icon = tuple[QPointF, str, str]  # place in the row, name, colour token


@dataclass(slots=True, eq=False)
class Still:
    """Neighbouring cells of a row: where they stand in it, px, and what is drawn there."""

    left: int
    width: int
    runs: list[Run] = field(default_factory=list)
    icon: Icon | None = None
    picture: QPixmap | None = None


class StillCells:
    """Keeps the cells and their pictures. A picture has the table's own ground, so that letters
    look as they do beside it; it fits screens whose pixel ratio is a whole number.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._known: dict[Hashable, Still] = {}
        self._ratio = 1.0

    def forget(self) -> None:
        """Columns, fonts or colours are others now."""
        self._known.clear()

    def cells(self, key: Hashable, make: Callable[[], Still]) -> Still:
        """The cells of `key`, made when they are asked for first."""
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            known = self._known[key] = make()
        return known

    def begin(self, ratio: float) -> bool:
        """Whether pictures can be used on a screen of this pixel ratio."""
        if ratio != self._ratio:
            self._ratio = ratio
            for still in self._known.values():
                still.picture = None
        return ratio == int(ratio)

    def picture(self, still: Still, height: int) -> QPixmap:
        """The cells as a picture `height` px high."""
        if still.picture is None:
            still.picture = self._draw(still, height)
        return still.picture

    def _draw(self, still: Still, height: int) -> QPixmap:
        made = QPixmap(round(still.width * self._ratio), round(height * self._ratio))
        made.setDevicePixelRatio(self._ratio)
        made.fill(self._theme.color("surface"))
        painter = QPainter(made)
        painter.translate(-still.left, 0)
        for token, x, y, run in still.runs:
            painter.setPen(self._theme.color(token))
            painter.drawGlyphRun(QPointF(x, y), run)
        if still.icon is not None:
            at, name, token = still.icon
            draw_icon(painter, self._theme, at, name, token, 14)
        painter.end()
        return made
