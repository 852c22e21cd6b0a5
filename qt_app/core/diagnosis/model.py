"""What a diagnosis is, before anybody words it. `api` turns it into the contract's report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from qt_app.core.catalogue.entries import Entry
from qt_app.core.phrases import Phrase
from qt_app.core.reading.model import Exchange, Span

KINDS = ("response", "mention", "transport", "jssdk")
ORIGINS = ("platform", "client", "network", "foreign", "unknown")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One rule that spoke. Its words stand in the rule's file; `args` fill them in.

    `weight` is what it added (below zero: it speaks against).
    """

    rule: str
    weight: float
    args: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another meaning that the same words could have."""

    entry: Entry
    confidence: float


@dataclass(frozen=True, slots=True)
class Finding:
    """One event. `start`/`end` are byte offsets in the input as given; `span` is in characters.

    `values` fill the placeholders of the entry's sentences ({domain}, {path}, {param} …).
    `enter` is the exact string to type, `enter_label` the message key that says where.
    `template` groups messages that differ in names only. `origin_rule` says who made it and why;
    `success` which documented success it is.
    """

    kind: str
    origin: str
    platform: str | None
    ok: bool
    source: int
    line: int
    start: int
    end: int
    span: Span
    time: str | None
    code: str
    message: str | None
    entry: Entry | None
    severity: str
    who: str | None
    confidence: float
    certainty: str
    undecided: bool
    alternatives: tuple[Alternative, ...] = ()
    ask: Phrase | None = None
    evidence: tuple[Evidence, ...] = ()
    repairs: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    enter: str | None = None
    enter_label: str | None = None
    nearest: tuple[str, ...] = ()
    template: str = ""
    dialect: str = ""
    exchange: Exchange = field(default_factory=Exchange)
    facts: tuple[Phrase, ...] = ()
    origin_rule: str | None = None
    success: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one meaning and template, over the whole input. `follows`: entry id or code."""

    entry_id: str | None
    code: str
    table: str | None
    count: int
    first_line: int
    last_line: int
    first_time: str | None
    last_time: str | None
    follows: str | None
    ok: bool
    members: tuple[int, ...]
    facts: tuple[Phrase, ...] = ()


class Whole(Protocol):
    """The large input that an Input's data are stretches of, and the way back to its places."""

    @property
    def size(self) -> int:
        """Bytes of the large input."""

    @property
    def lines(self) -> int:
        """Lines of the large input."""

    @property
    def capped(self) -> bool:
        """Whether there were more stretches than were kept."""

    def offset(self, at: int) -> int:
        """Byte offset in the large input of a byte offset in the data."""

    def renumbered(self, line: int) -> int:
        """Line in the large input of a line in the data."""


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to diagnose: its name ("-" for standard input) and what it holds.

    `whole` is given where the data are only stretches of something larger.
    """

    name: str
    data: bytes | str
    whole: Whole | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One input: its name, size in bytes, number of lines and encoding."""

    name: str
    bytes: int
    lines: int
    encoding: str


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Everything core found in all inputs, in text order, language-free and unmasked.

    `texts` are the decoded inputs, in the order of `sources`; `Finding.span` points into them.
    """

    sources: tuple[Source, ...]
    read_as: tuple[Phrase, ...]
    findings: tuple[Finding, ...]
    groups: tuple[Group, ...]
    notes: tuple[Phrase, ...]
    texts: tuple[str, ...] = ()
