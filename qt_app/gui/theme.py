"""How everything looks: colours, fonts, icons, palette and style sheet from one object.

How to use it. Every widget of the kit and every page gets the one `Theme` (as `desk.theme`):

* words: give a QLabel the property "role" (a key of `fonts.ROLES`) and, if not plain text
  colour, "tone" (a token: text2, text3, error, accenttext …). `widgets.plain_label` does both.
* painting by hand (delegates): `theme.color("text2")`, `theme.font("small")`,
  `theme.pixmap("circle-x", "error", 16)`, lengths by `theme.scaled(34)` so that they grow with
  the text size. Never keep these; ask again on each paint (they are cached here).
* whatever must be rebuilt (icons on buttons, row heights): connect `theme.changed` to a method.
  It fires after theme, text size or language fonts changed and everything is applied.
* no `setStyleSheet` anywhere but here.
"""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from qt_app.gui.fonts import Fonts
from qt_app.gui.icons import IconStore
from qt_app.gui.stylesheet import build_stylesheet
from qt_app.gui.tokens import DARK, LIGHT, Tokens, tokens_of

# Elsewhere Qt begins with Fusion by itself, and asking it takes 10 ms of the start.
_MAY_START_OTHERWISE = sys.platform in ("win32", "darwin")
_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


class Theme(QObject):
    """The look in force. `mode`: light, dark or system; `name`: what that comes to."""

    changed = Signal()

    def __init__(self, app: QApplication, mode: str, text_size: int, lang: str) -> None:
        super().__init__()
        self._app = app
        self._plain_palette = QPalette(app.palette())
        self.mode = mode
        self.fonts = Fonts(lang, text_size)
        self.tokens: Tokens = LIGHT
        self.high_contrast = False
        self.icons = IconStore()
        self._colors: dict[str, QColor] = {}
        self._metrics: dict[str, QFontMetrics] = {}
        # What fits into a cell, by role, text and width; lists keep it here (delegates/rows).
        self.fitted: dict[tuple[str, str, int], Any] = {}  # lines of delegates/rows
        self._applying = False
        self._checks_style = False
        self._has_sheet = False
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self.apply()

    @property
    def name(self) -> str:
        """ "light" or "dark"."""
        return "dark" if self._wants_dark() else "light"

    def set_mode(self, mode: str) -> None:
        """Change to light, dark or system at once."""
        self.mode = mode
        self.apply()

    def set_text_size(self, percent: int) -> None:
        """Change the text size, 90 to 200 per cent."""
        self.fonts = Fonts(self.fonts.lang, percent)
        self.apply()

    def set_language(self, lang: str) -> None:
        """Put the fonts of a language first."""
        self.fonts = Fonts(lang, self.fonts.percent)
        self.apply()

    def apply(self) -> None:
        """Give the application palette, font and style sheet, then tell everybody."""
        self._applying = True
        self._follow_scheme()
        self.high_contrast = _wants_contrast(self._app)
        own = DARK if self._wants_dark() else LIGHT
        self.tokens = tokens_of(self._plain_palette) if self.high_contrast else own
        self.icons.clear()
        self._colors = {name: QColor(value) for name, value in self.tokens.items()}
        self._metrics.clear()
        self.fitted.clear()
        if self._app.styleSheet():
            # One sheet in another's place takes Qt five times as long as taking it off first.
            self._app.setStyleSheet("")
        if _MAY_START_OTHERWISE or self._checks_style:
            self.ensure_fusion()
        palette = self._plain_palette if self.high_contrast else build_palette(self.tokens)
        self._app.setPalette(palette)
        self._app.setFont(self.fonts.of("body"))
        if self._has_sheet:
            self.apply_sheet()
        self._applying = False
        self.changed.emit()

    def apply_sheet(self) -> None:
        """Give the application its style sheet; from here on it follows every change.

        For the first time when the window is built: with a sheet in force Qt styles all that is
        in a widget anew each time that the widget is put into another.
        """
        self._has_sheet = True
        self._app.setStyleSheet(build_stylesheet(self.tokens, self.fonts))

    def ensure_fusion(self) -> None:
        """Make sure that the style is Fusion, whatever the system began with."""
        self._checks_style = True
        if self._app.style().name() != "fusion":
            self._app.setStyle("Fusion")

    def color(self, token: str) -> QColor:
        """A token's colour. Shared: do not change it."""
        return self._colors[token]

    def font(self, role: str) -> QFont:
        """A role's font."""
        return self.fonts.of(role)

    def metrics(self, role: str) -> QFontMetrics:
        """A role's font metrics."""
        if role not in self._metrics:
            self._metrics[role] = QFontMetrics(self.fonts.of(role))
        return self._metrics[role]

    def scaled(self, length: float) -> int:
        """A length in px that grows with the text size."""
        return round(length * self.fonts.percent / 100)

    def pixmap(self, name: str, token: str = "text2", size: int = 16, pad: int = 0) -> QPixmap:
        """An icon in a token's colour; `size` grows with the text."""
        return self.icons.pixmap(name, self.tokens[token], self.scaled(size), pad)

    def icon(
        self, name: str, token: str = "text2", size: int = 18, pad: int = 0, *, fades: bool = True
    ) -> QIcon:
        """An icon for a button or action; `fades`: whether that can be disabled."""
        faded = self.tokens["text3"] if fades else ""
        return self.icons.icon(name, self.tokens[token], faded, self.scaled(size), pad)

    @Slot()
    def _on_scheme_changed(self) -> None:
        if self.mode == "system" and not self._applying:
            self.apply()

    def _wants_dark(self) -> bool:
        if self.mode != "system":
            return self.mode == "dark"
        return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def _follow_scheme(self) -> None:
        hints = self._app.styleHints()
        if self.mode in _SCHEMES:
            hints.setColorScheme(_SCHEMES[self.mode])
        else:
            hints.unsetColorScheme()


def build_palette(tokens: Tokens) -> QPalette:
    """The palette for Fusion from the tokens."""
    role = QPalette.ColorRole
    plan = {
        role.Window: "frame", role.WindowText: "text", role.Base: "surface",
        role.AlternateBase: "sunken", role.Text: "text", role.PlaceholderText: "text3",
        role.Button: "surface", role.ButtonText: "text", role.BrightText: "onaccent",
        role.ToolTipBase: "surface", role.ToolTipText: "text", role.Highlight: "accent",
        role.HighlightedText: "onaccent", role.Link: "accenttext", role.LinkVisited: "violet",
        role.Light: "surface", role.Midlight: "line", role.Mid: "line2", role.Dark: "line2",
        role.Shadow: "line2", role.Accent: "accent",
    }  # fmt: skip
    palette = QPalette()
    for which, token in plan.items():
        palette.setColor(which, QColor(tokens[token]))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens["text3"]))
    return palette


def _wants_contrast(app: QApplication) -> bool:
    """Whether the system asks for high contrast (Qt 6.10 and later can tell)."""
    hints = getattr(app.styleHints(), "accessibility", None)
    if hints is None:
        return False
    return bool(hints().contrastPreference() == Qt.ContrastPreference.HighContrast)
