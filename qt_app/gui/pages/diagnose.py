"""The diagnose page: paste box on the left, the card on the right."""

from __future__ import annotations

from PySide6.QtCore import Signal

from qt_app.gui.pages.page import Page


class DiagnosePage(Page):
    """Signals besides those of Page: what was found, and where the user wants to go."""

    findings_ready = Signal(int)
    entry_requested = Signal(str)
    checklist_requested = Signal(str, object)
