"""The composition root: the only place that builds and wires the window's objects."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from qt_app.core.collecting import collection_paused
from qt_app.core.errors import CatalogueError, ResourceError
from qt_app.gui.desk import Desk, Preferences
from qt_app.gui.main_window import MainWindow
from qt_app.gui.theme import Theme
from qt_app.gui.translations import Translations, default_language
from qt_app.services.paths import find_paths
from qt_app.services.settings import SettingsStore

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from qt_app.core.catalogue.catalogue import Catalogue
    from qt_app.gui.case_wiring import CaseWiring
    from qt_app.gui.help import HelpDesk
    from qt_app.gui.page import Page
    from qt_app.gui.pages.checklists import ChecklistsPage
    from qt_app.gui.pages.codes import CodesPage
    from qt_app.gui.pages.diagnose import DiagnosePage
    from qt_app.gui.palette import PaletteDesk

FIRST_PAGE = "diagnose"
_BETWEEN = 10  # ms between the parts made after the first paint, for keys and clicks
EVERYWHERE = ("open_file", "paste", "new_case")
translate = QCoreApplication.translate


def create_window() -> MainWindow:
    """The main window, wired, not shown. A QApplication must exist.

    Opens no dialog, uses no network, contacts no other instance. What the first paint does not
    show is made after it, or as soon as it is looked for.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("create_window() needs a QApplication")
    with collection_paused():
        return _build_window(app)


def _build_window(app: QApplication) -> MainWindow:
    desk = _build_desk(app)
    window = MainWindow(desk)
    wiring = Wiring(window, desk)
    window.painted.connect(wiring.complete_soon)
    window.complete_with(wiring.complete)
    desk.theme.apply_sheet()
    for trouble in _settings_troubles(desk.preferences):
        window.bar.complain(trouble)
    return window


def _build_desk(app: QApplication) -> Desk:
    paths = find_paths()
    preferences = Preferences(SettingsStore(paths.settings))
    values = preferences.values
    translations = Translations(values.language or default_language())
    theme = Theme(app, values.theme, values.text_size, translations.language)
    return Desk(theme, translations, preferences, paths, _load)


def load_catalogue() -> Catalogue:
    """The code table alone; the rest of the library is loaded with the first paste."""
    from qt_app.services.knowledge import load_knowledge

    return load_knowledge().catalogue


def _load() -> tuple[Catalogue, str]:
    try:
        return load_catalogue(), ""
    except CatalogueError as error:
        first = str(error.faults[0]) if error.faults else ""
        text = translate(
            "App", "The code table is damaged, so nothing can be looked up: {0}"
        ).format(first)
    except (ResourceError, OSError):
        text = translate("App", "The code table is missing. Install the program again.")
    from qt_app.core.catalogue.catalogue import Catalogue

    return Catalogue([], {}, ""), text


def _settings_troubles(preferences: Preferences) -> list[str]:
    if preferences.moved is not None:
        text = translate(
            "App", "The settings file was damaged. It was kept as {0}; defaults are in force."
        )
        return [text.format(preferences.moved.name)]
    return [_unsaved(preferences)] if preferences.trouble is not None else []


def _unsaved(preferences: Preferences) -> str:
    reason = preferences.trouble.phrase.args.get("reason", "") if preferences.trouble else ""
    text = translate("App", "Settings cannot be kept ({0}). They hold until the window is closed.")
    return text.format(reason)


