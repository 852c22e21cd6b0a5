"""Pasted text as words on the screen: what cannot be seen is written out, lines are joined.

The library is imported when first needed: its parts take longer to load than the window to paint.
"""

from __future__ import annotations


def one_line(text: str) -> str:
    """Control and bidi characters as `[U+202E]`, line breaks as blanks."""
    from qt_app.api.visible import one_line as visible_line

    return visible_line(text)


def breaks_kept(text: str) -> str:
    """Control and bidi characters visible, line breaks as they are."""
    from qt_app.api.visible import breaks_kept as visible_text

    return visible_text(text)
