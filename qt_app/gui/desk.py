"""What every page is handed: the few things a window has once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from qt_app.core.errors import SettingsError
from qt_app.gui.clipboard import Clipboard
from qt_app.gui.tasks import TaskRunner
from qt_app.gui.theme import Theme
from qt_app.gui.translations import Translations
from qt_app.services.paths import Paths
from qt_app.services.settings import Settings, SettingsStore

if TYPE_CHECKING:
    from collections.abc import Callable

    from qt_app.core.catalogue.catalogue import Catalogue
    from qt_app.gui.dialogs import Dialogs


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

    def change(self, **values: Any) -> None:
        """Replace fields of the settings, for example `change(theme="dark")`."""
        before = self.values
        self.values = before._replace(**values)
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


class Desk:
    """Handed to every page. `theme` looks, `translations` language, `tasks` work off the thread,
    `clipboard` and `dialogs` the outside, `preferences` settings, `catalogue` the data, which is
    read by the first who asks: the first paint does not wait for it."""

    def __init__(
        self,
        theme: Theme,
        translations: Translations,
        preferences: Preferences,
        paths: Paths,
        load: Callable[[], tuple[Catalogue, str]],
    ) -> None:
        self.theme, self.translations = theme, translations
        self.clipboard, self.tasks = Clipboard(), TaskRunner()
        self.preferences, self.paths = preferences, paths
        self._load = load
        self._catalogue: Catalogue | None = None
        self._dialogs: Dialogs | None = None
        self.trouble = ""

    @property
    def dialogs(self) -> Dialogs:
        """Questions to the user."""
        if self._dialogs is None:
            from qt_app.gui.dialogs import Dialogs

            self._dialogs = Dialogs()
        return self._dialogs

    @property
    def catalogue(self) -> Catalogue:
        """The code table; empty if it could not be read, and then `trouble` says why."""
        if self._catalogue is None:
            self._catalogue, self.trouble = self._load()
        return self._catalogue
