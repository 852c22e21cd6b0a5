"""Font families per platform and language, and the sizes of the design's roles."""

from __future__ import annotations

import sys

from PySide6.QtGui import QFont

ROLES: dict[str, tuple[float, bool, bool]] = {
    # role: (size for a base of 10 pt, bold, monospaced)
    "display": (16, True, False),
    "displaycode": (16, True, True),
    "value": (15, True, True),
    "heading": (11.5, True, False),
    "body": (10, False, False),
    "strong": (10, True, False),
    "listcode": (10, True, True),
    "code": (9.5, False, True),
    "small": (9, False, False),
    "smallstrong": (9, True, False),
    "tag": (8, False, False),
}

_CHINESE = {
    "win32": ("Microsoft YaHei UI", "Microsoft YaHei", "Segoe UI"),
    "darwin": ("PingFang SC",),
    "linux": ("Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei"),
}
_LATIN = {
    "win32": ("Segoe UI",),
    "darwin": (),
    "linux": ("Inter", "Noto Sans"),
}
_MONO = {
    "win32": ("Cascadia Mono", "Consolas"),
    "darwin": ("Menlo",),
    "linux": ("JetBrains Mono", "Noto Sans Mono", "DejaVu Sans Mono"),
}


def base_size(platform: str = sys.platform) -> float:
    """Body text in points: 13 on macOS (72 dpi there), 10 elsewhere."""
    return 13.0 if platform == "darwin" else 10.0


def sans_families(lang: str, platform: str = sys.platform) -> list[str]:
    """Families for running text; English puts the Latin ones first, for its quotation marks."""
    key = platform if platform in _CHINESE else "linux"
    start = [_system_family()] if key == "darwin" else []
    chinese = list(_CHINESE[key])
    return [*start, *(_LATIN[key] if lang == "en" else ()), *chinese]


def _system_family() -> str:
    from PySide6.QtGui import QFontDatabase

    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


def mono_families(lang: str, platform: str = sys.platform) -> list[str]:
    """Families for codes and pasted text, with the Chinese ones behind."""
    key = platform if platform in _MONO else "linux"
    return [*_MONO[key], *sans_families(lang, platform)]


class Fonts:
    """The fonts of one language and text size (per cent), made once per role."""

    def __init__(self, lang: str, percent: int) -> None:
        self.lang = lang
        self.percent = percent
        self._made: dict[str, QFont] = {}

    def size(self, role: str) -> float:
        """Points of a role."""
        return ROLES[role][0] * base_size() / 10 * self.percent / 100

    def of(self, role: str) -> QFont:
        """The font of a role (a key of ROLES)."""
        if role not in self._made:
            self._made[role] = self._make(role)
        return self._made[role]

    def _make(self, role: str) -> QFont:
        _, bold, mono = ROLES[role]
        font = QFont()
        font.setFamilies(mono_families(self.lang) if mono else sans_families(self.lang))
        font.setPointSizeF(self.size(role))
        font.setBold(bold)
        if mono:
            font.setStyleHint(QFont.StyleHint.Monospace)
            # Pasted "->" must stay two characters.
            for feature in (b"calt", b"liga"):
                font.setFeature(QFont.Tag.fromString(feature.decode()), 0)
        return font