class Wiring(QObject):
    """Connects pages, menus and settings of one window; lives as long as the window."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._helper: HelpDesk | None = None
        self._palette: PaletteDesk | None = None
        for part in (desk.theme, desk.translations, desk.clipboard, desk.tasks, desk.preferences):
            part.setParent(window)
        self._kept: CaseWiring | None = None
        self._is_complete = False
        window.set_pages(
            {
                "codes": self._make_codes,
                "diagnose": self._make_diagnose,
                "checklists": self._make_checklists,
                "cases": self._make_cases,
                "settings": self._make_settings,
            }
        )
        self._rest: list[Callable[[], object]] = [
            self._show_beginning,
            window.menus.complete,
            self._copy_whole,
            # In pieces, so that no one of them holds up the keys.
            partial(import_module, "qt_app.gui.pages.diagnose_work"),
            self._say_codes,
            self._complete_diagnose,
            partial(window.page, "codes"),
            partial(window.page, "checklists"),
            self._join_cases,
            window.show_icon,
            desk.theme.ensure_fusion,
        ]
        self._connect_choices()
        window.restore()
        window.show_page(desk.preferences.values.page or FIRST_PAGE, remember=False)

    @Slot()
    def complete_soon(self) -> None:
        """Make what is missing, a part at a time, while keys and clicks get through."""
        QTimer.singleShot(0, self, self._make_next)

    @Slot()
    def _make_next(self) -> None:
        if self._rest:
            self._rest.pop(0)()
            QTimer.singleShot(_BETWEEN, self, self._make_next)
        elif not self._is_complete:
            self._is_complete = True
            self._window.completed.emit()

    def complete(self) -> None:
        """Make all that is missing now."""
        while self._rest:
            self._rest.pop(0)()
        self._checklists.load_now()

    def _copy_whole(self) -> None:
        from qt_app.gui.breaking import WholeCopies

        WholeCopies(self._window)

    def _show_beginning(self) -> None:
        """How to begin, if that page came first."""
        if self._window.is_made("diagnose"):
            self._diagnose.empty.settle()

    def _complete_diagnose(self) -> None:
        self._diagnose.complete()

    def _say_codes(self) -> None:
        """What the table holds, or why it does not."""
        codes = self._desk.catalogue
        self._window.bar.set_data(codes.documented(), codes.date)
        if self._desk.trouble:
            self._window.bar.complain(self._desk.trouble)

    @property
    def _cases(self) -> CaseWiring:
        if self._kept is None:
            from qt_app.gui.case_wiring import CaseWiring

            self._kept = CaseWiring(self._window, self._desk)
        return self._kept

    def _join_cases(self) -> None:
        self._cases.load_soon()

    # Pages are imported when they are made: each takes as long as an empty window to load.

    def _make_codes(self) -> Page:
        from qt_app.gui.pages.codes import CodesPage

        page = CodesPage(self._desk)
        page.diagnose_requested.connect(self._show_diagnose)
        page.checklist_requested.connect(self._show_checklist)
        return page

    def _make_diagnose(self) -> Page:
        from qt_app.gui.pages.diagnose import DiagnosePage

        page = DiagnosePage(self._desk)
        page.entry_requested.connect(self._show_entry)
        page.checklist_requested.connect(self._show_checklist)
        page.findings_ready.connect(self._window.findings_ready)
        page.work_made.connect(self._keep_cases)
        return page

    @Slot()
    def _keep_cases(self) -> None:
        self._cases.join_diagnose(self._diagnose)

    def _make_cases(self) -> Page:
        return self._cases.make_page()

    def _make_checklists(self) -> Page:
        from qt_app.gui.pages.checklists import ChecklistsPage

        return ChecklistsPage(self._desk)

    def _make_settings(self) -> Page:
        from qt_app.gui.pages.settings import SettingsPage

        page = SettingsPage(self._desk)
        self._cases.join_settings(page)
        return page

    @property
    def _help(self) -> HelpDesk:
        if self._helper is None:
            from qt_app.gui.help import HelpDesk

            self._helper = HelpDesk(self._window, self._desk)
        return self._helper

    @property
    def _codes(self) -> CodesPage:
        return cast("CodesPage", self._window.page("codes"))

    @property
    def _diagnose(self) -> DiagnosePage:
        return cast("DiagnosePage", self._window.page("diagnose"))

    @property
    def _checklists(self) -> ChecklistsPage:
        return cast("ChecklistsPage", self._window.page("checklists"))

    def _connect_choices(self) -> None:
        menus, desk = self._window.menus, self._desk
        menus.command.connect(self._run_command)
        menus.about_to_show.connect(self._offer_commands)
        menus.language_chosen.connect(self._choose_language)
        menus.theme_chosen.connect(self._choose_theme)
        menus.text_size_chosen.connect(self._choose_text_size)
        desk.preferences.changed.connect(self._apply)
        desk.preferences.failed.connect(self._say_unsaved)
        desk.translations.changed.connect(desk.theme.set_language)
        self._window.closing.connect(self._close)
        self._window.dropped.connect(self._take_dropped)
        self._show_choices()

    @Slot(str)
    def _run_command(self, name: str) -> None:
        from qt_app.gui.breaking import selected_words

        chosen = selected_words() if name == "copy_main" else ""
        if chosen:
            self._desk.clipboard.copy(chosen)
            return
        do = self._available().get(name)
        if do is not None:
            do()

    @Slot()
    def _offer_commands(self) -> None:
        self._window.menus.offer(set(self._available()))

    def _available(self) -> dict[str, Callable[[], object]]:
        """What can be done now: the page's own commands first, then what works everywhere."""
        page = self._window.current_page()
        here = page.commands() if page else {}
        own: dict[str, Callable[[], object]] = {
            "quit": self._window.close,
            "next_pane": self._window.focus_next_pane,
            "palette": self._toggle_palette,
        }
        return {**self._everywhere(), **own, **self._help.commands(), **here}

    def _everywhere(self) -> dict[str, Callable[[], object]]:
        """What the diagnose page does from anywhere, after it came to the front."""
        offered = self._diagnose.commands()
        wanted = {name: offered[name] for name in EVERYWHERE if name in offered}
        if not wanted or self._window.current_page() is self._diagnose:
            return {}
        return {name: _Then(self._show_diagnose, do) for name, do in wanted.items()}

    def _toggle_palette(self) -> None:
        if self._palette is None:
            from qt_app.gui.palette import PaletteDesk

            cases = self._cases
            made = PaletteDesk(self._window, self._desk, self._available, cases.kept)
            made.entry_requested.connect(self._show_entry)
            made.case_requested.connect(cases.open_case)
            self._palette = made
        self._palette.toggle()

    @Slot()
    def _show_diagnose(self) -> None:
        self._window.show_page("diagnose")

    @Slot(object)
    def _take_dropped(self, data: QMimeData) -> None:
        """Dropped anywhere it is diagnosed, as a paste is."""
        self._show_diagnose()
        self._diagnose.work.intake.take(data, whole=True)

    @Slot(str)
    def _show_entry(self, entry_id: str) -> None:
        self._window.show_page("codes")
        self._codes.show_entry(entry_id)

    @Slot(str, object)
    def _show_checklist(self, kind: str, values: object) -> None:
        self._window.show_page("checklists")
        self._checklists.open_list(kind, values)

    @Slot(str)
    def _choose_language(self, language: str) -> None:
        self._desk.preferences.change(language=language)

    @Slot(str)
    def _choose_theme(self, theme: str) -> None:
        self._desk.preferences.change(theme=theme)

    @Slot(int)
    def _choose_text_size(self, percent: int) -> None:
        self._desk.preferences.change(text_size=percent)

    @Slot(str)
    def _apply(self, name: str) -> None:
        values = self._desk.preferences.values
        if name == "language":
            self._desk.translations.set_language(values.language or default_language())
        elif name == "theme":
            self._desk.theme.set_mode(values.theme)
        elif name == "text_size":
            self._desk.theme.set_text_size(values.text_size)
        if name in ("language", "theme", "text_size"):
            self._show_choices()

    @Slot(object)
    def _say_unsaved(self, error: object) -> None:
        self._window.bar.complain(_unsaved(self._desk.preferences))

    def _show_choices(self) -> None:
        values = self._desk.preferences.values
        language = self._desk.translations.language
        self._window.menus.show_choices(language, values.theme, values.text_size)

    @Slot()
    def _close(self) -> None:
        if self._window.is_made("checklists"):
            self._checklists.stop_checks()
        self._desk.tasks.shut_down()
        self._desk.clipboard.hand_over()


class _Then:
    """Two steps as one command: bring the page to the front, then act."""

    def __init__(self, first: Callable[[], object], then: Callable[[], object]) -> None:
        self._steps = (first, then)

    def __call__(self) -> None:
        for step in self._steps:
            step()
