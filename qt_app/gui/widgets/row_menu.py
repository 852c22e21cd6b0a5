"""The menu of a row, by the right button or the menu key: what its buttons do, at the row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu


class RowAction(NamedTuple):
    """`keys` are shown beside the words; pressing them is handled elsewhere."""

    words: str
    act: Callable[[], object]
    keys: str = ""


class RowMenu(QObject):
    """Shows what `actions()` says for the row under the mouse, which becomes the current one."""

    def __init__(self, view: QAbstractItemView, actions: Callable[[], Sequence[RowAction]]) -> None:
        super().__init__(view)
        self._view, self._actions = view, actions
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._on_requested)

    def menu(self) -> QMenu | None:
        """The menu for the row in force; None if it offers nothing."""
        actions = self._actions() if self._view.currentIndex().isValid() else ()
        if not actions:
            return None
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in actions:
            made = menu.addAction(one.words)
            made.triggered.connect(one.act)
            if one.keys:
                keys = QKeySequence(one.keys).toString(QKeySequence.SequenceFormat.NativeText)
                made.setText(f"{one.words}\t{keys}")
        return menu

    @Slot(QPoint)
    def _on_requested(self, at: QPoint) -> None:
        index = self._view.indexAt(at)
        if index.isValid() and index.row() != self._view.currentIndex().row():
            self._view.setCurrentIndex(index)
        menu = self.menu()
        if menu is not None:
            menu.popup(self._view.viewport().mapToGlobal(at))
