"""Runs a diagnosis: small pastes at once, large ones beside the window, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from threading import Event, Lock
from time import perf_counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from qt_app.core.catalogue.catalogue import Catalogue
from qt_app.core.errors import InputError
from qt_app.core.phrases import Phrase
from qt_app.gui.models.findings_ranges import Top, tops_of
from qt_app.gui.models.findings_times import Timeline, timeline_of
from qt_app.gui.pages.diagnose_given import file_name, joined
from qt_app.gui.pages.diagnose_samples import samples
from qt_app.gui.tasks import Job, TaskRunner
from qt_app.gui.vocabulary import severity
from qt_app.gui.widgets.paste_spans import SpanIndex, SpanMark
from qt_app.gui.widgets.paste_text import Shown, show
from qt_app.services.files import LargeFile, read_input, reading

if TYPE_CHECKING:
    from qt_app.api import Analysis, Input, RedactionOptions, Report

# Up to here a diagnosis takes a blink; above it the window waits no longer than a moment.
AT_ONCE = 4_000
MOMENT = 0.1  # seconds
FIRST_MOMENT = 0.5  # the same while the library is being loaded, which is mostly quicker
MANY_FINDINGS = 1_000
# Of something larger than this, the beginning is diagnosed first.
GLIMPSE_FROM, GLIMPSE = 500_000, 64_000


@dataclass(frozen=True, slots=True)
class Given:
    """What is to be diagnosed: names with text, a file's bytes as they are, or a large file."""

    parts: tuple[tuple[str, str | bytes | LargeFile], ...]

    @property
    def size(self) -> int:
        """Characters or bytes."""
        return sum(d.size if isinstance(d, LargeFile) else len(d) for _, d in self.parts)

    @property
    def from_files(self) -> bool:
        """Whether the box has to wait for the decoded text."""
        return len(self.parts) > 1 or not isinstance(self.parts[0][1], str)

    def beginning(self) -> Given | None:
        """Whole lines of the first GLIMPSE; None where that is no shorter or cannot be cut."""
        if self.size < GLIMPSE_FROM or len(self.parts) != 1:
            return None
        name, data = self.parts[0]
        data = data.head if isinstance(data, LargeFile) else data
        head: str | bytes
        if isinstance(data, str):
            head = data[: data.rfind("\n", 0, GLIMPSE) + 1]
        else:
            head = data[: data.rfind(b"\n", 0, GLIMPSE) + 1]
            if b"\0" in head:  # two bytes a character: a line does not end behind its "\n"
                return None
        return Given(((name, head),)) if head else None


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the panes need, made beside the window: places, rows, the finding to show first.

    `text` and `shown` are the decoded files as one text; None for a paste, which is shown already.
    `numbers`: the file's number of a line, where `text` has only stretches of it.
    """

    spans: SpanIndex
    tops: list[Top]
    first: int
    text: str | None
    shown: Shown | None
    times: Timeline | None = None
    numbers: Callable[[int], int] | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A finished diagnosis. `report` is masked; `raw_report()` is not."""

    given: Given
    analysis: Analysis
    report: Report
    prepared: Prepared
    seconds: float

    def reworded(self, lang: str, *, redact: bool = True) -> Report:
        """The same findings in another language, or without masks."""
        if redact and lang == self.report.lang:
            return self.report
        return self.analysis.report(lang, redact=redact)


