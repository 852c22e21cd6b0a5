"""The part of the composition root that joins kept cases to pages, settings and the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Slot

from qt_app.gui.case_shelf import CaseShelf
from qt_app.gui.case_words import in_language
from qt_app.gui.desk import Desk
from qt_app.gui.main_window import MainWindow
from qt_app.gui.page import Page
from qt_app.services.cases import CaseStore, KeptCase

if TYPE_CHECKING:
    from qt_app.gui.pages.diagnose import DiagnosePage
    from qt_app.gui.pages.settings import SettingsPage

_AFTER_PAINT = 150  # ms: the other pages are made by then
_CURRENT_KEY = "cases.current"


class CaseWiring(QObject):
    """Made once per window, after the first paint; reads what was kept a moment later."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._shelf = CaseShelf(CaseStore(desk.paths.cases), desk.tasks, self)
        self._shelf.is_keeping = desk.preferences.values.keep_cases
        self._shelf.failed.connect(window.bar.complain)
        self._shelf.loaded.connect(self._restore)
        desk.preferences.changed.connect(self._apply)
        desk.translations.changed.connect(self._word)
        self._word(desk.translations.language)
        window.closing.connect(self._close)

    def load_soon(self) -> None:
        """Read what was kept, once the window is complete."""
        QTimer.singleShot(_AFTER_PAINT, self._shelf, self._shelf.load)

    def join_diagnose(self, page: DiagnosePage) -> None:
        """Keep what this page diagnoses."""
        page.work.cases.keep_wanted.connect(self._shelf.keep)
        page.work.cases.open_changed.connect(self._shelf.set_open)

    def join_settings(self, page: SettingsPage) -> None:
        """Forget what the settings page cleared."""
        page.data_cleared.connect(self._shelf.forget)

    def make_page(self) -> Page:
        """The page that lists the cases."""
        from qt_app.gui.pages.cases import CasesPage

        page = CasesPage(self._desk, self._shelf)
        page.case_requested.connect(self.open_case)
        return page

    @Slot(object)
    def _restore(self, cases: list[KeptCase]) -> None:
        if self._shelf.is_keeping and any(case.is_open for case in cases):
            current = str(self._desk.preferences.layout(_CURRENT_KEY, ""))
            self._diagnose.work.cases.restore(cases, current)

    def kept(self) -> list[KeptCase]:
        """The kept cases, the newest first."""
        return self._shelf.cases()

    @Slot(object)
    def open_case(self, case: KeptCase) -> None:
        """Show a kept case on the diagnose page."""
        self._window.show_page("diagnose")
        self._diagnose.work.cases.open_kept(case)

    @Slot(str)
    def _word(self, lang: str) -> None:
        """Titles and verdicts in another language."""
        self._shelf.word_with(partial(in_language, catalogue=self._desk.catalogue, lang=lang))

    @Slot(str)
    def _apply(self, name: str) -> None:
        if name == "keep_cases":
            self._shelf.is_keeping = self._desk.preferences.values.keep_cases

    @Slot()
    def _close(self) -> None:
        self._shelf.flush()
        if self._window.is_made("diagnose") and self._shelf.cases():
            self._desk.preferences.remember(_CURRENT_KEY, self._diagnose.work.cases.current_id())

    @property
    def _diagnose(self) -> DiagnosePage:
        return cast("DiagnosePage", self._window.page("diagnose"))
