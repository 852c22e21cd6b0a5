"""What a check found, language-free; the checklist files under `resources/checklists` word it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

STATUSES = ("pass", "warn", "fail", "skip", "manual")
_RANK = {"pass": 0, "warn": 1, "fail": 2}


@dataclass(frozen=True, slots=True)
class Note:
    """One thing found in a step: an outcome number and the values its words need."""

    outcome: str
    status: str
    args: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """One step's result. `outcome` is a short number to quote ("D-07") and names the wording.

    The words of a step are those of its outcome in the checklist file: title, detail, remedy,
    filled from `args`. `more` holds what else was found in the same step, worded after it.
    `data` is the machine-readable part of the contract.
    """

    id: str
    status: str
    outcome: str
    args: Mapping[str, str] = field(default_factory=dict)
    data: Mapping[str, Any] = field(default_factory=dict)
    more: tuple[Note, ...] = ()

    @classmethod
    def of(cls, id: str, notes: Sequence[Note], data: Mapping[str, Any] | None = None) -> Step:  # noqa: A002
        """A step out of one or more notes: the worst (the first of equals) names it."""
        first = max(notes, key=lambda note: _RANK.get(note.status, -1))
        more = tuple(note for note in notes if note is not first)
        return cls(id, first.status, first.outcome, first.args, data or {}, more)


@dataclass(frozen=True, slots=True)
class CheckResult:
    """All steps of one check of one target (masked where the target is a secret)."""

    check: str
    target: str
    steps: tuple[Step, ...]

    @property
    def verdict(self) -> str:
        """The worst step; skip and manual do not count; "unknown" if nothing ran."""
        return worst(step.status for step in self.steps)


def worst(statuses: Any) -> str:
    """The worst of some states; skip and manual do not count; "unknown" if none is left."""
    ran = [status for status in statuses if status in _RANK]
    return max(ran, key=_RANK.__getitem__) if ran else "unknown"
