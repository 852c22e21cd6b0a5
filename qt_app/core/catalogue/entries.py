"""The catalogue's shapes: an entry is one documented meaning of one code."""

from __future__ import annotations

from dataclasses import dataclass

from qt_app.core.phrases import Words

SEED_TABLES = ("global", "common", "params", "token", "org", "domain", "member")
OWN_TABLES = ("faq", "sdk", "transport", "jssdk")
TABLES = SEED_TABLES + OWN_TABLES
SEVERITIES = ("error", "warning", "info", "success")
WHO = ("developer", "admin", "user", "platform")
PROVENANCES = ("seed", "sdk", "ours")
SOURCES = ("manual", "sdk", "client", "general", "inferred")
PLACEHOLDERS = ("domain", "path", "param", "host", "code", "appid", "value")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence in both languages with where it comes from (one of SOURCES)."""

    text: Words
    source: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A related or easily confused entry, with the sentence that tells them apart."""

    id: str
    text: Words | None = None
    source: str = "inferred"


@dataclass(frozen=True, slots=True)
class SearchText:
    """Folded (NFKC, case) texts to search in; `pinyin`/`initials` of title and message."""

    message: str
    title: str
    meaning: str
    pinyin: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One meaning of one code. `order` is its place in the seed's order (ours come after).

    `verdict` says the meaning with the paste's own value, where the paste has it.
    """

    id: str
    table: str
    code: str
    message: str
    order: int
    title: Words
    severity: str
    who: str
    provenance: str
    meaning: Sentence
    search: SearchText
    verdict: Sentence | None = None
    causes: tuple[Sentence, ...] = ()
    checks: tuple[Sentence, ...] = ()
    remedies: tuple[Sentence, ...] = ()
    next: tuple[Sentence, ...] = ()
    customer: Sentence | None = None
    sign: Sentence | None = None
    endpoints: tuple[str, ...] = ()
    related: tuple[Relation, ...] = ()
    checklist: str | None = None
    params: tuple[str, ...] = ()
