"""The checklists page: the guided lists and their steps."""

from __future__ import annotations

from qt_app.gui.page import Page


class ChecklistsPage(Page):
    """`open_list(kind, values)` shows a list, prefilled."""

    def open_list(self, kind: str, values: object) -> None:
        """Show the list `kind` ("domain" or "https") with values known from a diagnosis."""
