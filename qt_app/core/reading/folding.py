"""Full-width characters and odd blanks as their plain twins, one for one."""

from __future__ import annotations

import re

_FULL = re.compile("[\u3000\u00a0\u2000-\u200f\u202a-\u202f\u2060-\u2069\ufeff\uff01-\uff5e]")
_TWINS = {chr(0xFF01 + n): chr(0x21 + n) for n in range(94)}
_BLANKS = dict.fromkeys("\u3000\u00a0\u202f\ufeff", " ") | {
    chr(n): " " for n in (*range(0x2000, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A))
}


def fold(text: str) -> str:
    """`text` with each full-width character or invisible blank replaced by one plain character."""
    if text.isascii() or not _FULL.search(text):
        return text
    for twin, plain in (_TWINS | _BLANKS).items():
        if twin in text:
            text = text.replace(twin, plain)
    return text
