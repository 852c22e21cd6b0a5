"""The kept cases of one window: masks what is to be kept, writes it, knows what there is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from qt_app.core.errors import SettingsError
from qt_app.gui.plain import one_line
from qt_app.gui.tasks import Job, TaskRunner
from qt_app.services.cases import (
    MAX_BYTES,
    CaseStore,
    KeptCase,
    newest_first,
    time_now,
    too_many,
)

if TYPE_CHECKING:
    from qt_app.gui.pages.diagnose_run import Outcome

_BORDER = 100_000  # characters read beyond the limit, so that no secret is cut there
_FIRST_WORDS = 60
_LATER = 400  # ms from a diagnosis to its keeping, so that its card is painted first


@dataclass(frozen=True, slots=True)
class Wanted:
    """A diagnosis to be kept. `title` is masked; "" for the first words of the text.

    `is_new`: it was pasted just now; else the case keeps its place in the list.
    """

    id: str
    outcome: Outcome
    title: str
    severity: str
    is_new: bool


@dataclass(slots=True)
class _Pending:
    """A wish since a time, the work on it once that has begun, and whether it has its tab yet."""

    wanted: Wanted
    since: str
    job: Job | None = None
    is_open: bool = True


class CaseShelf(QObject):
    """`loaded(cases)` once after `load`; `changed` when there is more or less to list.

    `failed(text)`: what cannot be kept or read; the same reason is said once only.
    """

    loaded = Signal(object)
    changed = Signal()
    failed = Signal(str)

    def __init__(self, store: CaseStore, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._tasks = store, tasks
        self._cases: dict[str, KeptCase] = {}
        self._wanted: dict[str, _Pending] = {}
        self._said = ""
        self._word: Callable[[KeptCase], KeptCase] = _as_kept
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER)
        self._later.timeout.connect(self._begin)
        self.is_keeping = True

    def cases(self) -> list[KeptCase]:
        """All kept cases, the newest first."""
        return newest_first(map(self._word, self._cases.values()))

    def case(self, case_id: str) -> KeptCase | None:
        """A kept case."""
        case = self._cases.get(case_id)
        return None if case is None else self._word(case)

    def word_with(self, word: Callable[[KeptCase], KeptCase]) -> None:
        """What puts a case into the language in force before it is handed out."""
        self._word = word
        self.changed.emit()

    @Slot()
    def load(self) -> None:
        """Read the folder beside the window."""
        self._tasks.run(self._store.load, self._on_loaded, self._on_failed)

    @Slot(object)
    def keep(self, wanted: Wanted) -> None:
        """Keep a diagnosis, masked; the newest wish for a case counts."""
        if not self.is_keeping:
            return
        self._drop(wanted.id)
        self._wanted[wanted.id] = _Pending(wanted, time_now())
        self._later.start()

    @Slot(str, bool)
    def set_open(self, case_id: str, is_open: bool) -> None:
        """Remember whether a case has a tab."""
        if case_id in self._wanted:
            # Written once, when it is masked: the next paste does not wait for it.
            self._wanted[case_id].is_open = is_open
            return
        case = self._cases.get(case_id)
        if case is not None and case.is_open != is_open:
            self.put(replace(case, is_open=is_open))

    def put(self, case: KeptCase) -> None:
        """Write a case, and take away the oldest if there are too many."""
        if self._write(case):
            for old in too_many(list(self._cases.values())):
                self._remove(old.id)
        self.changed.emit()

    def delete(self, case_id: str) -> None:
        """Take a case away; `put` brings it back."""
        self._drop(case_id)
        self._remove(case_id)
        self.changed.emit()

    def clear(self) -> int:
        """Take all cases away; returns how many are left because they could not be deleted."""
        for case_id in {*self._cases, *self._wanted}:
            self._drop(case_id)
            self._remove(case_id)
        self.changed.emit()
        return len(self._cases)

    @Slot()
    def forget(self) -> None:
        """The folder was cleared by somebody else."""
        for case_id in list(self._wanted):
            self._drop(case_id)
        self._cases.clear()
        self.changed.emit()

    @Slot()
    def flush(self) -> None:
        """Write at once what is still being masked: the window goes."""
        for case_id in list(self._wanted):
            self._finish(case_id)

    # Inside

    @Slot()
    def _begin(self) -> None:
        for case_id, pending in self._wanted.items():
            if pending.job is None:
                work = partial(masked_case, pending.wanted, pending.since)
                done = partial(self._on_masked, case_id)
                pending.job = self._tasks.run(work, done, partial(self._on_unmasked, case_id))

    def _finish(self, case_id: str) -> None:
        pending = self._wanted[case_id]
        if pending.job is not None:
            pending.job.cancel()
        try:
            # With the time of its paste: tabs come back in the order of their times.
            case = masked_case(pending.wanted, pending.since)
        except Exception as error:  # what cannot be masked is not kept, and the window still goes
            self._on_unmasked(case_id, error)
        else:
            self._on_masked(case_id, case)

    def _drop(self, case_id: str) -> None:
        pending = self._wanted.pop(case_id, None)
        if pending is not None and pending.job is not None:
            pending.job.cancel()

    def _on_loaded(self, cases: list[KeptCase]) -> None:
        self._cases = {**{case.id: case for case in cases}, **self._cases}
        if self._store.moved:
            words = self.tr(
                "%n kept case(s) could not be read. Set aside in {0}.", "", len(self._store.moved)
            )
            self.failed.emit(words.format(str(self._store.folder)))
        self.changed.emit()
        self.loaded.emit(self.cases())

    def _on_masked(self, case_id: str, case: KeptCase) -> None:
        pending = self._wanted.pop(case_id)
        wanted, known = pending.wanted, self._cases.get(case_id)
        case = replace(case, is_open=pending.is_open)
        if known is not None:
            same = (known.text, known.title, known.is_open) == (case.text, case.title, case.is_open)
            if same and not wanted.is_new:
                return
            changed = case.changed if wanted.is_new else known.changed
            case = replace(case, created=known.created, changed=changed)
        for other in list(self._cases.values()):
            # The same paste once more: one of the two is enough.
            if other.text == case.text and other.id != case.id and not other.is_open:
                self._remove(other.id)
        self.put(case)

    def _on_unmasked(self, case_id: str, error: Exception) -> None:
        self._wanted.pop(case_id, None)
        self._on_failed(error)

    def _write(self, case: KeptCase) -> bool:
        try:
            self._cases[case.id] = self._store.save(case)
        except SettingsError as error:
            self._on_failed(error)
            return False
        return True

    def _remove(self, case_id: str) -> None:
        try:
            self._store.delete(case_id)
        except SettingsError as error:
            self._on_failed(error)
        else:
            self._cases.pop(case_id, None)

    def _on_failed(self, error: Exception) -> None:
        phrase = error.phrase if isinstance(error, SettingsError) else None
        reason = str(phrase.args.get("reason", "")) if phrase else type(error).__name__
        if reason == self._said:
            return
        self._said = reason
        words = self.tr("Cases cannot be kept ({0}). They hold until the window is closed.")
        self.failed.emit(words.format(reason))


def masked_case(wanted: Wanted, now: str) -> KeptCase:
    """The case as it is kept. Touches no widget."""
    outcome = wanted.outcome
    text, is_cut = masked_text(outcome)
    report, first = outcome.report, outcome.prepared.first
    verdict, entry_id = one_line(report.read_as), ""
    if first >= 0:
        finding = report.findings[first]
        verdict = one_line(finding.what)
        entry_id = finding.entry.id if finding.entry and not finding.undecided else ""
    title = wanted.title or first_words(text)
    return KeptCase(
        wanted.id, title, wanted.severity, verdict, text, now, now,
        is_cut=is_cut, entry_id=entry_id, lang=report.lang,
    )  # fmt: skip


def _as_kept(case: KeptCase) -> KeptCase:
    return case


def masked_text(outcome: Outcome, limit: int = MAX_BYTES) -> tuple[str, bool]:
    """The whole paste with its secrets masked, and whether it was cut at `limit` characters."""
    text = plain_text(outcome)
    head = text[: limit + _BORDER]
    pieces, at = [], 0
    for span in outcome.analysis.redactor.spans(head):
        if span.end > limit:
            limit = min(limit, span.start)
            break
        pieces += [head[at : span.start], span.label]
        at = span.end
    pieces.append(head[at:limit])
    return "".join(pieces), len(text) > limit


def plain_text(outcome: Outcome) -> str:
    """The paste as one text, decoded files joined."""
    shown = outcome.prepared.text
    return shown if shown is not None else str(outcome.given.parts[0][1])


def first_words(masked: str) -> str:
    """The beginning of the first line that says anything."""
    line = next((line for line in masked.splitlines() if line.strip()), "")
    words = one_line(line.strip()[: 4 * _FIRST_WORDS])
    return words if len(words) <= _FIRST_WORDS else words[:_FIRST_WORDS].rstrip() + "…"
