"""Shows what was found: list, spans, card and footer, in the language in force."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from qt_app.gui.desk import Desk
from qt_app.gui.pages.diagnose_card import FindingCard
from qt_app.gui.pages.diagnose_copy import Copying, masked_places
from qt_app.gui.pages.diagnose_findings import FindingsPane
from qt_app.gui.pages.diagnose_footer import CardFooter
from qt_app.gui.pages.diagnose_paste import PastePane
from qt_app.gui.pages.diagnose_run import MANY_FINDINGS, Outcome
from qt_app.gui.tasks import Job

if TYPE_CHECKING:
    from qt_app.api.report import FindingReport, Report


class Results(QObject):
    """One outcome at a time in all panes.

    `is_reading`: there is none yet. `is_partial`: it is that of the beginning, the whole is still
    being read; nothing can be copied so long.
    """

    def __init__(
        self,
        desk: Desk,
        paste: PastePane,
        findings: FindingsPane,
        card: FindingCard,
        footer: CardFooter,
        copying: Copying,
    ) -> None:
        super().__init__(paste)
        self._desk = desk
        self._paste, self._findings, self._card = paste, findings, card
        self._footer, self._copying = footer, copying
        self.outcome: Outcome | None = None
        self.is_reading = self.is_partial = False
        self._report: Report | None = None
        self._shown: FindingReport | None = None
        self._clicked = False
        self._work: Job | None = None
        findings.finding_chosen.connect(self._on_chosen)
        paste.box.span_clicked.connect(self._on_span)
        footer.ticket_requested.connect(self.copy_ticket)
        footer.reply_requested.connect(self.copy_reply)
        footer.more_requested.connect(self.copy_more)
        desk.translations.changed.connect(self._on_language)
        desk.theme.changed.connect(self._rebuild_card)

    def show_reading(self) -> None:
        """Nothing is known yet of what is being read."""
        self.forget()
        self.is_reading = True
        self._footer.set_ready(False)
        self._card.show_reading()

    def settle(self) -> None:
        """Nothing more will come: what there is can be copied."""
        if self.is_partial and self._report is not None:
            stopped = self.tr("Only the beginning was read. {0}")
            self._paste.say_read_as(stopped.format(self._report.read_as))
        self.is_partial = False
        if self.is_reading:
            self.forget()
        self._footer.set_ready(True)

    def show_outcome(self, outcome: Outcome, *, is_partial: bool = False) -> None:
        """Show a new outcome and choose the finding that matters most.

        A choice made while only the beginning was shown is kept.
        """
        before = self._shown if self.is_partial and self.outcome is not None else None
        self.outcome = outcome
        self.is_reading, self.is_partial = False, is_partial
        self._footer.set_ready(not is_partial)
        self._shown = None
        made, box = outcome.prepared, self._paste.box
        if made.text is not None and made.text != box.toPlainText():
            box.fill(made.text, made.shown, made.numbers)
        report = outcome.report
        self._report = report
        self._say_frame(report)
        self._findings.set_report(report, made.tops, made.times)
        box.set_spans(made.spans)
        first = made.first if before is None else _same(report, before, made.first)
        if first >= 0:
            self._findings.choose(first)
        else:
            self._card.show_nothing(report)
        if report.lang != self._desk.translations.language:
            self._on_language(self._desk.translations.language)

    def forget(self) -> None:
        """Nothing is shown any more."""
        self.outcome = None
        self.is_reading = self.is_partial = False
        self._footer.set_ready(True)
        self._report = None
        self._findings.set_report(None)
        self._paste.say_read_as("")

    def duration(self, outcome: Outcome) -> str:
        """`Diagnosed in 12 ms`."""
        took = max(round(outcome.seconds * 1000), 1)
        lines = sum(source.lines for source in outcome.report.sources)
        if not outcome.given.size:
            return ""
        if lines > 100:
            return self.tr("Diagnosed {0} lines in {1} ms").format(lines, took)
        return self.tr("Diagnosed in {0} ms").format(took)

    # Copies

    @Slot()
    def copy_ticket(self) -> None:
        """The block for the ticket."""
        self._copy("ticket")

    @Slot()
    def copy_reply(self) -> None:
        """The answer to the customer."""
        self._copy("reply")

    @Slot(str)
    def copy_more(self, name: str) -> None:
        """Markdown, JSON, a preview or a file: always masked."""
        outcome, current = self.outcome, self._findings.current()
        if outcome is None or self.is_partial:
            return
        acts: dict[str, Callable[[], None]] = {
            "save": partial(self._copying.save, outcome, current),
            "preview": partial(self._copying.preview, outcome, current),
        }
        acts.get(name, partial(self._copying.copy, outcome, name))()

    # Inside

    def _copy(self, form: str) -> None:
        if self.outcome is not None and not self.is_partial:
            redact = self._footer.is_redacting()
            self._copying.copy(self.outcome, form, self._findings.current(), redact=redact)

    def _say_frame(self, report: Report) -> None:
        size = self.outcome.given.size if self.outcome is not None else 0
        read_as = report.read_as if size else ""
        if self.is_partial:
            read_as = self.tr("The beginning alone, the rest is still being read. {0}").format(
                read_as
            )
        self._paste.say_read_as(read_as)
        self._footer.set_masked(masked_places(report))

    @Slot(int)
    def _on_chosen(self, finding: int) -> None:
        if self._report is not None and 0 <= finding < len(self._report.findings):
            one = self._report.findings[finding]
            # A filter that leaves the choice alone leaves the card alone.
            if one is not self._shown:
                self._shown = one
                self._card.show_finding(self._report, one)
            self._paste.box.set_current(finding, scroll=not self._clicked)

    @Slot(int)
    def _on_span(self, finding: int) -> None:
        """A click in the text: the list follows, the text stays where it is."""
        self._clicked = True
        self._findings.choose(finding)
        self._clicked = False

    @Slot(str)
    def _on_language(self, lang: str) -> None:
        """The same findings in other words; many of them beside the window."""
        outcome = self.outcome
        if outcome is None:
            if self.is_reading:
                self._card.show_reading()
            return
        if len(outcome.report.findings) <= MANY_FINDINGS:
            self._reword(outcome.reworded(lang))
            return
        if self._work is not None:
            self._work.cancel()
        work = partial(outcome.reworded, lang)
        self._work = self._desk.tasks.run(work, partial(self._reword_if, outcome))

    def _reword_if(self, outcome: Outcome, report: Report) -> None:
        self._work = None
        if outcome is self.outcome:
            self._reword(report)

    def _reword(self, report: Report) -> None:
        self._report = report
        self._say_frame(report)
        self._footer.retranslate()
        self._findings.reword(report)
        self._rebuild_card()

    @Slot()
    def _rebuild_card(self) -> None:
        """The same card anew, scrolled to where it was."""
        if self._report is None:
            return
        bar = self._card.verticalScrollBar()
        place = bar.value()
        finding = self._findings.current()
        if finding >= 0:
            self._shown = self._report.findings[finding]
            self._card.show_finding(self._report, self._report.findings[finding])
        else:
            self._card.show_nothing(self._report)
        QTimer.singleShot(0, bar, partial(bar.setValue, place))


def _same(report: Report, shown: FindingReport, other: int) -> int:
    """The finding that stands where `shown` does; else `other`."""
    place = (shown.source, shown.start, shown.code)
    found = (
        i for i, one in enumerate(report.findings) if (one.source, one.start, one.code) == place
    )
    return next(found, other)
