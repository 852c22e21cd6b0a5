"""Labels that wrap anywhere if need be, so that nothing of a long value is cut."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy

from qt_app.gui.breaking import breakable, unbroken
from qt_app.gui.widgets.words import PlainLabel


class WrappingLabel(PlainLabel):
    """Shows its text with marks to wrap at; asked for its text, it says it without them."""

    def setText(self, text: str) -> None:
        shown = breakable(text)
        super().setText(shown)
        self.setAccessibleName(text if shown != text else "")

    def text(self) -> str:
        return unbroken(super().text())


def wrapping(
    text: str = "", role: str = "body", tone: str = "", *, selectable: bool = False
) -> WrappingLabel:
    """As `plain_label` with `wrap`, for texts that hold somebody's own values."""
    label = WrappingLabel(text)
    label.setProperty("role", role)
    label.setProperty("tone", tone)
    label.setWordWrap(True)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    label.setMinimumWidth(1)
    if selectable:
        label.let_select()
    return label
