"""The bookmark of the codes page: filters kept under a name, and taken along as a file."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QMenu

from qt_app.core.errors import SettingsError
from qt_app.gui.desk import Desk
from qt_app.gui.plain import one_line
from qt_app.gui.widgets.buttons import Button
from qt_app.gui.widgets.words import set_tip
from qt_app.services.filters import (
    LONGEST_NAME,
    MOST,
    FilterFault,
    FiltersStore,
    Parsed,
    SavedFilter,
)

_SUGGESTED = "qingtui-triage-filters.json"


class SavedFilters(Button):
    """A button with a menu. `chosen(SavedFilter)`; `said(text)` and `failed(text)` for the status.

    The file is read when the menu first opens. `show_current` says what is set now.
    """

    chosen = Signal(object)
    said = Signal(str)
    failed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, "icon", "bookmark", name="savedFilters")
        self._desk = desk
        tables = [*dict.fromkeys(entry.table for entry in desk.catalogue.entries)]
        self._store = FiltersStore(desk.paths.filters, tables)
        self._filters: list[SavedFilter] | None = None
        self._current = SavedFilter("")
        self._menu = QMenu(self)
        self._delete = QMenu(self._menu)
        self._delete.setObjectName("savedFilters_delete")
        self._menu.aboutToShow.connect(self.fill)
        self.setMenu(self._menu)
        self.retranslate()

    def filters(self) -> list[SavedFilter]:
        """All that are kept, in the order in which they were saved."""
        if self._filters is None:
            self._filters = []
            try:
                self._filters = self._store.load()
            except SettingsError as error:
                self._fail(self.tr("Cannot read the saved filters: {0}."), error)
            if self._store.moved is not None:
                words = self.tr(
                    "The file of saved filters was damaged. It was kept as {0}; "
                    "what can be used is still here."
                )
                self.failed.emit(words.format(self._store.moved.name))
        return self._filters

    def show_current(self, current: SavedFilter) -> None:
        """What field and drop-downs ask for now; its name does not matter."""
        self._current = replace(current, name="")

    @Slot()
    def fill(self) -> None:
        """Make the menu anew for what is saved and set now."""
        menu = self._menu
        menu.clear()
        saved = self.filters()
        for one in saved:
            action = menu.addAction(_label(one.name), partial(self.chosen.emit, one))
            action.setCheckable(True)
            action.setChecked(replace(one, name="") == self._current)
        if not saved:
            menu.addAction(self.tr("No filter saved yet")).setEnabled(False)
        menu.addSeparator()
        save = menu.addAction(self.tr("Save this filter…"), self.save)
        save.setObjectName("savedFilters_save")
        save.setEnabled(self._current != SavedFilter(""))
        self._delete.clear()
        self._delete.setTitle(self.tr("Delete"))
        self._delete.setEnabled(bool(saved))
        menu.addMenu(self._delete)
        for one in saved:
            self._delete.addAction(_label(one.name), partial(self.delete, one))
        menu.addSeparator()
        export = menu.addAction(self.tr("Export all to a file…"), self.export)
        export.setObjectName("savedFilters_export")
        export.setEnabled(bool(saved))
        bring = menu.addAction(self.tr("Import from a file…"), self.bring)
        bring.setObjectName("savedFilters_import")

    @Slot()
    def save(self) -> None:
        """Ask for a name and keep what is set now; replaces another of that name if wanted."""
        suggested = one_line(self._current.text).strip()[:LONGEST_NAME]
        title, label = self.tr("Save this filter"), self.tr("Name of the filter")
        name = one_line(self._desk.dialogs.ask_text(self.window(), title, label, suggested)).strip()
        if not name:
            return
        new = replace(self._current, name=name[:LONGEST_NAME])
        kept = [one for one in self.filters() if one.name != new.name]
        if len(kept) >= MOST:
            self.failed.emit(self.tr("There are %n saved filters, no more fit.", "", MOST))
            return
        question = self.tr("Replace {0}?").format(new.name)
        detail = self.tr("There is a filter of this name.")
        if len(kept) < len(self.filters()) and not self._desk.dialogs.ask(
            self.window(), question, detail, self.tr("Replace")
        ):
            return
        if self._keep([*kept, new]):
            self.said.emit(self.tr("Saved the filter {0}").format(new.name))

    def delete(self, one: SavedFilter) -> None:
        """Forget a filter."""
        if self._keep([other for other in self.filters() if other != one]):
            self.said.emit(self.tr("Deleted the filter {0}").format(one_line(one.name)))

    @Slot()
    def export(self) -> None:
        """Write all to a file of the user's choice."""
        name = self._desk.dialogs.save_file(self.window(), _SUGGESTED)
        if not name:
            return
        try:
            self._store.save(self.filters(), Path(name))
        except SettingsError as error:
            self._fail(self.tr("Cannot save the filters: {0}."), error)
            return
        self.said.emit(self.tr("Saved {0}").format(Path(name).name))

    @Slot()
    def bring(self) -> None:
        """Add a file's filters; with a fault in it nothing is taken, and all faults are said."""
        name = self._desk.dialogs.open_file(self.window(), self.tr("Import saved filters"))
        if not name:
            return
        try:
            parsed = self._store.read(Path(name))
        except SettingsError as error:
            self._fail(self.tr("Cannot read the file: {0}."), error)
            return
        known = {one.name for one in parsed.filters}
        merged = [one for one in self.filters() if one.name not in known] + parsed.filters
        if len(merged) > MOST:
            parsed.faults.append(FilterFault(0, "many", str(len(merged))))
        if parsed.faults:
            self.failed.emit(self._refusal(Path(name).name, parsed))
        elif self._keep(merged):
            self.said.emit(self.tr("Imported %n filter(s)", "", len(parsed.filters)))

    def retranslate(self) -> None:
        """Words in the language in force."""
        self.setAccessibleName(self.tr("Saved filters"))
        set_tip(self, self.tr("Saved filters: choose, save, delete, export, import"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _keep(self, filters: list[SavedFilter]) -> bool:
        try:
            self._store.save(filters)
        except SettingsError as error:
            self._fail(self.tr("Cannot save the filters: {0}."), error)
            return False
        self._filters = filters
        return True

    def _fail(self, words: str, error: SettingsError) -> None:
        self.failed.emit(words.format(error.phrase.args.get("reason", "")))

    def _refusal(self, file: str, parsed: Parsed) -> str:
        """One sentence with all faults."""
        faults = self.tr("; ").join(self._fault(one) for one in parsed.faults)
        words = self.tr("Nothing was imported from {0}: {1}.")
        return words.format(one_line(file), faults)

    def _fault(self, fault: FilterFault) -> str:
        words = {
            "file": self.tr("it is no file of saved filters"),
            "schema": self.tr("it is of another version ({0})"),
            "many": self.tr("{0} filters are too many"),
            "row": self.tr("it is no filter"),
            "name": self.tr("the name is missing or too long"),
            "twice": self.tr("the name {0} is there twice"),
            "text": self.tr("the words are no text or too long"),
            "table": self.tr("there is no table {0}"),
            "severity": self.tr("there is no severity {0}"),
            "who": self.tr("nobody is called {0} who could act"),
        }
        said = words[fault.field].format(one_line(fault.value))
        if not fault.number:
            return said
        return self.tr("filter {0}: {1}").format(fault.number, said)


def _label(name: str) -> str:
    """A name as a menu shows it: one line, no underlined letter."""
    return one_line(name).replace("&", "&&")
