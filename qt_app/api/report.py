"""The report as the contract names it: each text in one language, masked unless asked otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence and where it comes from: manual, sdk, client, general or inferred."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class EntryRef:
    """Which row of the catalogue."""

    id: str
    table: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class AlternativeReport:
    """Another meaning; `sign`: what one would see if it were the right one. `title` as in codes."""

    entry: EntryRef
    confidence: float
    title: str
    sign: str | None
    first_step: Said | None


@dataclass(frozen=True, slots=True)
class EvidenceReport:
    """A rule that spoke; `chip` has at most 20 characters; `against` if it speaks against.

    `icon` is the Tabler name the chip is drawn with.
    """

    rule: str
    text: str
    chip: str
    weight: float
    against: bool
    icon: str


@dataclass(frozen=True, slots=True)
class FindingReport:
    """One finding with the contract's fields, and what the window needs besides.

    `start`/`end` are bytes in the input; `char_start`/`char_end` characters of the decoded text.
    `what` is the verdict without side, certainty and source, for where these stand beside it.
    `raw` is the masked piece of the paste, at most 2,000 characters. `meanings` is empty unless
    undecided: then all meanings as equals, the best one too, in seed order.
    """

    kind: str
    origin: str
    platform: str | None
    ok: bool
    source: int
    line: int
    start: int
    end: int
    time: str | None
    code: str
    message: str | None
    entry: EntryRef | None
    title: str
    severity: str
    who: str | None
    confidence: float
    certainty: str
    undecided: bool
    alternatives: tuple[AlternativeReport, ...]
    ask: str | None
    evidence: tuple[EvidenceReport, ...]
    repairs: tuple[str, ...]
    verdict: str
    steps: tuple[Said, ...]
    enter: str | None
    enter_label: str | None
    next: tuple[Said, ...]
    checklist: str | None
    customer: str | None = None
    char_start: int = 0
    char_end: int = 0
    raw: str = ""
    facts: tuple[str, ...] = ()
    exchange: Mapping[str, Any] = field(default_factory=dict)
    meanings: tuple[AlternativeReport, ...] = ()
    what: str = ""

    @property
    def enter_step(self) -> int | None:
        """The index of the step that names the value to type, else the first; None if none is."""
        if self.enter is None:
            return None
        naming = (i for i, step in enumerate(self.steps) if self.enter in step.text)
        return next(naming, 0)


@dataclass(frozen=True, slots=True)
class GroupReport:
    """A row of the summary. `members` are indexes into `findings`."""

    entry_id: str | None
    code: str
    table: str | None
    count: int
    first_line: int
    last_line: int
    first_time: str | None
    last_time: str | None
    follows: str | None
    title: str = ""
    ok: bool = False
    severity: str = "error"
    facts: tuple[str, ...] = ()
    members: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceReport:
    """One input."""

    name: str
    bytes: int
    lines: int
    encoding: str


@dataclass(frozen=True, slots=True)
class Masked:
    """What was masked: its kind (token, secret, mobile …), its label, how often it occurs."""

    kind: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Report:
    """The whole answer. `masked` is empty if `redacted` is false."""

    sources: tuple[SourceReport, ...]
    read_as: str
    findings: tuple[FindingReport, ...]
    summary: tuple[GroupReport, ...]
    notes: tuple[str, ...]
    lang: str = "zh"
    masked: tuple[Masked, ...] = ()
    catalogue_date: str = ""
    redacted: bool = False
    schema: int = SCHEMA

    def to_dict(self, findings: bool = True) -> dict[str, Any]:
        """Plain dicts and lists, ready for JSON, `schema` first; without findings if told so."""
        rest = {name: getattr(self, name) for name in self.__dataclass_fields__}
        if not findings:
            rest["findings"] = ()
        return {"schema": self.schema, **{name: plain(value) for name, value in rest.items()}}


_SCALARS = frozenset({str, int, float, bool, type(None)})


def plain(value: Any) -> Any:
    """A dataclass as a dict of plain values; `asdict` copies each text and takes far longer."""
    kind = type(value)
    if kind in _SCALARS:
        return value
    if kind is tuple or kind is list:
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    return {
        name: item if type(item := getattr(value, name)) in _SCALARS else plain(item)
        for name in value.__dataclass_fields__
    }
