"""The rules of stories, as data, and what a story is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qt_app.core.diagnosis.model import Finding, Group

FACT_KINDS = ("jwt", "age", "repeat", "ratio")


@dataclass(frozen=True, slots=True)
class FollowRule:
    """Failures with an `effect` code that start after a `cause` follow from it.

    A code ending in "*" stands for all that begin so. `origins`/`effect_origins`: who made the
    cause or effect (empty: anybody). `minutes`/`lines`: how far apart at most, 0 for any distance.
    `fact` is the message key said of the effect.
    """

    id: str
    cause: tuple[str, ...]
    effect: tuple[str, ...]
    fact: str
    minutes: float = 0
    lines: int = 0
    effect_origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FactRule:
    """A fact said beside findings with one of `codes`; `kind` names how it is found.

    jwt: a token near the failure, read offline. age: `minutes` and more between the last
    `pattern` and the failure. repeat: the value that `pattern` captures occurs `least` times.
    ratio: `pattern` occurs `least` times and at least `share` as often as `other`.
    """

    id: str
    kind: str
    codes: tuple[str, ...]
    fact: str
    pattern: re.Pattern[str] | None = None
    other: re.Pattern[str] | None = None
    minutes: float = 0
    least: int = 0
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class StoryBook:
    """All rules of stories."""

    follows: tuple[FollowRule, ...] = ()
    facts: tuple[FactRule, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """The findings with their facts, and their groups in text order."""

    findings: tuple[Finding, ...]
    groups: tuple[Group, ...]


def matches_code(code: str, wanted: tuple[str, ...]) -> bool:
    """Whether a code is one of the wanted ones; "tls.*" stands for all that begin so."""
    return any(code == one or (one.endswith("*") and code.startswith(one[:-1])) for one in wanted)
