"""What the diagnose page does with a paste: the parts that show it, wired."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QWidget

from qt_app.gui.desk import Desk
from qt_app.gui.pages.diagnose_card import FindingCard
from qt_app.gui.pages.diagnose_cases import Cases
from qt_app.gui.pages.diagnose_copy import Copying
from qt_app.gui.pages.diagnose_findings import FindingsPane
from qt_app.gui.pages.diagnose_footer import CardFooter
from qt_app.gui.pages.diagnose_intake import Intake
from qt_app.gui.pages.diagnose_results import Results
from qt_app.gui.pages.diagnose_run import Outcome
from qt_app.gui.widgets.case_tabs import CaseBar
from qt_app.gui.widgets.panes import Pane
from qt_app.gui.widgets.row_menu import RowAction, RowMenu

if TYPE_CHECKING:
    from qt_app.gui.pages.diagnose import DiagnosePage

_WARM_UP_AFTER = 80  # ms: reading the library in takes as long as the window does


class DiagnoseWork(QObject):
    """Intake, findings, card, footer and cases of one page; speaks by the page's signals."""

    def __init__(self, desk: Desk, page: DiagnosePage) -> None:
        super().__init__(page)
        self._page = page
        self.paste = page.paste
        bar = CaseBar(desk.theme)
        self.findings = FindingsPane(desk)
        self.card = FindingCard(desk)
        self.footer = CardFooter(desk)
        self.copying = Copying(desk, page)
        self.intake = Intake(desk, self.paste, page)
        self.results = Results(
            desk, self.paste, self.findings, self.card, self.footer, self.copying
        )
        page.panes_layout.complete(bar, self.findings)
        page.right.addWidget(_result(self.card, self.footer))
        self.cases = Cases(desk, self, bar)
        desk.preferences.changed.connect(self._on_preference)
        self._connect()
        self.show_state()
        QTimer.singleShot(_WARM_UP_AFTER, self, self.intake.warm_up)

    # What the page asks

    def commands(self) -> dict[str, Callable[[], object]]:
        """What can be done now, by command name."""
        offered: dict[str, Callable[[], object]] = {
            "open_file": self.choose_files,
            "paste": self.paste_clipboard,
            "undo": self.intake.undo,
            "find": self.paste.open_find,
            "next_item": partial(self._step, 1),
            "previous_item": partial(self._step, -1),
            **self.cases.commands(),
        }
        if self.results.outcome is not None and not self.results.is_partial:
            offered["copy_main"] = self.results.copy_ticket
            offered["copy_reply"] = self.results.copy_reply
            offered["export"] = partial(self.results.copy_more, "save")
        return offered

    def panes(self) -> list[QWidget]:
        """What F6 goes through."""
        return [self.paste.box, self.findings.view, self.card]

    def escape(self) -> bool:
        """Stop what runs, else empty the box; False if there is neither."""
        if self.intake.is_busy():
            self.cancel()
        elif self.intake.is_filled():
            self.clear()
        else:
            return False
        return True

    @Slot()
    def paste_clipboard(self) -> None:
        """Ctrl+V outside a text field: the clipboard replaces what is there."""
        self.intake.take(self._page.desk.clipboard.data(), whole=True)

    @Slot()
    def choose_files(self) -> None:
        """Ask for files and diagnose them."""
        self.open_files(self._page.desk.dialogs.open_files(self._page))

    def open_files(self, paths: Sequence[str]) -> None:
        """Diagnose these files."""
        if paths:
            self.intake.open_files(paths)

    @Slot()
    def clear(self) -> None:
        """Empty the box; undo brings it back."""
        self.intake.clear()
        self._page.focus_paste()

    @Slot()
    def cancel(self) -> None:
        """Stop what runs; what was found so far stays, and can be copied."""
        self.intake.cancel()
        self.results.settle()
        self.show_state()

    @Slot()
    def focus_paste(self) -> None:
        """Put the keyboard into the paste box."""
        self._page.focus_paste()

    def show_state(self) -> None:
        """Empty, or with findings and card."""
        found = self.results.outcome is not None or self.results.is_reading
        shown = self.intake.is_filled() and found
        self.paste.show_text_state()
        self.findings.setVisible(shown)
        self._page.right.setCurrentIndex(1 if shown else 0)

    # Inside

    def _connect(self) -> None:
        paste, intake, card, page = self.paste, self.intake, self.card, self._page
        paste.open_requested.connect(self.choose_files)
        paste.clear_requested.connect(self.clear)
        paste.diagnose_requested.connect(intake.diagnose)
        paste.cancel_requested.connect(self.cancel)
        paste.box.copy_requested.connect(self.results.copy_ticket)
        paste.box.undo_requested.connect(intake.undo)
        intake.began.connect(self._on_began)
        intake.lasting.connect(self._on_lasting)
        intake.glimpsed.connect(self._on_glimpsed)
        intake.found.connect(self._on_found)
        intake.failed.connect(self._on_failed)
        intake.refused.connect(page.trouble)
        intake.emptied.connect(self._on_emptied)
        intake.said.connect(page.status)
        self.findings.line_requested.connect(self._on_line)
        self.findings.view.opened.connect(self._focus_card)
        self.row_menu = RowMenu(self.findings.view, self._row_actions)
        page.empty.sample_chosen.connect(paste.box.setPlainText)
        card.copy_requested.connect(self.copying.copy_text)
        card.ticket_requested.connect(self.results.copy_ticket)
        card.entry_requested.connect(page.entry_requested)
        card.checklist_requested.connect(page.checklist_requested)
        self.copying.done.connect(page.status)
        self.copying.failed.connect(page.trouble)
        self.cases.said.connect(page.status)

    @Slot(bool)
    def _on_began(self, new: bool) -> None:
        self.cases.began(new=new)
        if new:
            self.footer.toggle.setChecked(True)
            self.results.settle()
        self.show_state()

    @Slot()
    def _on_lasting(self) -> None:
        """What an earlier paste came to must not be taken for the answer to this one."""
        if not self.cases.is_quiet and not self.results.is_partial:
            self.results.show_reading()
            self.show_state()

    @Slot(object)
    def _on_glimpsed(self, outcome: Outcome) -> None:
        if not self.cases.is_quiet:
            self.results.show_outcome(outcome, is_partial=True)
            self.show_state()

    @Slot(object)
    def _on_found(self, outcome: Outcome) -> None:
        quiet = self.cases.is_quiet
        self.results.show_outcome(outcome)
        self.show_state()
        self.cases.take(outcome)
        if quiet:
            return
        self._page.status.emit(self.results.duration(outcome))
        self._page.findings_ready.emit(len(outcome.report.findings))

    @Slot(str)
    def _on_failed(self, text: str) -> None:
        quiet, self.cases.is_quiet = self.cases.is_quiet, False
        self.results.forget()
        self.show_state()
        self._page.trouble.emit(text)
        if not quiet:
            self._page.findings_ready.emit(0)

    @Slot()
    def _on_emptied(self) -> None:
        self.results.forget()
        self.show_state()
        self.cases.emptied()

    @Slot(int)
    def _on_line(self, line: int) -> None:
        self.paste.box.scroll_to(self.paste.box.line_start(line))

    def _row_actions(self) -> tuple[RowAction, ...]:
        results, footer = self.results, self.footer
        show = RowAction(self.tr("Show it in the text"), self._show_in_text)
        if results.outcome is None or results.is_partial:
            return (show,)
        return (
            RowAction(footer.ticket.text(), results.copy_ticket, "Ctrl+C"),
            RowAction(footer.reply.text(), results.copy_reply, "Ctrl+Shift+C"),
            show,
        )

    def _show_in_text(self) -> None:
        self.paste.box.set_current(self.findings.current(), scroll=True)
        self._page.focus_paste()

    def _step(self, by: int) -> None:
        if self.results.outcome is not None and not self.findings.step(by):
            last, first = self.tr("This is the last finding."), self.tr("This is the first one.")
            self._page.status.emit(last if by > 0 else first)

    @Slot(str)
    def _on_preference(self, name: str) -> None:
        """Another choice of what is masked: word the same paste again, without a new signal."""
        if name.startswith("mask_") and self.intake.is_filled():
            self.cases.is_quiet = True
            self.intake.diagnose()

    @Slot()
    def _focus_card(self) -> None:
        self.card.setFocus(Qt.FocusReason.TabFocusReason)


def _result(card: QWidget, footer: QWidget) -> QWidget:
    """The right side with something found: the card above its footer."""
    result = Pane()
    result.column.addWidget(card, 1)
    result.column.addWidget(footer)
    return result
