"""What every page has in common."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from qt_app.gui.desk import Desk


class Page(QWidget):
    """A page of the sheet.

    Signals: `status(text)` for the status bar, `trouble(text)` for what went wrong, `network(host)`
    while a live check talks to a host ("" when done).
    Override `commands()` (menu and shortcut commands, see menus.COMMANDS), `panes()` (what F6
    cycles through), `retranslate()` (words of its own), `page_shown()` (became the current page),
    `about_to_close()`.
    """

    status = Signal(str)
    trouble = Signal(str)
    network = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """What this page can do now, by command name."""
        return {}

    def panes(self) -> list[QWidget]:
        """The widgets that F6 moves the focus through, in reading order."""
        return []

    def retranslate(self) -> None:
        """Say the page's own words in the language in force."""

    def give_help(self) -> None:
        """Tell each part what F1 says of it: once the page is made, and in another language."""
        from qt_app.gui.help_texts import give_help  # the first paint does without it

        give_help(self)

    def page_shown(self) -> None:
        """Called when this became the current page."""

    def about_to_close(self) -> None:
        """Called before the window goes: what waits to be remembered is due now."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.give_help()
        super().changeEvent(event)
