"""Pasted characters that the eye cannot see, or that turn text around, made visible."""

from __future__ import annotations

import re

_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_BREAKS = re.compile(r"\r\n?|\n")


def visible(text: str) -> str:
    """Control, bidi and invisible characters and lone surrogates as `[U+202E]`."""
    return _CONTROL.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


def one_line(text: str) -> str:
    """Visible, and line breaks as blanks."""
    return _BREAKS.sub(" ", visible(text)).replace("\t", " ")


def breaks_kept(text: str) -> str:
    """Visible, with every line break as \\n."""
    return visible(_BREAKS.sub("\n", text))
