"""The rules that weigh a finding, as data: what must hold, what it speaks for, how it is said."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from qt_app.core.phrases import Words
from qt_app.core.story.model import StoryBook

_Made = TypeVar("_Made")


# How sure it is that an answer is another platform's, where its rule says nothing else.
FOREIGN = 0.9


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold for a rule to speak; a field that is None asks nothing.

    `shared`: only for codes with several meanings. `near` is searched in the record around the
    finding (`near_hints`: one of these, lower case, stands in each such text), the others in what
    their name says. `unless_near` names 轻推: of two platforms the one named in the finding's own
    clause counts; where that names none, 轻推 anywhere in the text silences the rule.
    `ahead` is searched in the clause right before a finding, `unless_ahead` silences it there;
    `behind` in what follows a code in plain words.
    `documented`: whether the message is the one that the catalogue has for this code.
    `sent`: a parameter that the call sent, and what its value is like; one of them is enough.
    `match` names how well a candidate's documented message fits (see `messages.MATCHES`).
    """

    codes: frozenset[str] | None = None
    message: re.Pattern[str] | None = None
    path: re.Pattern[str] | None = None
    host: re.Pattern[str] | None = None
    service: re.Pattern[str] | None = None
    near: re.Pattern[str] | None = None
    near_hints: tuple[str, ...] = ()
    unless_near: re.Pattern[str] | None = None
    ahead: re.Pattern[str] | None = None
    unless_ahead: re.Pattern[str] | None = None
    behind: re.Pattern[str] | None = None
    code_like: re.Pattern[str] | None = None
    fields: frozenset[str] | None = None
    params: frozenset[str] | None = None
    sent: tuple[tuple[str, re.Pattern[str]], ...] | None = None
    keys: frozenset[str] | None = None
    lang: str | None = None
    kind: str | None = None
    match: str | None = None
    shared: bool = False
    documented: bool | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """An input and what a rule must make of it: keys of `Finding` with their values as text."""

    text: str
    expect: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Rule:
    """One sign. It adds `weight` to the meanings it speaks for (all, if it names none).

    An origin rule also says whose error it is, and how sure that is; the first that holds decides.
    """

    id: str
    weight: float
    when: Condition
    icon: str
    chip: Words
    text: Words
    tables: frozenset[str] = frozenset()
    entries: frozenset[str] = frozenset()
    origin: str | None = None
    platform: str | None = None
    quiet: bool = False
    confidence: float = FOREIGN
    samples: tuple[Sample, ...] = ()

    def speaks_for(self, entry_id: str, table: str) -> bool:
        """Whether the rule counts for this meaning."""
        if not self.tables and not self.entries:
            return True
        return table in self.tables or entry_id in self.entries


@dataclass(frozen=True, slots=True)
class Wording:
    """Ways in which people say one documented message in plain words.

    One of `hints` (lower case) stands in every sentence that a pattern can match.
    """

    id: str
    entry: str
    hints: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str] | None
    confidence: float
    also: tuple[str, ...]
    samples: tuple[Sample, ...]


@dataclass(frozen=True, slots=True)
class Success:
    """Members whose presence together makes an object a documented success without a code.

    `unless`: members with patterns of values that say it failed.
    """

    id: str
    needs: frozenset[str]
    any_of: frozenset[str]
    none_of: frozenset[str]
    unless: tuple[tuple[str, re.Pattern[str]], ...]
    samples: tuple[Sample, ...]


@dataclass(frozen=True, slots=True)
class Cues:
    """Words around a number that make it a code, or anything else."""

    strong: re.Pattern[str]
    weak: re.Pattern[str]
    after: re.Pattern[str]
    not_before: re.Pattern[str]
    not_after: re.Pattern[str]
    question: re.Pattern[str]
    program: re.Pattern[str]
    ends: re.Pattern[str]
    topic: re.Pattern[str]
    own: re.Pattern[str]
    hints: tuple[str, ...]
    samples: tuple[Sample, ...]


@dataclass(frozen=True, slots=True)
class RuleBook:
    """Everything the diagnosis knows beside the catalogue. Built by `rulebook_from_raw`.

    `sent_names`: the parameters whose values a rule on the meaning looks at.
    """

    meanings: tuple[Rule, ...]
    origins: tuple[Rule, ...]
    successes: tuple[Success, ...]
    wordings: tuple[Wording, ...]
    cues: Cues
    phrases: Any = None
    story: StoryBook | None = None
    words: Mapping[str, Rule] = field(default_factory=dict)
    sent_names: frozenset[str] = frozenset()
    _prepared: dict[int, tuple[Any, Any]] = field(default_factory=dict, compare=False, repr=False)

    def prepared_for(self, catalogue: Any, make: Callable[[Any, Any], _Made]) -> _Made:
        """What `make(catalogue, self)` gives, made once for a catalogue."""
        known = self._prepared.get(id(catalogue))
        if known is None or known[0] is not catalogue:
            self._prepared.clear()
            known = self._prepared[id(catalogue)] = (catalogue, make(catalogue, self))
        made: _Made = known[1]
        return made

    def named(self, rule_id: str) -> Rule | None:
        """The rule with this id, for its words; None if there is no such rule."""
        return self.words.get(rule_id)
