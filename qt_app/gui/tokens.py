"""The colours of both themes by their design names, and the contrast between two of them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtGui import QPalette

Tokens = Mapping[str, str]

_TABLE = """
frame      #F3F4F6 #16181C
surface    #FFFFFF #1D2025
sunken     #F7F8FA #24282F
hover      #F1F3F6 #262A31
line       #E3E6EB #31363F
line2      #7C8390 #7E8694
text       #1A1E26 #E7E9ED
text2      #525A68 #ABB2BE
text3      #646C7A #979FAC
accent     #2558D4 #3A6AE0
onaccent   #FFFFFF #FFFFFF
accenttext #1F4DBF #8DB2FF
accenttint #E9EFFD #22304D
focus      #2558D4 #8DB2FF
mark       #FFE9A8 #5A4A14
error      #B3261E #FF9B92
errortint  #FCEDEB #40211F
warn       #845000 #F0BE62
warntint   #FCF2DC #3A2E16
ok         #19693A #7ED09A
oktint     #E7F4EB #1B3324
violet     #6A3EA6 #CBB1F6
violettint #F2ECFB #2A2540
greytint   #EEF0F3 #2C3139
track      #D5D9E0 #3A404B
scroll     #C3C8D1 #4A515E
"""

_ROWS = [line.split() for line in _TABLE.strip().splitlines()]
LIGHT: Tokens = MappingProxyType({name: light for name, light, _ in _ROWS})
DARK: Tokens = MappingProxyType({name: dark for name, _, dark in _ROWS})

_TINTS = "errortint warntint oktint violettint greytint sunken hover frame surface"
_ON_SURFACE = "text text2 text3 accenttext error warn ok violet"
TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((name, "surface") for name in _ON_SURFACE.split()),
    *((name, "accenttint") for name in _ON_SURFACE.split()),
    *(("text", name) for name in (*_TINTS.split(), "accenttint", "mark")),
    *(("text2", name) for name in ("frame", "sunken", "errortint", "greytint", "hover")),
    ("text3", "frame"),
    ("onaccent", "accent"),
    *((name, name + "tint") for name in ("error", "warn", "ok", "violet")),
)
SHAPE_PAIRS: tuple[tuple[str, str], ...] = tuple(
    (name, ground) for name in ("line2", "focus") for ground in ("surface", "frame", "accenttint")
)


def contrast(first: str, second: str) -> float:
    """WCAG contrast of two "#RRGGBB" colours, 1 to 21."""
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(color: str) -> float:
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def tokens_of(palette: QPalette) -> Tokens:
    """Tokens made of a system palette, for the high-contrast mode: text, ground, highlight."""
    role = QPalette.ColorRole
    ground, text = palette.color(role.Window).name(), palette.color(role.WindowText).name()
    mark, on_mark = palette.color(role.Highlight).name(), palette.color(role.HighlightedText).name()
    made = dict.fromkeys(LIGHT, text)
    made |= {name: ground for name in LIGHT if name.endswith("tint")}
    made |= dict.fromkeys(("frame", "surface", "sunken", "hover", "mark"), ground)
    return MappingProxyType({**made, "accent": mark, "onaccent": on_mark})
