"""Tabler icons in the theme's colours: one pixmap per name, colour, size and pixel ratio."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from qt_app.core.errors import ResourceError
from qt_app.services.resources import read_text

_BLANK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"/>'


class IconStore:
    """Draws and keeps pixmaps; `clear()` forgets them when colours change."""

    def __init__(self) -> None:
        self.missing: set[str] = set()
        self._sources: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, str, int, int, float], QPixmap] = {}

    def clear(self) -> None:
        """Forget all pixmaps; sources stay."""
        self._pixmaps.clear()

    def pixmap(self, name: str, color: str, size: int, pad: int = 0) -> QPixmap:
        """An icon `size` high in `color` ("#RRGGBB"), with `pad` empty px to its right."""
        ratio = pixel_ratio()
        key = (name, color, size, pad, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._draw(name, color, size, pad, ratio)
        return self._pixmaps[key]

    def icon(self, name: str, color: str, faded: str, size: int, pad: int = 0) -> QIcon:
        """An icon for a button; `faded` is its colour while disabled, "" if it never is."""
        made = QIcon(self.pixmap(name, color, size, pad))
        if faded:
            made.addPixmap(self.pixmap(name, faded, size, pad), QIcon.Mode.Disabled)
        return made

    def app_icon(self) -> QIcon:
        """The window's own icon, in the sizes that desktops ask for."""
        made = QIcon()
        for size in (16, 24, 32, 48, 64, 128, 256):
            made.addPixmap(self._draw("app", "#FFFFFF", size, 0, 1.0))
        return made

    def _draw(self, name: str, color: str, size: int, pad: int, ratio: float) -> QPixmap:
        svg = self._source(name).replace("currentColor", color)
        if size >= 20:
            svg = svg.replace('stroke-width="2"', 'stroke-width="1.75"')
        pixmap = QPixmap(round((size + pad) * ratio), round(size * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer = QSvgRenderer(QByteArray(svg.encode()))
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        return pixmap

    def _source(self, name: str) -> str:
        if name not in self._sources:
            try:
                self._sources[name] = read_text(f"icons/{name}.svg")
            except (ResourceError, OSError):
                # A missing picture must not take the window down; the word beside it stays.
                self.missing.add(name)
                self._sources[name] = _BLANK
        return self._sources[name]


def pixel_ratio() -> float:
    """The largest device pixel ratio of all screens; Qt keeps it."""
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
