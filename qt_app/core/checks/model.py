"""What a check found, language-free; the checklist files under `resources/checklists` word it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

STATUSES = ("pass", "warn", "fail", "skip", "manual")
_RANK = {"pass": 0, "warn": 1, "fail": 2}


@dataclass(frozen=True, slots=True)
class Step:
    """One step's result. `outcome` is a short number to quote ("D-07") and names the wording.

    The words of a step are those of its outcome in the checklist file: title, detail, remedy,
    filled from `args`. `data` is the machine-readable part of the contract.
    """

    id: str
    status: str
    outcome: str
    args: Mapping[str, str] = field(default_factory=dict)
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CheckResult:
    """All steps of one check of one target (masked where the target is a secret)."""

    check: str
    target: str
    steps: tuple[Step, ...]

    @property
    def verdict(self) -> str:
        """The worst step; skip and manual do not count; "unknown" if nothing ran."""
        ran = [step.status for step in self.steps if step.status in _RANK]
        return max(ran, key=_RANK.__getitem__) if ran else "unknown"
