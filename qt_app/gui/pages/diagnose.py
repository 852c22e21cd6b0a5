"""The diagnose page: paste box and findings on the left, the card on the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from qt_app.gui.desk import Desk
from qt_app.gui.pages.diagnose_card import FindingCard
from qt_app.gui.pages.diagnose_copy import Copying, masked_places
from qt_app.gui.pages.diagnose_empty import EmptyPane
from qt_app.gui.pages.diagnose_findings import FindingsPane
from qt_app.gui.pages.diagnose_footer import CardFooter
from qt_app.gui.pages.diagnose_given import handed, joined
from qt_app.gui.pages.diagnose_layout import DiagnoseLayout
from qt_app.gui.pages.diagnose_paste import PastePane
from qt_app.gui.pages.diagnose_run import DiagnosisRun, Given, Outcome, read_given, warm_up
from qt_app.gui.pages.page import Page
from qt_app.gui.tasks import Job
from qt_app.gui.vocabulary import severity
from qt_app.gui.widgets.paste_spans import SpanMark

if TYPE_CHECKING:
    from qt_app.api.report import Report

TYPING_PAUSE = 400
_REMEMBERED = 8


class DiagnosePage(Page):
    """Signals besides those of Page: what was found, and where the user wants to go.

    `findings_ready(n)` once per paste, file or press of the button, also for 0.
    """

    findings_ready = Signal(int)
    entry_requested = Signal(str)
    checklist_requested = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._given: Given | None = None
        self._history: list[Given] = []
        self._outcome: Outcome | None = None
        self._bases: list[int] = [0]
        self._report: Report | None = None
        self._clicked = False
        self._quiet = False
        self._from_files = False
        self._warm = False
        self._reading: Job | None = None
        self.paste = PastePane(desk)
        self.findings = FindingsPane(desk)
        self.card = FindingCard(desk)
        self.footer = CardFooter(desk)
        self.empty = EmptyPane(desk)
        self.run = DiagnosisRun(desk.tasks, desk.catalogue)
        self.copying = Copying(desk, self)
        self._layout = DiagnoseLayout(
            desk, self, self.paste, self.findings, _stacked(self.empty, self.card, self.footer)
        )
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_PAUSE)
        self.setAcceptDrops(True)
        self._connect()
        self._show_state()

    # What the window asks

    def commands(self) -> Mapping[str, Callable[[], object]]:
        offered: dict[str, Callable[[], object]] = {
            "open_file": self.choose_files,
            "paste": self.paste_clipboard,
            "undo": self.undo,
            "find": self._focus_paste,
            "next_item": partial(self._step, 1),
            "previous_item": partial(self._step, -1),
        }
        if self._outcome is not None:
            offered["copy_main"] = self.copy_ticket
            offered["copy_reply"] = self.copy_reply
            offered["export"] = partial(self._more, "save")
        return offered

    def panes(self) -> list[QWidget]:
        return [self.paste.box, self.findings.view, self.card]

    def page_shown(self) -> None:
        if not self.paste.box.toPlainText():
            self._focus_paste()

    # Giving something in

    @Slot()
    def paste_clipboard(self) -> None:
        """Ctrl+V outside a text field: the clipboard replaces what is there."""
        self._take(self.desk.clipboard.data(), whole=True)

    @Slot()
    def choose_files(self) -> None:
        """Ask for files and diagnose them."""
        paths = self.desk.dialogs.open_files(self)
        if paths:
            self.open_files(paths)

    def open_files(self, paths: Sequence[str]) -> None:
        """Diagnose files as they are; what is there stays until they are read."""
        self._stop()
        self.paste.complain("")
        self.paste.wait(0, of_files=True)
        work = partial(read_given, list(paths))
        self._reading = self.desk.tasks.run(work, self._on_read, self._on_unread)

    @Slot()
    def clear(self) -> None:
        """Empty the box; undo brings it back."""
        self._stop()
        self._remember()
        self._given = None
        self.paste.box.fill("")
        self.paste.complain("")
        self._forget()
        self._focus_paste()

    @Slot()
    def undo(self) -> None:
        """Undo typing, else bring back the paste before this one."""
        if self.paste.box.document().isUndoAvailable():
            self.paste.box.undo()
        elif self._history:
            self._start(self._history.pop(), remember=False)

    @Slot()
    def diagnose(self) -> None:
        """Diagnose what is in the box once more."""
        self._typing.stop()
        if self._given is not None:
            self._run()

    # Copying

    @Slot()
    def copy_ticket(self) -> None:
        """The block for the ticket."""
        self._copy("ticket")

    @Slot()
    def copy_reply(self) -> None:
        """The answer to the customer."""
        self._copy("reply")

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.run.is_running() or self._reading is not None:
            self._cancel()
        elif self.paste.box.toPlainText():
            self.clear()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if data.hasUrls() or data.hasText() or data.hasHtml() or data.hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._take(event.mimeData(), whole=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._layout.fit(event.size().width())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._layout.fit(self.width())
        if not self._warm:
            self._warm = True
            QTimer.singleShot(0, self._warm_up)

    # Inside: taking

    def _connect(self) -> None:
        box, paste = self.paste.box, self.paste
        box.pasted.connect(self._on_pasted)
        box.edited.connect(self._on_edited)
        box.mime_given.connect(self._on_mime)
        box.span_clicked.connect(self._on_span)
        box.copy_requested.connect(self._copy_if_any)
        box.undo_requested.connect(self.undo)
        paste.open_requested.connect(self.choose_files)
        paste.clear_requested.connect(self.clear)
        paste.diagnose_requested.connect(self.diagnose)
        paste.cancel_requested.connect(self._cancel)
        self._typing.timeout.connect(self.diagnose)
        self.run.finished.connect(self._on_outcome)
        self.run.failed.connect(self._on_failed)
        self.findings.finding_chosen.connect(self._on_chosen)
        self.findings.line_requested.connect(self._on_line)
        self.findings.view.opened.connect(self._focus_card)
        self.empty.sample_chosen.connect(box.setPlainText)
        self.card.copy_requested.connect(self.copying.copy_text)
        self.card.entry_requested.connect(self.entry_requested)
        self.card.checklist_requested.connect(self.checklist_requested)
        self.footer.ticket_requested.connect(self.copy_ticket)
        self.footer.reply_requested.connect(self.copy_reply)
        self.footer.more_requested.connect(self._more)
        self.copying.done.connect(self.status)
        self.copying.failed.connect(self.trouble)
        self.run.waiting.connect(self.paste.wait)
        self.desk.translations.changed.connect(self._on_language)
        self.desk.theme.changed.connect(self._on_theme)
        self.desk.preferences.changed.connect(self._on_preference)

    def _take(self, data: QMimeData | None, *, whole: bool) -> None:
        """Clipboard or dropped data, into the box or in place of all that is there."""
        given = handed(data)
        if given.kind == "files":
            self.open_files(given.paths)
        elif given.kind in ("text", "page") and given.text:
            self._take_text(given.text, whole=whole)
            if given.kind == "page":
                self.status.emit(self.tr("This was a web page; only its words were taken."))
        elif given.kind == "picture":
            self._complain(self.tr("This is a picture. Paste the words that stand in it."))
        else:
            self._complain(self.tr("There is no text on the clipboard."))

    def _take_text(self, text: str, *, whole: bool) -> None:
        box = self.paste.box
        if whole or box.takes_whole():
            self._start(_text(text))
            return
        start, _ = box.selected_range()
        self._start(_text(box.insert(text)))
        box.place_caret(start + len(text))
        box.ensureCursorVisible()

    @Slot(object)
    def _on_mime(self, data: QMimeData) -> None:
        self._take(data, whole=False)

    @Slot(str)
    def _on_pasted(self, text: str) -> None:
        """The whole text was set: the box shows it already."""
        self._remember()
        self._begin(_text(text))

    @Slot()
    def _on_edited(self) -> None:
        """Typing: diagnosed after a pause; places of findings are wrong until then."""
        text = self.paste.box.toPlainText()
        self._stop()
        self._given, self._from_files = _text(text), False
        self.paste.show_text_state()
        if text:
            self._typing.start()
        else:
            self._given = None
            self._forget()

    def _on_read(self, given: Given) -> None:
        self._reading = None
        self._start(given)

    def _on_unread(self, error: Exception) -> None:
        self._reading = None
        self.paste.wait_no_more()
        self._complain(self._why(error))

    def _start(self, given: Given, *, remember: bool = True) -> None:
        """Show and diagnose something new."""
        if remember:
            self._remember()
        if isinstance(given.parts[0][1], str) and len(given.parts) == 1:
            self.paste.box.fill(given.parts[0][1])
        self._begin(given)

    def _begin(self, given: Given) -> None:
        self._stop()
        self._given = given
        self._from_files = not isinstance(given.parts[0][1], str) or len(given.parts) > 1
        self.footer.toggle.setChecked(True)
        self._run()

    def _run(self) -> None:
        if self._given is None:
            return
        self.paste.complain("")
        if not self._from_files:
            self.paste.box.set_spans([])
        values = self.desk.preferences.values
        options = (values.mask_user_ids, values.mask_inner_ips)
        self._show_state()
        self.run.start(self._given, self.desk.translations.language, options)

    def _stop(self) -> None:
        """Drop whatever is under way."""
        self._typing.stop()
        self.run.cancel()
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        self.paste.wait_no_more()

    @Slot()
    def _cancel(self) -> None:
        self._stop()
        self.status.emit(self.tr("Stopped. The text is still there."))

    def _remember(self) -> None:
        """Keep what is there for undo."""
        if self._given is not None and self._given.size:
            self._history = [*self._history[-_REMEMBERED + 1 :], self._given]

    # Inside: what was found

    def _on_outcome(self, outcome: Outcome) -> None:
        self.paste.wait_no_more()
        self._outcome = outcome
        lang = self.desk.translations.language
        report = outcome.reworded(lang)
        self._place_texts(outcome)
        self.paste.say_read_as(report.read_as if outcome.given.size else "")
        self.footer.set_masked(masked_places(report))
        self._show_report(report)
        self._show_state()
        if self._quiet:
            self._quiet = False
            return
        self._say_done(outcome)
        self.findings_ready.emit(len(report.findings))

    def _place_texts(self, outcome: Outcome) -> None:
        """Show files decoded; find out where each input begins in the box."""
        self._bases = [0]
        if self._from_files:
            names = [name.replace("\\", "/").rpartition("/")[2] for name, _ in outcome.given.parts]
            text, self._bases = joined(names, outcome.analysis.texts)
            if text != self.paste.box.toPlainText():
                self.paste.box.fill(text)

    def _show_report(self, report: Report) -> None:
        self._report = report
        self.findings.set_report(report)
        self.paste.box.set_spans([self._span(i, report) for i in range(len(report.findings))])
        first = _first_to_show(report)
        if first >= 0:
            self.findings.choose(first)
        else:
            self.card.show_nothing(report)

    def _span(self, number: int, report: Report) -> SpanMark:
        one = report.findings[number]
        base = self._bases[one.source] if one.source < len(self._bases) else 0
        mark = severity(one.severity, undecided=one.undecided)
        return SpanMark(base + one.char_start, base + one.char_end, number, mark)

    def _on_failed(self, error: Exception) -> None:
        self.paste.wait_no_more()
        self._outcome = None
        self._show_state()
        self._complain(self._why(error))
        self.findings_ready.emit(0)

    def _forget(self) -> None:
        """Nothing is shown any more."""
        self._outcome = None
        self.findings.set_report(None)
        self.paste.say_read_as("")
        self._show_state()

    def _show_state(self) -> None:
        """Empty, or with findings and card."""
        filled = self._given is not None and self._given.size > 0
        self.paste.show_text_state()
        self.findings.setVisible(filled and self._outcome is not None)
        stack = self.empty.parentWidget()
        if isinstance(stack, QStackedWidget):
            stack.setCurrentIndex(1 if filled and self._outcome is not None else 0)

    def _say_done(self, outcome: Outcome) -> None:
        took = max(round(outcome.seconds * 1000), 1)
        lines = sum(source.lines for source in outcome.report.sources)
        if not outcome.given.size:
            self.status.emit("")
        elif lines > 100:
            self.status.emit(self.tr("Diagnosed {0} lines in {1} ms").format(lines, took))
        else:
            self.status.emit(self.tr("Diagnosed in {0} ms").format(took))

    @Slot(int)
    def _on_chosen(self, finding: int) -> None:
        if finding >= 0:
            self.card.show_finding(self._report, self._report.findings[finding])
            self.paste.box.set_current(finding, scroll=not self._clicked)

    @Slot(int)
    def _on_span(self, finding: int) -> None:
        """A click in the text: the list follows, the text stays where it is."""
        self._clicked = True
        self.findings.choose(finding)
        self._clicked = False

    @Slot(int)
    def _on_line(self, line: int) -> None:
        box = self.paste.box
        box.scroll_to(box.line_start(line))

    def _step(self, by: int) -> None:
        if self._outcome is not None and not self.findings.step(by):
            last = self.tr("This is the last finding.")
            self.status.emit(last if by > 0 else self.tr("This is the first finding."))

    # Inside: the rest

    @Slot(str)
    def _on_language(self, lang: str) -> None:
        if self._outcome is None:
            return
        report = self._outcome.reworded(lang)
        self._report = report
        self.paste.say_read_as(report.read_as if self._outcome.given.size else "")
        self.findings.reword(report)
        self._rebuild_card()

    @Slot()
    def _on_theme(self) -> None:
        if self._outcome is not None:
            self._rebuild_card()

    def _rebuild_card(self) -> None:
        """The same card anew, scrolled to where it was."""
        bar = self.card.verticalScrollBar()
        place = bar.value()
        finding = self.findings.current()
        if finding >= 0:
            self.card.show_finding(self._report, self._report.findings[finding])
        else:
            self.card.show_nothing(self._report)
        QTimer.singleShot(0, partial(bar.setValue, place))

    @Slot(str)
    def _on_preference(self, name: str) -> None:
        if name.startswith("mask_") and self._given is not None:
            self._quiet = True
            self._run()

    def _copy(self, form: str) -> None:
        if self._outcome is not None:
            redact = self.footer.is_redacting()
            self.copying.copy(self._outcome, form, self.findings.current(), redact=redact)

    @Slot()
    def _copy_if_any(self) -> None:
        self.copy_ticket()

    @Slot(str)
    def _more(self, name: str) -> None:
        if self._outcome is None:
            return
        if name == "save":
            self.copying.save(self._outcome, self.findings.current())
        elif name == "preview":
            self.copying.preview(self._outcome, self.findings.current())
        else:
            self.copying.copy(self._outcome, name)

    def _complain(self, text: str) -> None:
        self.paste.complain(text)
        self.trouble.emit(text)

    def _why(self, error: Exception) -> str:
        """An error in words: what failed, what is kept, what to do."""
        from qt_app.api.messages import messages
        from qt_app.core.errors import TriageError

        said = messages(self.desk.translations.language)
        if isinstance(error, TriageError) and error.phrase.key in said:
            what = said.word(error.phrase)
        else:
            what = self.tr("This could not be diagnosed ({0})").format(type(error).__name__)
        return self.tr("{0}. Nothing was changed; try another place.").format(what)

    @Slot()
    def _focus_paste(self) -> None:
        self.paste.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _focus_card(self) -> None:
        self.card.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _warm_up(self) -> None:
        if self._outcome is None:
            self.desk.tasks.run(warm_up, _done, _done)


def _text(text: str) -> Given:
    return Given((("-", text),))


def _done(_: object) -> None:
    """Nobody waits for it."""


def _first_to_show(report: Report) -> int:
    """The finding a reply would be about; else the first; -1 if there is none."""
    from qt_app.api.as_reply import chosen_finding

    chosen = chosen_finding(report)
    if chosen is None:
        return 0 if report.findings else -1
    return next(i for i, one in enumerate(report.findings) if one is chosen)


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
