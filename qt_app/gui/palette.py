"""What the command palette offers: every menu entry, every code, every kept case."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from qt_app.gui.desk import Desk
from qt_app.gui.menus import COMMANDS
from qt_app.gui.models.cases import when
from qt_app.gui.models.palette import CASE, COMMAND, PaletteModel, PaletteRow
from qt_app.gui.plain import one_line
from qt_app.gui.widgets.palette import Palette

if TYPE_CHECKING:
    from qt_app.services.cases import KeptCase

OWN_NAME = "palette"
_MNEMONIC = re.compile(r"\(&[0-9A-Za-z]\)")


class PaletteDesk(QObject):
    """Opens the palette, and says what was chosen: `entry_requested(id)`, `case_requested(case)`.

    A command is triggered through its menu entry. `available` names the commands that can be done
    now, `cases` lists the kept ones, the newest first.
    """

    entry_requested = Signal(str)
    case_requested = Signal(object)

    def __init__(
        self,
        window: QMainWindow,
        desk: Desk,
        available: Callable[[], Collection[str]],
        cases: Callable[[], Sequence[KeptCase]],
    ) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._available, self._cases = available, cases
        self.model = PaletteModel(desk.catalogue, self)
        self.view = Palette(desk.theme, self.model, window)
        self.view.chosen.connect(self._do)

    @Slot()
    def toggle(self) -> None:
        """Open it with what there is now, or close it."""
        if self.view.isVisible():
            self.view.close_back()
            return
        commands = command_rows(self._window, self._available())
        cases = [_case_row(case) for case in self._cases()]
        self.model.fill(commands, cases, self._desk.translations.language)
        self.view.open()

    @Slot(object)
    def _do(self, row: PaletteRow) -> None:
        if isinstance(row.target, QAction):
            row.target.trigger()
        elif row.kind == CASE:
            self.case_requested.emit(row.target)
        else:
            self.entry_requested.emit(row.key)


def command_rows(window: QMainWindow, available: Collection[str]) -> list[PaletteRow]:
    """Every entry of the menu bar in its order; commands not in `available` are disabled."""
    names = {item.name for item in COMMANDS}
    rows = []
    for action, above in _leaves(window.menuBar().actions(), ""):
        name = str(action.data())
        if name == OWN_NAME:
            continue
        enabled = name in available if name in names else action.isEnabled()
        words = plain_words(action.text())
        title = f"{above} → {words}" if above else words
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        rows.append(
            PaletteRow(
                COMMAND, action.objectName(), title, right=keys, enabled=enabled, target=action
            )
        )
    return rows


def plain_words(text: str) -> str:
    """A menu text without the marks of its access key: `打开(&O)…` is 打开…."""
    text = _MNEMONIC.sub("", text)
    return re.sub(r"&(.)", r"\1", text)


def _leaves(actions: Sequence[QAction], above: str) -> Iterator[tuple[QAction, str]]:
    """Entries that do something; those of a submenu with its title, which says what they change."""
    for action in actions:
        menu = action.menu()
        if isinstance(menu, QMenu):
            is_inner = isinstance(menu.parentWidget(), QMenu)
            yield from _leaves(menu.actions(), plain_words(menu.title()) if is_inner else "")
        elif not action.isSeparator() and action.text():
            yield action, above


def _case_row(case: KeptCase) -> PaletteRow:
    title = " · ".join(part for part in (one_line(case.title), one_line(case.verdict)) if part)
    return PaletteRow(CASE, case.id, title, right=when(case), icon="folder", target=case)
