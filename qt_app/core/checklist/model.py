"""A checklist as its file says it: steps in order, and the words of every outcome."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from qt_app.core.phrases import Words

SOURCES = ("manual", "sdk", "client", "general", "inferred")
ANSWERS = ("pass", "fail", "unsure")
PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Remedy:
    """What to do. Left out where a placeholder has no value, or where `unless` has one."""

    source: str
    text: Words
    unless: str | None = None

    def fits(self, args: Mapping[str, str]) -> bool:
        """Are all values there that the sentence needs?"""
        needed = PLACEHOLDER.findall(self.text.zh)
        return all(name in args for name in needed) and (self.unless not in args)


@dataclass(frozen=True, slots=True)
class OutcomeText:
    """The words of one outcome. `status` is the only one a step with this outcome can have."""

    number: str
    step: str
    status: str
    title: Words
    detail: Words
    remedies: tuple[Remedy, ...] = ()


@dataclass(frozen=True, slots=True)
class StepText:
    """One step: why it matters, what answers it, and for people's answers the outcomes.

    `probe` is the check whose step of the same id answers it; None: only a person can.
    `answers` maps pass, fail and unsure to outcomes; `follow` an answer to the step to see next.
    `proves`: codes of a diagnosis that prove the step's failure.
    """

    id: str
    title: Words
    why: Words
    probe: str | None = None
    how: Words | None = None
    question: Words | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    follow: Mapping[str, str] = field(default_factory=dict)
    proves: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checklist:
    """One file. `guided` names the steps of the guided list, own and of other files, in order."""

    name: str
    title: Words
    steps: tuple[StepText, ...]
    outcomes: Mapping[str, OutcomeText]
    guided: tuple[str, ...] = ()

    def step(self, id: str) -> StepText | None:  # noqa: A002
        """The step of that id, or None."""
        return next((step for step in self.steps if step.id == id), None)


def fill(text: str, args: Mapping[str, str]) -> str:
    """`text` with its placeholders replaced; values are never read as templates themselves."""
    return PLACEHOLDER.sub(lambda match: str(args.get(match[1], "")), text)
