"""The open cases of the diagnose page: one document at a time in the same widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence

from qt_app.gui.case_shelf import Wanted, first_words, masked_text, plain_text
from qt_app.gui.case_words import in_language
from qt_app.gui.desk import Desk
from qt_app.gui.pages.diagnose_intake import Left
from qt_app.gui.pages.diagnose_run import MANY_FINDINGS, Given, Outcome
from qt_app.gui.plain import one_line
from qt_app.gui.widgets.case_tabs import CaseBar, Tab
from qt_app.services.cases import KeptCase, new_id

if TYPE_CHECKING:
    from qt_app.gui.pages.diagnose_work import DiagnoseWork

_CLOSED = 10
_TITLE_TEXT = 20_000  # characters looked at for the first words of a case


@dataclass(slots=True)
class View:
    """Where the user was in a case: the finding chosen, the filter, the paste's line at the top,
    how far the other panes are scrolled."""

    finding: int = -1
    filter: int = 0
    paste: int = 0
    findings: int = 0
    card: int = 0


@dataclass(slots=True, eq=False)
class Doc:
    """A case with a tab. `text`: what was diagnosed last; `outcome`: None if it must be anew.

    `kept`: what it was brought back from, until it is diagnosed.
    """

    id: str = field(default_factory=new_id)
    title: str = ""
    severity: str = ""
    is_masked: bool = False
    text: str | None = None
    left: Left = field(default_factory=Left)
    outcome: Outcome | None = None
    view: View | None = None
    kept: KeptCase | None = None

    def is_empty(self) -> bool:
        """Whether nothing was pasted yet."""
        return self.left.given is None or not self.left.given.size


class Cases(QObject):
    """Switches documents. `keep_wanted(Wanted)` for what is to be kept, masked;
    `open_changed(id, is_open)` when a kept case gets or loses its tab; `said(text)`.

    `is_quiet`: the diagnosis under way is that of a document shown again, not of a paste.
    """

    keep_wanted = Signal(object)
    open_changed = Signal(str, bool)
    said = Signal(str)

    def __init__(self, desk: Desk, work: DiagnoseWork, bar: CaseBar) -> None:
        super().__init__(work)
        self._desk, self._work, self._bar = desk, work, bar
        self._docs = [Doc()]
        self._at = 0
        self._closed: list[tuple[int, Doc]] = []
        self._is_new = False
        self.is_quiet = False
        bar.tabs.currentChanged.connect(self.select)
        bar.tabs.close_requested.connect(self.close)
        bar.new_requested.connect(self.new_case)
        desk.preferences.changed.connect(self._on_preference)
        desk.translations.changed.connect(self._on_language)
        self._show_tabs()

    # What the page asks

    def commands(self) -> dict[str, Callable[[], object]]:
        """What can be done with cases now."""
        offered: dict[str, Callable[[], object]] = {"new_case": self.new_case}
        if len(self._docs) > 1 or self._is_filled():
            offered["close_case"] = self.close_current
        if self._closed:
            offered["reopen_case"] = self.reopen
        if len(self._docs) > 1:
            offered["next_case"] = partial(self._step, 1)
            offered["previous_case"] = partial(self._step, -1)
        return offered

    def began(self, *, new: bool) -> None:
        """A diagnosis begins; `new`: of something pasted or opened."""
        self._is_new = new
        if new:
            self.is_quiet = False

    def take(self, outcome: Outcome) -> None:
        """The current case has been diagnosed."""
        doc, text = self._docs[self._at], plain_text(outcome)
        quiet, is_new = self.is_quiet, self._is_new
        self.is_quiet = False
        if not text.strip():
            self.emptied()
            return
        if not quiet:
            self._follow(doc, text, is_new=is_new)
        doc.text, doc.outcome, doc.kept = text, outcome, None
        self._name(doc, outcome)
        self._show_tabs()
        if quiet:
            self._return_to(doc)
        title = doc.title if outcome.prepared.first >= 0 else ""
        self.keep_wanted.emit(Wanted(doc.id, outcome, title, doc.severity, is_new and not quiet))

    def emptied(self) -> None:
        """There is nothing in the box any more; undo may bring it back."""
        doc = self._docs[self._at]
        if doc.title:
            self.open_changed.emit(doc.id, False)
        doc.title, doc.severity, doc.outcome, doc.is_masked = "", "", None, False
        self._show_tabs()

    # Ways to a case

    @Slot()
    def new_case(self) -> None:
        """Go to an empty case; make one if there is none."""
        self._leave()
        empty = next((i for i, doc in enumerate(self._docs) if doc.is_empty()), -1)
        if empty < 0:
            empty = self._at + 1
            self._docs.insert(empty, Doc())
        self._enter(empty)
        self._work.focus_paste()

    @Slot(int)
    def select(self, index: int) -> None:
        """Show the case of a tab."""
        if index != self._at and 0 <= index < len(self._docs):
            self._leave()
            self._enter(index)

    @Slot()
    def close_current(self) -> None:
        """Close the case in sight."""
        self.close(self._at)

    @Slot(int)
    def close(self, index: int) -> None:
        """Close a case; `reopen` brings it back. What was kept of it stays kept."""
        if index == self._at:
            self._leave()
        doc = self._docs.pop(index)
        if not doc.is_empty():
            self._closed = [*self._closed[1 - _CLOSED :], (index, doc)]
            self.open_changed.emit(doc.id, False)
            words = self.tr("Closed {0}. {1} brings it back.")
            self.said.emit(words.format(doc.title or self.tr("New case"), _keys("Ctrl+Shift+T")))
        if index < self._at:
            self._at -= 1
        elif index == self._at:
            self._docs = self._docs or [Doc()]
            self._enter(min(index, len(self._docs) - 1))
        self._show_tabs()

    @Slot()
    def reopen(self) -> None:
        """Bring back the case that was closed last."""
        if self._closed:
            index, doc = self._closed.pop()
            self.open_changed.emit(doc.id, True)
            self._add(doc, index)

    def open_kept(self, case: KeptCase) -> None:
        """Show a kept case: its tab if it has one, else a new one with the masked text."""
        known = next((i for i, doc in enumerate(self._docs) if doc.id == case.id), -1)
        if known >= 0 and (self._docs[known].title or known != self._at):
            self.select(known)
            return
        self._closed = [(at, doc) for at, doc in self._closed if doc.id != case.id]
        self.open_changed.emit(case.id, True)
        self._add(kept_doc(case), self._at + 1)

    def restore(self, cases: Sequence[KeptCase], current: str) -> None:
        """Bring back the tabs of the last time; what is in the box already stays in sight."""
        here = {doc.id for doc in self._docs}
        kept = [case for case in cases if case.is_open and case.id not in here]
        docs = [kept_doc(case) for case in sorted(kept, key=lambda case: case.created)]
        if not docs:
            return
        intake = self._work.intake
        if len(self._docs) == 1 and not intake.is_filled() and not intake.is_busy():
            self._leave()
            at = next((i for i, doc in enumerate(docs) if doc.id == current), len(docs) - 1)
            self._docs = docs
            self._enter(at)
        else:
            self._docs[:0] = docs
            self._at += len(docs)
            self._show_tabs()

    def current_id(self) -> str:
        """The case in sight."""
        return self._docs[self._at].id

    # Inside

    def _add(self, doc: Doc, index: int) -> None:
        """Show a case in a tab of its own, or in the empty one in sight."""
        self._leave()
        if self._docs[self._at].is_empty():
            self._docs[self._at] = doc
            self._enter(self._at)
        else:
            index = min(index, len(self._docs))
            self._docs.insert(index, doc)
            self._enter(index)

    def _step(self, by: int) -> None:
        self.select((self._at + by) % len(self._docs))

    def _is_filled(self) -> bool:
        return self._work.intake.is_filled()

    def _leave(self) -> None:
        """Take the document in sight out of the widgets, as far as they know more than it."""
        doc, work = self._docs[self._at], self._work
        doc.left = work.intake.leave()
        if not doc.left.is_fresh:
            doc.outcome = None
        doc.view = View(
            work.findings.current(),
            work.findings.filter.currentIndex(),
            work.paste.box.firstVisibleBlock().blockNumber(),
            work.findings.view.verticalScrollBar().value(),
            work.card.verticalScrollBar().value(),
        )

    def _enter(self, index: int) -> None:
        """Put a document into the widgets; it is diagnosed if that is not done yet."""
        self._at = index
        doc, work = self._docs[index], self._work
        work.footer.toggle.setChecked(True)
        work.results.forget()
        self.is_quiet = not doc.is_empty()
        self._show_tabs()
        work.intake.enter(doc.left, diagnose=doc.outcome is None)
        if doc.outcome is not None and not doc.is_empty():
            self.is_quiet = False
            work.results.show_outcome(doc.outcome)
            self._name(doc, doc.outcome)
            self._show_tabs()
            self._return_to(doc)
        work.show_state()

    def _return_to(self, doc: Doc) -> None:
        """Choose and scroll to what was in sight when the case was left."""
        view, findings = doc.view, self._work.findings
        doc.view = None
        if view is None:
            return
        findings.filter.setCurrentIndex(view.filter)
        if view.finding >= 0:
            findings.choose(view.finding)
        # Only then do the panes know how far they can be scrolled.
        QTimer.singleShot(0, self, partial(self._scroll, doc, view))

    def _scroll(self, doc: Doc, view: View) -> None:
        if self._docs[self._at] is doc:
            work = self._work
            # The bar's value means another line as soon as lines above are wrapped.
            top = work.paste.box.document().findBlockByNumber(view.paste)
            work.paste.box.verticalScrollBar().setValue(top.firstLineNumber())
            work.findings.view.verticalScrollBar().setValue(view.findings)
            work.card.verticalScrollBar().setValue(view.card)

    def _follow(self, doc: Doc, text: str, *, is_new: bool) -> None:
        """A paste in the place of another text is another case; what is added to it is not."""
        if is_new and doc.text is not None and doc.text not in text:
            self.open_changed.emit(doc.id, False)
            doc.id = new_id()
        doc.is_masked = doc.is_masked and doc.text == text
        doc.view = None

    def _name(self, doc: Doc, outcome: Outcome) -> None:
        """Code and title of the worst finding, or the first words; masked."""
        first = outcome.prepared.first
        if first < 0:
            head = masked_text(outcome, _TITLE_TEXT)[0]
            doc.title, doc.severity = first_words(head), ""
            return
        lang, report = self._desk.translations.language, outcome.report
        if report.lang != lang and len(report.findings) <= MANY_FINDINGS:
            report = outcome.reworded(lang)
        finding = report.findings[first]
        doc.title = one_line(self._work.findings.words.head(finding))
        doc.severity = "undecided" if finding.undecided else finding.severity

    def _show_tabs(self) -> None:
        tabs = [Tab(doc.title, doc.severity, doc.is_masked) for doc in self._docs]
        self._bar.tabs.set_tabs(tabs, self._at)
        self._bar.setVisible(len(self._docs) > 1 or self._docs[0].is_masked)

    @Slot(str)
    def _on_preference(self, name: str) -> None:
        """Another choice of what is masked: the cases out of sight are diagnosed when shown."""
        if name.startswith("mask_"):
            for doc in self._docs:
                doc.outcome = None

    @Slot(str)
    def _on_language(self, lang: str) -> None:
        for doc in self._docs:
            if doc.kept is not None:
                doc.title = in_language(doc.kept, self._desk.catalogue, lang).title
            elif doc.outcome is not None and doc.title:
                self._name(doc, doc.outcome)
        self._show_tabs()


def kept_doc(case: KeptCase) -> Doc:
    """A kept case as a document; it is diagnosed when it is shown."""
    left = Left(Given((("-", case.text),)))
    return Doc(case.id, case.title, case.severity, True, case.text, left, kept=case)


def _keys(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
