"""From the phrasebook's files (parsed TOML) to a Phrasebook, all faults at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ahocorasick_rs import AhoCorasick

from qt_app.core.errors import CatalogueError, Fault
from qt_app.core.patterns import lazily
from qt_app.core.phrasebook.folding import fold
from qt_app.core.phrasebook.model import KINDS, ORDINARY, ORIGINS, PARTS, Phrasebook, PhraseRule

_CODE = lazily(r"0|\{code\}|(?:tls|dns|tcp|http|proxy|jssdk|sdk)\.[a-z0-9_-]+")
_KEYS = frozenset(
    [
        "id",
        "runtime",
        "code",
        "codes",
        "words",
        "patterns",
        "needles",
        "level",
        "part",
        "ok",
        "kind",
        "origin",
        "block",
        "unless",
        "samples",
        "counter",
    ]
)
# Unbounded repeats of a wide class are how a pattern becomes quadratic on hostile text.
_WIDE_REPEAT = lazily(r"(?:(?<!\\)[.\x00]|\\[SsWwDd])(?:\*|\+|\{\d+,\})")
_CLASS = lazily(r"(?<!\\)\[\^?\]?(?:\\.|[^\]\\])*\]")
_WORD_EDGE = "0-9A-Za-z_"


def book_from_raw(raw: Mapping[str, Mapping[str, Any]], *, thorough: bool = False) -> Phrasebook:
    """The phrasebook of {file stem: parsed TOML}; CatalogueError lists every fault.

    `thorough` compiles every pattern too, which a program start has no time for.
    """
    faults: list[Fault] = []
    rules: list[PhraseRule] = []
    seen: set[str] = set()
    for stem, table in raw.items():
        for number, row in enumerate(table.get("phrase", ())):
            problems = list(_problems(row, table, seen, thorough))
            name = str(row.get("id", f"phrase {number + 1}"))
            faults += [Fault(f"phrasebook/{stem}.toml", name, key, text) for key, text in problems]
            seen.add(name)
            if not problems:
                rules.append(_rule(row, stem, table))
        if not table.get("phrase"):
            faults.append(Fault(f"phrasebook/{stem}.toml", "-", "phrase", "the file has no phrase"))
    if faults:
        raise CatalogueError(faults)
    return _book(rules)


def _book(rules: list[PhraseRule]) -> Phrasebook:
    owners: dict[str, list[int]] = {}
    for index, rule in enumerate(rules):
        for needle in rule.needles:
            owners.setdefault(needle, []).append(index)
    needles = tuple(owners)
    return Phrasebook(
        rules=tuple(rules),
        needles=needles,
        owners=tuple(tuple(owners[needle]) for needle in needles),
        automaton=AhoCorasick(list(needles)),
    )


def _rule(row: Mapping[str, Any], stem: str, table: Mapping[str, Any]) -> PhraseRule:
    words = [str(word) for word in row.get("words", ())]
    sources = [_literal(word) for word in words] + list(row.get("patterns", ()))
    return PhraseRule(
        id=row["id"],
        topic=stem,
        kind=row.get("kind", table.get("kind", "transport")),
        origin=row.get("origin", table.get("origin", "network")),
        runtime=row["runtime"],
        codes=_codes(row),
        sources=tuple(sources),
        needles=tuple(dict.fromkeys(fold(n) for n in [*words, *row.get("needles", ())])),
        level=row.get("level", ORDINARY),
        part=row.get("part"),
        ok=row.get("ok", False),
        block=tuple(fold(word) for word in row.get("block", ())),
        unless=tuple(fold(word) for word in row.get("unless", ())),
        samples=tuple(row["samples"]),
        counter=tuple(row.get("counter", ())),
    )


def _literal(word: str) -> str:
    """A pattern for these very words, not inside a longer word."""
    before = f"(?<![{_WORD_EDGE}])" if re.match(rf"[{_WORD_EDGE}]", word) else ""
    after = f"(?![{_WORD_EDGE}])" if re.match(rf"[{_WORD_EDGE}]", word[-1:]) else ""
    return before + re.escape(fold(word)) + after


def _codes(row: Mapping[str, Any]) -> tuple[tuple[str, float], ...]:
    if "code" in row:
        return ((str(row["code"]), 1.0),)
    pairs = [(str(code), float(weight)) for code, weight in row["codes"]]
    return tuple(sorted(pairs, key=lambda pair: -pair[1]))


def _problems(
    row: Mapping[str, Any], table: Mapping[str, Any], seen: set[str], thorough: bool
) -> Iterator[tuple[str, str]]:
    for key in sorted(set(row) - _KEYS):
        yield key, "is not a known field"
    for key in ("id", "runtime"):
        if not isinstance(row.get(key), str) or not row[key]:
            yield key, "is missing"
    if row.get("id") in seen:
        yield "id", "is used twice"
    if row.get("kind", table.get("kind", "transport")) not in KINDS:
        yield "kind", f"must be one of {', '.join(KINDS)}"
    if row.get("origin", table.get("origin", "network")) not in ORIGINS:
        yield "origin", f"must be one of {', '.join(ORIGINS)}"
    if row.get("part") is not None and row["part"] not in PARTS:
        yield "part", f"must be one of {', '.join(PARTS)}"
    if row.get("level", ORDINARY) not in range(4):
        yield "level", "must be 0 to 3"
    yield from _code_problems(row)
    yield from _word_problems(row)
    if thorough:
        yield from _pattern_problems(row)


def _code_problems(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if ("code" in row) == ("codes" in row):
        yield "code", "exactly one of code and codes is needed"
        return
    try:
        pairs = _codes(row)
    except (TypeError, ValueError):
        yield "codes", "must be a list of [code, weight]"
        return
    for code, weight in pairs:
        if not _CODE.fullmatch(code):
            yield "codes", f"{code!r} is not a code of ours"
        if not 0 < weight <= 1:
            yield "codes", f"the weight of {code} must be above 0 and at most 1"
    if not pairs or sum(weight for _, weight in pairs) > 1.001:
        yield "codes", "weights must add up to at most 1"


def _word_problems(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if not row.get("words") and not row.get("patterns"):
        yield "patterns", "words or patterns are needed"
    if row.get("patterns") and not row.get("needles"):
        yield "needles", "patterns need needles"
    if not row.get("samples"):
        yield "samples", "at least one sample is needed"
    if any(len(needle) < 2 for needle in [*row.get("words", ()), *row.get("needles", ())]):
        yield "needles", "a needle needs two characters"


def _pattern_problems(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for source in row.get("patterns", ()):
        try:
            re.compile(source, re.IGNORECASE)
        except re.error as error:
            yield "patterns", f"{source!r}: {error}"
        if _WIDE_REPEAT.search(_CLASS.sub("\x00", source)):
            yield "patterns", f"{source!r}: a repeat without an upper bound"
