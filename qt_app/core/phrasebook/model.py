"""What a phrasebook holds and what is found with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from qt_app.core.reading.model import Exchange, Span

KINDS = ("transport", "jssdk", "response")
ORIGINS = ("network", "client")
# How a phrase takes part in a page or record that says one thing in several ways.
PARTS = ("title", "text", "name", "status", "html", "curl", "openssl")
WRAPPER, GENERIC, ORDINARY, DECISIVE = range(4)


@lru_cache(maxsize=4096)
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PhraseRule:
    """One phrase: patterns, and the codes that they mean, best first, weights adding up to ≤ 1.

    `level`: 0 a wrapper that only says "something failed" … 3 leaves no doubt.
    `block`: one of these folded words must stand in the same event. `unless`: none of them nearby.
    A code "{code}" is taken from the pattern's group of that name.
    """

    id: str
    topic: str
    kind: str
    origin: str
    runtime: str
    codes: tuple[tuple[str, float], ...]
    sources: tuple[str, ...]
    needles: tuple[str, ...]
    level: int = ORDINARY
    part: str | None = None
    ok: bool = False
    block: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    samples: tuple[str, ...] = ()
    counter: tuple[str, ...] = ()

    @property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """Compiled when first asked for: a text needs few of the book's patterns."""
        return tuple(_compiled(source) for source in self.sources)


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """All rules and one automaton over all their needles; `owners[i]` are the rules of needle i."""

    rules: tuple[PhraseRule, ...]
    needles: tuple[str, ...]
    owners: tuple[tuple[int, ...], ...]
    automaton: AhoCorasick


@dataclass(frozen=True, slots=True)
class PhraseHit:
    """One event named by the network's, the JS-SDK's or an SDK's own words.

    `span` runs from the event's first matched words to its last, in characters of the text;
    inside a structured reading it is that reading's span. `matched` are the deciding words,
    `message` their text. `ranked` holds (code, weight), best first, `code` being the first.
    `ok` is true for a success (`config:ok`), whose code is "0". `values`: host, port, url,
    url_scheme, page, api … as far as the text tells.
    """

    span: Span
    matched: Span
    kind: str
    origin: str
    code: str
    ranked: tuple[tuple[str, float], ...]
    message: str
    rule: str
    runtime: str
    level: int
    ok: bool = False
    values: Mapping[str, str] = field(default_factory=dict)
    exchange: Exchange = field(default_factory=Exchange)

    @property
    def time(self) -> str | None:
        """When it happened, ISO 8601, or None if the text doesn't say."""
        return self.exchange.time
