"""What the checklists page knows: both lists with their answers, and the checks that fill them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from qt_app.core.errors import TriageError
from qt_app.gui.pages.checklists_live import LiveCheck, Wanted, make_order
from qt_app.gui.tasks import TaskRunner

if TYPE_CHECKING:
    from qt_app.api.checks import CheckDesk
    from qt_app.api.guided import RunView
    from qt_app.core.checklist.machine import Run, StepState
    from qt_app.core.checks.model import Step
    from qt_app.services.probes.https_probe import Order

LISTS = ("domain", "https")
LIVE = "https"
FIELDS = ("target", "safe_domain", "connect", "http_connect", "ca")


class Guide(QObject):
    """One run per list; switching lists keeps both. Everything is worded by `view()`.

    `changed()` after anything in the current list changed, `busy_changed(bool)` around a live
    check, `network(host)` while it connects, `private_found()` asks back (`proceed` or `stop`).
    """

    changed = Signal()
    busy_changed = Signal(bool)
    network = Signal(str)
    private_found = Signal()
    broke = Signal(object)

    def __init__(self, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._desk: CheckDesk | None = None
        self._runs: dict[str, Run] = {}
        self._host = ""
        self._loading = False
        self.name = LISTS[0]
        self.trouble: TriageError | None = None
        self.live = LiveCheck(tasks, self)
        self.live.told.connect(self._on_step)
        self.live.ended.connect(self._on_ended)
        self.live.broke.connect(self._on_broken)
        self.live.private_found.connect(self.private_found)
        tasks.stopping.connect(self.stop)

    # What there is

    @property
    def desk(self) -> CheckDesk | None:
        """The checks and their words, loaded when first needed; None if they cannot be read."""
        if self._desk is None and self.trouble is None:
            from qt_app.api.checks import load_desk

            try:
                self._desk = load_desk()
            except TriageError as error:
                self.trouble = error
        return self._desk

    @property
    def loaded(self) -> bool:
        """Were the checks loaded already, or found to be broken?"""
        return self._desk is not None or self.trouble is not None

    def load(self) -> None:
        """Load the checks at once."""
        _ = self.desk
        self.changed.emit()

    def prepare(self) -> None:
        """Load the checks beside the window, so that the first click does not wait."""
        if not self.loaded and not self._loading:
            self._loading = True
            self._tasks.run(load_checks, self._on_loaded, self._on_unloadable)

    @property
    def run(self) -> Run | None:
        """The current list's run; None if there is no such list."""
        from qt_app.api.guided import begin

        desk = self.desk
        if desk is None or self.name not in desk.words.checklists:
            return None
        if self.name not in self._runs:
            self._runs[self.name] = begin(desk, self.name)
        return self._runs[self.name]

    def view(self, lang: str) -> RunView | None:
        """The current list in words."""
        from qt_app.api.guided import view

        run = self.run
        return view(run, self._desk.words, lang) if run and self._desk else None

    def inputs(self) -> Mapping[str, str]:
        """What the results shown belong to."""
        run = self.run
        return run.inputs if run else {}

    def checked(self) -> bool:
        """Has anything been checked, answered, or proven by a paste?"""
        run = self.run
        return run is not None and any(
            step.result or step.answer or step.proven for step in run.steps
        )

    def busy(self) -> bool:
        """Is a live check under way?"""
        return self.live.busy()

    # What is done with it

    def choose(self, name: str) -> None:
        """Make another list the current one; a check under way is stopped."""
        if name in LISTS and name != self.name:
            self.stop()
            self.name = name
            # Whoever picks a list wants to see it now, even if it is still being loaded.
            _ = self.desk
            self.changed.emit()

    def open_from(self, name: str, known: Mapping[str, str]) -> None:
        """Start a list anew with what a diagnosis knows."""
        from qt_app.api.guided import begin_with

        self.stop()
        self.name = name if name in LISTS else LISTS[0]
        if self.desk is not None and self.name in self.desk.words.checklists:
            self._runs[self.name] = begin_with(self.desk, self.name, known)
        self.changed.emit()

    def answer(self, step_id: str, answer: str) -> None:
        """A person's answer; the same one again takes it back."""
        run = self.run
        if run is not None:
            given = run.step(step_id).answer
            self._set(run.answered(step_id, None if given == answer else answer))

    def check(self, inputs: Mapping[str, str], timeout: float) -> bool:
        """Check the whole list with these inputs; Refused if a field cannot be used.

        True if answers were dropped because the address is another one.
        """
        run = self.run
        if run is None:
            return False
        order = self._order(inputs, timeout)
        fresh, dropped = self._fresh(run, inputs)
        if order is None:
            self._check_offline(fresh, None)
        else:
            self._start_live(fresh, order, inputs, None)
        return dropped

    def reset(self, inputs: Mapping[str, str]) -> bool:
        """Take away what an earlier check found; True if answers went with it."""
        run = self.run
        if run is None:
            return False
        fresh, dropped = self._fresh(run, inputs)
        self._set(fresh)
        return dropped

    def recheck(self, step_id: str, inputs: Mapping[str, str], timeout: float) -> None:
        """Check one step again; Refused as for `check`. Other steps keep what they have."""
        run = self.run
        if run is None or run.step(step_id).text.probe is None:
            return
        order = self._order(inputs, timeout)
        again = replace(run, inputs=dict(inputs)).started([step_id])
        if order is None:
            self._check_offline(again, step_id)
        else:
            self._start_live(again, order, inputs, step_id)

    def proceed(self) -> None:
        """Connect to the inner address after all."""
        self.network.emit(self._host)
        self.live.go()

    @Slot()
    def stop(self) -> None:
        """Stop a live check at once; what was found stays."""
        if not self.busy():
            return
        self.live.stop()
        self._finish()

    # How

    def _order(self, inputs: Mapping[str, str], timeout: float) -> Order | None:
        if self.name != LIVE:
            return None
        rest = {name: inputs.get(name, "") for name in FIELDS[2:]}
        return make_order(Wanted(inputs.get("target", ""), **rest, timeout=timeout))

    def _fresh(self, run: Run, inputs: Mapping[str, str]) -> tuple[Run, bool]:
        """An empty run; answers stay unless they were given for another address."""
        from qt_app.api.guided import begin

        assert self._desk is not None
        fresh = begin(self._desk, self.name, inputs)
        before = run.inputs.get("target", "").strip()
        answers = [step for step in run.steps if step.answer is not None]
        if before and before != inputs.get("target", "").strip():
            return fresh, bool(answers)
        changed = bool(run.inputs) and _typed(run.inputs) != _typed(inputs)
        for step in answers:
            # What was said against the tool's result was said of the inputs it had then.
            if step.text.answers or step.text.probe is None or not changed:
                fresh = fresh.answered(step.id, step.answer)
        return fresh.proven(step.id for step in run.steps if step.proven), False

    def _check_offline(self, run: Run, only: str | None) -> None:
        from qt_app.api.guided import run_offline

        assert self._desk is not None
        self._set(run_offline(self._desk, run, only).stopped())

    def _start_live(
        self, run: Run, order: Order, inputs: Mapping[str, str], only: str | None
    ) -> None:
        from qt_app.core.checks.web.target import read_target

        self.live.stop()
        self._host = read_target(order.url).shown
        self._set(run if only else _next_running(run))
        # A place typed in by hand under Advanced is consent; a name may lead anywhere.
        ask = not inputs.get("connect", "").strip()
        self.network.emit(self._host)
        self.live.start(order, only, ask=ask)
        self.busy_changed.emit(True)

    def _on_step(self, step: Step) -> None:
        run = self._runs.get(LIVE)
        if run is None or self.live.only not in (None, step.id):
            return
        run = run.with_step(step)
        self._set(run if self.live.only else _next_running(run))

    def _on_ended(self) -> None:
        self._finish()

    def _on_broken(self, error: Exception) -> None:
        self._finish()
        self.broke.emit(error)

    def _finish(self) -> None:
        run = self._runs.get(LIVE)
        if run is not None:
            self._runs[LIVE] = run.stopped()
        self.network.emit("")
        self.changed.emit()
        self.busy_changed.emit(False)

    def _set(self, run: Run) -> None:
        self._runs[run.name] = run
        self.changed.emit()

    def _on_loaded(self, desk: CheckDesk) -> None:
        if self._desk is None:
            self._desk = desk
        self.changed.emit()
        self._tasks.run(partial(_warm_up, self._desk), _ignore, _ignore)

    def _on_unloadable(self, error: Exception) -> None:
        if isinstance(error, TriageError):
            self.trouble = error
        self.changed.emit()


def _typed(inputs: Mapping[str, str]) -> dict[str, str]:
    """What the fields hold, without blanks around it and without empty fields."""
    return {name: value.strip() for name, value in inputs.items() if value.strip()}


def load_checks() -> CheckDesk:
    """The steps and their words."""
    from qt_app.api.checks import load_desk

    return load_desk()


def _warm_up(desk: CheckDesk) -> None:
    """The list of domain suffixes and the live check's library, before the first check."""
    desk.suffixes.is_private("com")
    desk.suffixes.registrable("example.com")
    import qt_app.api.web_checks  # noqa: F401


def _ignore(_: object) -> None:
    """Nobody waits for it; what is wrong shows with the first check."""


def _next_running(run: Run) -> Run:
    """`run` with the next unchecked step marked as being checked; its answer stays."""
    run = run.stopped()
    waiting = [step for step in run.steps if _is_left(step)]
    if not waiting:
        return run
    following = waiting[0]
    answer = following.answer
    run = run.started([following.id])
    return run.answered(following.id, answer) if answer else run


def _is_left(step: StepState) -> bool:
    return bool(step.text.probe) and step.result is None and not step.left_out
