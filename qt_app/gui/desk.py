"""What every page is handed: the few things a window has once."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from qt_app.core.catalogue.catalogue import Catalogue
from qt_app.core.errors import SettingsError
from qt_app.gui.clipboard import Clipboard
from qt_app.gui.dialogs import Dialogs
from qt_app.gui.tasks import TaskRunner
from qt_app.gui.theme import Theme
from qt_app.gui.translations import Translations
from qt_app.services.paths import Paths
from qt_app.services.settings import Settings, SettingsStore


class Preferences(QObject):
    """The settings in force; every change is written at once. `failed(error)` if it cannot be.

    `changed(name)` says which field changed.
    """

    changed = Signal(str)
    failed = Signal(object)

    def __init__(self, store: SettingsStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.trouble: SettingsError | None = None
        try:
            self.values = store.load()
        except SettingsError as error:
            self.values, self.trouble = Settings(), error
        self.moved = store.moved

    def change(self, **values: object) -> None:
        """Replace fields of the settings, for example `change(theme="dark")`."""
        before = self.values
        self.values = replace(before, **values)  # type: ignore[arg-type]
        if self.values == before:
            return
        self._save()
        for name in values:
            if getattr(before, name) != getattr(self.values, name):
                self.changed.emit(name)

    def layout(self, key: str, default: object = None) -> object:
        """What a page remembers under `key`, for example "codes.columns"."""
        return self.values.layout.get(key, default)

    def remember(self, key: str, value: object) -> None:
        """Keep plain values (numbers, texts, lists, dicts) under `key`."""
        if self.values.layout.get(key) != value:
            self.change(layout={**self.values.layout, key: value})

    def _save(self) -> None:
        try:
            self._store.save(self.values)
        except SettingsError as error:
            self.trouble = error
            self.failed.emit(error)


@dataclass(frozen=True, slots=True)
class Desk:
    """Handed to every page. `theme` looks, `translations` language, `tasks` work off the thread,
    `clipboard` and `dialogs` the outside, `preferences` settings, `catalogue` the data."""

    theme: Theme
    translations: Translations
    clipboard: Clipboard
    dialogs: Dialogs
    tasks: TaskRunner
    preferences: Preferences
    paths: Paths
    catalogue: Catalogue
