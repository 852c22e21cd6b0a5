"""The state of one guided list: results, people's answers, what is left. Pure and immutable.

Nothing locks: any step may be answered or checked at any time. A person's answer counts for
more than the tool's. `running` and `waiting` are the only states that are not an outcome.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from qt_app.core.checklist.model import Checklist, StepText
from qt_app.core.checks.model import CheckResult, Step, worst

STATES = ("pass", "warn", "fail", "unsure", "skip", "manual", "running", "waiting")
ANSWERS = ("pass", "fail", "unsure", "skip")
_OPEN = frozenset({"running", "waiting", "manual"})
_RANK = {"fail": 2, "warn": 1, "pass": 0}


@dataclass(frozen=True, slots=True)
class StepState:
    """One step: what the tool found, what a person answered.

    `proven` is true if the paste that led here proves the failure; `left_out` if the step does
    not concern this target.
    """

    text: StepText
    result: Step | None = None
    answer: str | None = None
    running: bool = False
    proven: bool = False
    left_out: bool = False

    @property
    def id(self) -> str:
        """The step's id."""
        return self.text.id

    @property
    def state(self) -> str:
        """One of STATES: a run in progress, then the answer, then the tool's result."""
        if self.running:
            return "running"
        if self.answer is not None:
            return self.answer
        if self.result is not None:
            return self.result.status
        if self.proven:
            return "fail"
        if self.left_out:
            return "skip"
        return "waiting" if self.text.probe else "manual"

    @property
    def outcome(self) -> str | None:
        """The number to quote: the answer's own, or the tool's where the answer agrees."""
        if self.answer is not None and self.answer in self.text.answers:
            return self.text.answers[self.answer]
        if self.result is None:
            return None
        agrees = self.answer in (None, self.result.status)
        return self.result.outcome if agrees else None

    @property
    def automatic(self) -> bool:
        """Is the state the tool's own answer?"""
        return self.answer is None and (self.result is not None or self.proven)


@dataclass(frozen=True, slots=True)
class Run:
    """A guided list being worked through. `inputs`: what was typed (target, safe_domain …)."""

    name: str
    steps: tuple[StepState, ...]
    inputs: Mapping[str, str] = field(default_factory=dict)

    def step(self, id: str) -> StepState:  # noqa: A002
        """The step of that id; KeyError if the list has none."""
        for step in self.steps:
            if step.id == id:
                return step
        raise KeyError(id)

    @property
    def verdict(self) -> str:
        """The worst state so far: pass, warn, fail, or unknown while nothing is decided."""
        return worst(step.state for step in self.steps)

    @property
    def finished(self) -> bool:
        """Has every step a state that is an outcome?"""
        return all(step.state not in _OPEN for step in self.steps)

    @property
    def progress(self) -> tuple[int, int]:
        """(steps done, all steps)."""
        return sum(step.state not in _OPEN for step in self.steps), len(self.steps)

    @property
    def worst_step(self) -> StepState | None:
        """The first step of the worst state; None while nothing is decided."""
        decided = [step for step in self.steps if step.state in _RANK]
        return max(decided, key=lambda step: _RANK[step.state]) if decided else None

    def for_reference(self, id: str) -> bool:  # noqa: A002
        """Did an earlier step fail, so that this one's result is for reference only?"""
        for step in self.steps:
            if step.id == id:
                return False
            if step.state == "fail":
                return True
        raise KeyError(id)

    def next_step(self, id: str) -> StepState | None:  # noqa: A002
        """Where to go from a step: its branch for the state it has, else the next open one."""
        here = self.step(id)
        target = here.text.follow.get(here.state)
        if target is not None and target != id:
            return self.step(target)
        index = self.steps.index(here)
        later = [*self.steps[index + 1 :], *self.steps[:index]]
        return next((step for step in later if step.state in _OPEN), None)

    def answered(self, id: str, answer: str | None) -> Run:  # noqa: A002
        """A person's answer to a step, None takes it back; ValueError for another word."""
        if answer is not None and answer not in ANSWERS:
            raise ValueError(answer)
        return self._changed([id], answer=answer)

    def started(self, ids: Iterable[str] | None = None) -> Run:
        """These steps (None: all that a probe answers) are being checked now.

        A step that is checked again forgets the answer given to it; in a run of all it is kept.
        """
        if ids is None:
            probed = [step.id for step in self.steps if step.text.probe and not step.left_out]
            return self._changed(probed, running=True)
        return self._changed(ids, running=True, answer=None)

    def stopped(self) -> Run:
        """Whatever is still running goes back to what it was."""
        return self._changed([step.id for step in self.steps if step.running], running=False)

    def with_step(self, result: Step) -> Run:
        """The tool's result for one step; one that the list does not have is dropped."""
        known = [step.id for step in self.steps if step.id == result.id]
        return self._changed(known, result=result, running=False, left_out=False)

    def with_result(self, result: CheckResult, only: str | None = None) -> Run:
        """All results of a check, or those of one step."""
        run = self
        for step in result.steps:
            if only is None or step.id == only:
                # A step that asks people stays theirs: its probe has nothing to add.
                manual = step.status == "manual" and run._asks(step.id)
                run = run if manual else run.with_step(step)
        return run

    def without(self, ids: Iterable[str]) -> Run:
        """These steps do not concern the target."""
        return self._changed(ids, left_out=True, result=None, running=False)

    def proven(self, ids: Iterable[str]) -> Run:
        """The paste proves that these steps fail."""
        return self._changed(ids, proven=True)

    def _asks(self, id: str) -> bool:  # noqa: A002
        return any(step.id == id and step.text.answers for step in self.steps)

    def _changed(self, ids: Iterable[str], **changes: object) -> Run:
        named = set(ids)
        steps = (
            replace(step, **changes) if step.id in named else step  # type: ignore[arg-type]
            for step in self.steps
        )
        return replace(self, steps=tuple(steps))


def start(
    checklists: Mapping[str, Checklist], name: str, inputs: Mapping[str, str] | None = None
) -> Run:
    """A fresh guided list (its own steps if the file names none); KeyError for another name."""
    chosen = checklists[name]
    every = {step.id: step for one in checklists.values() for step in one.steps}
    ids = chosen.guided or tuple(step.id for step in chosen.steps)
    steps = tuple(StepState(every[step]) for step in ids)
    return Run(name, steps, dict(inputs or {}))


def prefilled(
    checklists: Mapping[str, Checklist], name: str, inputs: Mapping[str, str], code: str | None
) -> Run:
    """A fresh list as a diagnosis leaves it: inputs typed in, what its code proves ticked."""
    run = start(checklists, name, inputs)
    return run.proven(step.id for step in run.steps if code and code in step.text.proves)
