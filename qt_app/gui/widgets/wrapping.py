"""Labels that wrap anywhere if need be, so that nothing of a long value is cut."""

from __future__ import annotations

from qt_app.gui.widgets.words import PlainLabel, plain_label


def wrapping(
    text: str = "", role: str = "body", tone: str = "", *, selectable: bool = False
) -> PlainLabel:
    """As `plain_label` with `wrap`, for texts that hold somebody's own values."""
    return plain_label(text, role, tone, wrap=True, selectable=selectable)
