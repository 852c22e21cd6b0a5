"""The diagnose page: paste box and findings on the left, the card on the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from qt_app.gui.desk import Desk
from qt_app.gui.page import Page
from qt_app.gui.pages.diagnose_card import FindingCard
from qt_app.gui.pages.diagnose_cases import Cases
from qt_app.gui.pages.diagnose_copy import Copying
from qt_app.gui.pages.diagnose_empty import EmptyPane
from qt_app.gui.pages.diagnose_findings import FindingsPane
from qt_app.gui.pages.diagnose_footer import CardFooter
from qt_app.gui.pages.diagnose_intake import Intake
from qt_app.gui.pages.diagnose_layout import DiagnoseLayout
from qt_app.gui.pages.diagnose_paste import PastePane
from qt_app.gui.pages.diagnose_results import Results
from qt_app.gui.pages.diagnose_run import Outcome
from qt_app.gui.widgets.case_tabs import CaseBar


class DiagnosePage(Page):
    """Signals besides those of Page: what was found, and where the user wants to go.

    `findings_ready(n)` once per paste, file or press of the button, also for 0.
    """

    findings_ready = Signal(int)
    entry_requested = Signal(str)
    checklist_requested = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._warm = False
        bar = CaseBar(desk.theme)  # first in the order of Tab
        self.paste = PastePane(desk)
        self.findings = FindingsPane(desk)
        self.card = FindingCard(desk)
        self.footer = CardFooter(desk)
        self.empty = EmptyPane(desk)
        self.copying = Copying(desk, self)
        self.intake = Intake(desk, self.paste, self)
        self.results = Results(
            desk, self.paste, self.findings, self.card, self.footer, self.copying
        )
        self._right = _stacked(self.empty, self.card, self.footer)
        self._layout = DiagnoseLayout(desk, self, bar, self.paste, self.findings, self._right)
        self.cases = Cases(desk, self, bar)
        self.setAcceptDrops(True)
        self._connect()
        self.show_state()

    # What the window asks

    def commands(self) -> Mapping[str, Callable[[], object]]:
        offered: dict[str, Callable[[], object]] = {
            "open_file": self.choose_files,
            "paste": self.paste_clipboard,
            "undo": self.intake.undo,
            "find": self.paste.find,
            "next_item": partial(self._step, 1),
            "previous_item": partial(self._step, -1),
            **self.cases.commands(),
        }
        if self.results.outcome is not None:
            offered["copy_main"] = self.results.copy_ticket
            offered["copy_reply"] = self.results.copy_reply
            offered["export"] = partial(self.results.copy_more, "save")
        return offered

    def panes(self) -> list[QWidget]:
        return [self.paste.box, self.findings.view, self.card]

    def page_shown(self) -> None:
        if not self.intake.is_filled():
            self.focus_paste()

    @Slot()
    def paste_clipboard(self) -> None:
        """Ctrl+V outside a text field: the clipboard replaces what is there."""
        self.intake.take(self.desk.clipboard.data(), whole=True)

    @Slot()
    def choose_files(self) -> None:
        """Ask for files and diagnose them."""
        self.open_files(self.desk.dialogs.open_files(self))

    def open_files(self, paths: Sequence[str]) -> None:
        """Diagnose these files."""
        if paths:
            self.intake.open_files(paths)

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.intake.is_busy():
            self.intake.cancel()
        elif self.intake.is_filled():
            self.clear()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if data.hasUrls() or data.hasText() or data.hasHtml() or data.hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.intake.take(event.mimeData(), whole=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._layout.fit(event.size().width())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._layout.fit(self.width())
        if not self._warm:
            self._warm = True
            # After the first paint: reading the library in takes as long as the window does.
            QTimer.singleShot(100, self, self.intake.warm_up)

    @Slot()
    def clear(self) -> None:
        """Empty the box; undo brings it back."""
        self.intake.clear()
        self.focus_paste()

    # Inside

    def _connect(self) -> None:
        paste, intake, card = self.paste, self.intake, self.card
        paste.open_requested.connect(self.choose_files)
        paste.clear_requested.connect(self.clear)
        paste.diagnose_requested.connect(intake.diagnose)
        paste.cancel_requested.connect(intake.cancel)
        paste.box.copy_requested.connect(self.results.copy_ticket)
        paste.box.undo_requested.connect(intake.undo)
        intake.began.connect(self._on_began)
        intake.found.connect(self._on_found)
        intake.failed.connect(self._on_failed)
        intake.refused.connect(self.trouble)
        intake.emptied.connect(self._on_emptied)
        intake.said.connect(self.status)
        self.findings.line_requested.connect(self._on_line)
        self.findings.view.opened.connect(self._focus_card)
        self.empty.sample_chosen.connect(paste.box.setPlainText)
        card.copy_requested.connect(self.copying.copy_text)
        card.ticket_requested.connect(self.results.copy_ticket)
        card.entry_requested.connect(self.entry_requested)
        card.checklist_requested.connect(self.checklist_requested)
        self.copying.done.connect(self.status)
        self.copying.failed.connect(self.trouble)
        self.cases.said.connect(self.status)
        self.desk.preferences.changed.connect(self._on_preference)

    @Slot(bool)
    def _on_began(self, new: bool) -> None:
        self.cases.began(new=new)
        if new:
            self.footer.toggle.setChecked(True)
        self.show_state()

    @Slot(object)
    def _on_found(self, outcome: Outcome) -> None:
        quiet = self.cases.is_quiet
        self.results.show_outcome(outcome)
        self.show_state()
        self.cases.take(outcome)
        if quiet:
            return
        self.status.emit(self.results.duration(outcome))
        self.findings_ready.emit(len(outcome.report.findings))

    @Slot(str)
    def _on_failed(self, text: str) -> None:
        quiet, self.cases.is_quiet = self.cases.is_quiet, False
        self.results.forget()
        self.show_state()
        self.trouble.emit(text)
        if not quiet:
            self.findings_ready.emit(0)

    @Slot()
    def _on_emptied(self) -> None:
        self.results.forget()
        self.show_state()
        self.cases.emptied()

    def show_state(self) -> None:
        """Empty, or with findings and card."""
        shown = self.intake.is_filled() and self.results.outcome is not None
        self.paste.show_text_state()
        self.findings.setVisible(shown)
        self._right.setCurrentIndex(1 if shown else 0)

    @Slot(int)
    def _on_line(self, line: int) -> None:
        self.paste.box.scroll_to(self.paste.box.line_start(line))

    def _step(self, by: int) -> None:
        if self.results.outcome is not None and not self.findings.step(by):
            last, first = self.tr("This is the last finding."), self.tr("This is the first one.")
            self.status.emit(last if by > 0 else first)

    @Slot(str)
    def _on_preference(self, name: str) -> None:
        """Another choice of what is masked: word the same paste again, without a new signal."""
        if name.startswith("mask_") and self.intake.is_filled():
            self.cases.is_quiet = True
            self.intake.diagnose()

    @Slot()
    def focus_paste(self) -> None:
        """Put the keyboard into the paste box."""
        self.paste.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _focus_card(self) -> None:
        self.card.setFocus(Qt.FocusReason.TabFocusReason)


def _stacked(empty: QWidget, card: QWidget, footer: QWidget) -> QStackedWidget:
    """The right side: how to begin, or card and footer."""
    result = QWidget()
    column = QVBoxLayout(result)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(card, 1)
    column.addWidget(footer)
    stack = QStackedWidget()
    stack.addWidget(empty)
    stack.addWidget(result)
    return stack
