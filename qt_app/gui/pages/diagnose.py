"""The diagnose page: paste box and findings on the left, the card on the right.

What a paste needs is made here; how to begin and `DiagnoseWork`, which is all the rest, once the
window has been painted, or as soon as anything is asked of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from qt_app.gui.page import Page
from qt_app.gui.pages.diagnose_layout import DiagnoseLayout
from qt_app.gui.pages.diagnose_paste import PastePane

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent

    from qt_app.gui.desk import Desk
    from qt_app.gui.pages.diagnose_empty import EmptyPane
    from qt_app.gui.pages.diagnose_work import DiagnoseWork


class DiagnosePage(Page):
    """Signals besides those of Page: what was found, and where the user wants to go.

    `findings_ready(n)` once per paste, file or press of the button, also for 0.
    `work_made()` once, when the page can diagnose.
    """

    findings_ready = Signal(int)
    entry_requested = Signal(str)
    checklist_requested = Signal(str, object)
    work_made = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._work: DiagnoseWork | None = None
        self.paste = PastePane(desk)
        self._empty: EmptyPane | None = None
        self.right = QStackedWidget()
        self.panes_layout = DiagnoseLayout(desk, self, self.paste, self.right)
        self.paste.box.mime_given.connect(self._on_early_data)
        self.paste.box.mime_dropped.connect(self._on_early_data)
        self.paste.open_requested.connect(self._on_early_wish)

    @property
    def empty(self) -> EmptyPane:
        """How to begin. One can paste without it, so the first paint does not wait for it."""
        if self._empty is None:
            from qt_app.gui.pages.diagnose_empty import EmptyPane

            self._empty = EmptyPane(self.desk)
            self._empty.sample_chosen.connect(self._on_early_sample)
            self.right.insertWidget(0, self._empty)
        return self._empty

    @property
    def work(self) -> DiagnoseWork:
        """Everything that deals with a paste."""
        if self._work is None:
            from qt_app.gui.pages.diagnose_work import DiagnoseWork

            self._work = DiagnoseWork(self.desk, self)
            self.work_made.emit()
            self.give_help()
            self._work.intake.take_up()
        return self._work

    # What the window asks

    def complete(self) -> None:
        """Make all there is to the page."""
        self.work.show_state()

    def commands(self) -> Mapping[str, Callable[[], object]]:
        return self.work.commands()

    def panes(self) -> list[QWidget]:
        return self.work.panes()

    def give_help(self) -> None:
        if self._work is not None:
            super().give_help()

    def page_shown(self) -> None:
        if self._work is None or not self._work.intake.is_filled():
            self.focus_paste()

    @Slot()
    def focus_paste(self) -> None:
        """Put the keyboard into the paste box; nobody walked there, so without a ring."""
        self.paste.box.setFocus(Qt.FocusReason.OtherFocusReason)

    # What comes between the first paint and the making of the work, which then listens itself

    @Slot(object)
    def _on_early_data(self, data: QMimeData) -> None:
        if self._work is None:
            self.work.intake.take(data, whole=False)

    @Slot()
    def _on_early_wish(self) -> None:
        if self._work is None:
            self.work.choose_files()

    @Slot(str)
    def _on_early_sample(self, text: str) -> None:
        if self._work is None:
            self.work.paste.box.setPlainText(text)

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape or not self.work.escape():
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panes_layout.fit(event.size().width())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.panes_layout.fit(self.width())