class DiagnosisRun(QObject):
    """`finished(Outcome)` or `failed(error)` once per start, unless cancelled or started anew.

    `waiting(size)` when the answer will come later, `glimpsed(Outcome)` with what stands in the
    beginning of something large, `advanced(bytes)` while a large file is read.
    """

    finished = Signal(object)
    glimpsed = Signal(object)
    failed = Signal(object)
    waiting = Signal(int)
    advanced = Signal(object)  # an int would be one of 32 bits

    def __init__(self, tasks: TaskRunner, catalogue: Catalogue) -> None:
        super().__init__()
        self._tasks, self._catalogue = tasks, catalogue
        self._job: Job | None = None
        # Two loads of the library at the same time would each take twice as long.
        self._loading, self._loaded = Lock(), Event()

    def is_running(self) -> bool:
        """Whether an answer is still to come."""
        return self._job is not None

    def start(self, given: Given, lang: str, options: tuple[bool, bool]) -> None:
        """Diagnose; whatever ran before is dropped. `options`: mask ids of people, inner IPs."""
        self.cancel()
        diagnose = partial(diagnose_given, catalogue=self._catalogue, lang=lang, options=options)
        if given.size <= AT_ONCE and self._loaded.is_set():
            self._at_once(partial(diagnose, given))
            return
        moment = MOMENT if self._loaded.is_set() else FIRST_MOMENT
        whole = partial(self._beside, partial(diagnose, given), self._on_done, self._on_failed)
        beginning = given.beginning()
        if beginning is None:
            whole()
            if self._is_taken(moment):
                return
        else:
            go_on = partial(self._on_glimpse, whole)
            self._beside(partial(diagnose, beginning), go_on, go_on)
        self.waiting.emit(given.size)

    def warm_up(self) -> None:
        """Load the library beside the window, so that the first paste finds it ready."""
        self._tasks.run(self._load, _ignore, _ignore)

    def cancel(self) -> bool:
        """Drop what runs; True if something did."""
        job, self._job = self._job, None
        if job is None:
            return False
        job.cancel()
        return True

    def _at_once(self, work: Callable[[], Outcome]) -> None:
        try:
            outcome = work()
        except Exception as error:
            self.failed.emit(error)
        else:
            self.finished.emit(outcome)

    def _beside(
        self,
        work: Callable[..., Outcome],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        jobs: list[Job] = []
        watch = {
            "cancelled": partial(_stopped, jobs),
            "progress": partial(_advance, self._tasks, jobs),
        }
        watched = partial(work, **watch)
        if not self._loaded.is_set():
            watched = partial(self._once_loaded, watched)
        job = self._tasks.run(watched, done, failed)
        job.progress.connect(self.advanced)
        jobs.append(job)
        self._job = job

    def _once_loaded(self, work: Callable[[], Outcome]) -> Outcome:
        """In another thread: the work of a paste that came before the library was there."""
        with self._loading:
            pass
        outcome = work()
        self._loaded.set()
        return outcome

    def _load(self) -> None:
        """In another thread: a first diagnosis that nobody sees. Its link makes the list of domain
        suffixes load, too; what is wrong shows with the paste itself."""
        with self._loading, suppress(Exception):
            given = Given((("-", samples()[0].text()),))
            diagnose_given(given, self._catalogue, "zh", (False, False))
        self._loaded.set()

    def _is_taken(self, moment: float) -> bool:
        """Whether the answer was there after a moment, as for most pastes, and is delivered."""
        answer = self._job.take(moment) if self._job is not None else None
        if answer is None:
            return False
        outcome, error = answer
        if error is None:
            self._on_done(outcome)
        else:
            self._on_failed(error)
        return True

    def _on_glimpse(self, whole: Callable[[], None], found: Outcome | Exception) -> None:
        """What was found in the beginning, if anything; then comes the whole."""
        whole()
        if isinstance(found, Outcome) and found.report.findings:
            self.glimpsed.emit(found)

    def _on_done(self, outcome: Outcome) -> None:
        self._job = None
        self.finished.emit(outcome)

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self.failed.emit(error)


def diagnose_given(
    given: Given,
    catalogue: Catalogue,
    lang: str,
    options: tuple[bool, bool],
    cancelled: Callable[[], bool] | None = None,
    progress: Callable[[int], None] | None = None,
) -> Outcome:
    """The whole diagnosis; touches no widget. InputError if a large file is gone."""
    from qt_app.api import Input, RedactionOptions, analyse

    started = perf_counter()
    inputs = []
    for name, data in given.parts:
        if isinstance(data, LargeFile):
            inputs.append(_read(name, data, catalogue, cancelled, progress))
        else:
            inputs.append(Input(file_name(name), data))
    chosen: RedactionOptions = RedactionOptions(*options)
    analysis = analyse(inputs, catalogue, options=chosen, cancelled=cancelled)
    report = analysis.report(lang)
    prepared = prepare(given, analysis, report)
    if len(inputs) == 1 and inputs[0].whole is not None:
        prepared = replace(prepared, numbers=inputs[0].whole.renumbered)
    return Outcome(given, analysis, report, prepared, perf_counter() - started)


def _read(
    name: str,
    file: LargeFile,
    catalogue: Catalogue,
    cancelled: Callable[[], bool] | None,
    progress: Callable[[int], None] | None,
) -> Input:
    from qt_app.api import file_input

    with reading(file.path, file_name(name)):
        return file_input(file.path, catalogue, name=name, cancelled=cancelled, progress=progress)


def prepare(given: Given, analysis: Analysis, report: Report) -> Prepared:
    """Places and rows of what was found."""
    text, shown, bases = None, None, [0]
    if given.from_files:
        text, bases = joined([file_name(name) for name, _ in given.parts], analysis.texts)
        shown = show(text)
    places = _places_in_paste(given, analysis, report)
    spans = SpanIndex(
        SpanMark(
            bases[one.source] + places.get(one.start, one.char_start),
            bases[one.source] + places.get(one.end, one.char_end),
            number,
            severity(one.severity, undecided=one.undecided),
        )
        for number, one in enumerate(report.findings)
        if one.source < len(bases)
    )
    times = timeline_of(report.findings)
    return Prepared(spans, tops_of(report), first_to_show(report), text, shown, times)


def _places_in_paste(given: Given, analysis: Analysis, report: Report) -> dict[int, int]:
    """Characters of a large paste by bytes: only stretches of it were read, all of it is shown."""
    data = given.parts[0][1] if given.parts else b""
    if given.from_files or not isinstance(data, str) or len(data) == len(analysis.texts[0]):
        return {}
    raw, places, at_byte, at_char = data.encode("utf-8", "surrogatepass"), {}, 0, 0
    for place in sorted({end for one in report.findings for end in (one.start, one.end)}):
        at_char += len(raw[at_byte:place].decode("utf-8", "replace"))
        at_byte = place
        places[place] = at_char
    return places


def first_to_show(report: Report) -> int:
    """The finding a reply would be about; else the first; -1 if there is none."""
    from qt_app.api.as_reply import chosen_finding

    chosen = chosen_finding(report)
    if chosen is None:
        return 0 if report.findings else -1
    return next(i for i, one in enumerate(report.findings) if one is chosen)


def read_given(paths: Sequence[str]) -> tuple[Given, list[InputError]]:
    """Files as they are, and why others cannot be read; InputError if none can."""
    parts, errors = [], []
    for path in paths:
        try:
            parts.append((path, read_input(path)))
        except InputError as error:
            errors.append(error)
    if errors and not parts:
        raise errors[0]
    if parts and not any(data for _, data in parts):
        # What is there already tells more than nothing.
        name = file_name(parts[0][0])
        raise InputError(Phrase("error.empty_file", {"name": name}))
    return Given(tuple(parts)), errors


def _ignore(_: object) -> None:
    """Nobody waits for it; what is wrong shows with the first paste."""


def _stopped(jobs: list[Job]) -> bool:
    return bool(jobs) and jobs[0].is_cancelled


def _advance(tasks: TaskRunner, jobs: list[Job], done: int) -> None:
    if jobs:
        tasks.report(jobs[0], done)
