"""Parsed rule files into a RuleBook; every fault of every file is told at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from qt_app.core.catalogue.entries import SOURCES
from qt_app.core.diagnosis.rulebook import (
    FOREIGN,
    Condition,
    Cues,
    Rule,
    RuleBook,
    Sample,
    Success,
    Wording,
)
from qt_app.core.errors import CatalogueError, Fault
from qt_app.core.phrasebook import book_from_raw
from qt_app.core.phrases import Words
from qt_app.core.reading.keys import fold_key
from qt_app.core.story.build import story_from_raw

CHIP_LENGTH = 20
_HOLE = re.compile(r"\{[a-z_]+\}")
RULE_FILES = ("meaning", "origin", "success", "wording", "cues")
_PATTERNS = (
    *("message", "path", "host", "service", "code_like"),
    *("near", "unless_near", "ahead", "unless_ahead", "behind"),
)
_SETS = ("codes", "fields", "params", "keys")
_PLAIN = ("lang", "kind", "match", "shared", "documented")
_RULE_FIELDS = {
    "id", "weight", "when", "icon", "chip", "text", "tables", "entries", "origin", "platform",
    "quiet", "alone", "sample", "what", "steps", "confidence",
}  # fmt: skip
_CUES = (
    *("strong", "weak", "after", "not_before", "not_after", "question"),
    *("program", "ends", "topic", "own"),
)


class Faults:
    """Collects faults while the files are read."""

    def __init__(self) -> None:
        self.found: list[Fault] = []

    def add(self, file: str, entry: str, name: str, problem: str) -> None:
        """Note one fault."""
        self.found.append(Fault(f"rules/{file}.toml", entry, name, problem))


def rulebook_from_raw(
    rules: Mapping[str, Mapping[str, Any]], phrasebook: Mapping[str, Mapping[str, Any]]
) -> RuleBook:
    """The rule book from parsed TOML by file stem; CatalogueError with all faults."""
    faults = Faults()
    for stem in RULE_FILES:
        if stem not in rules:
            faults.add(stem, "-", "-", "file is missing")
    meanings = tuple(_each(rules, "meaning", "rule", _rule, faults))
    origins = tuple(_each(rules, "origin", "rule", _rule, faults))
    book = RuleBook(
        meanings=meanings,
        origins=origins,
        successes=tuple(_each(rules, "success", "shape", _success, faults)),
        wordings=tuple(_each(rules, "wording", "wording", _wording, faults)),
        cues=_cues(rules.get("cues", {}), faults),
        words=_by_id((*meanings, *origins), faults),
        sent_names=frozenset(name for rule in meanings for name, _ in rule.when.sent or ()),
    )
    if faults.found:
        raise CatalogueError(faults.found)
    story = story_from_raw(rules["story"]) if "story" in rules else None
    return replace(_with_phrases(book, phrasebook), story=story)


def _with_phrases(book: RuleBook, raw: Mapping[str, Mapping[str, Any]]) -> RuleBook:
    return replace(book, phrases=book_from_raw(raw)) if raw else book


def _each(
    rules: Mapping[str, Mapping[str, Any]],
    stem: str,
    key: str,
    build: Callable[[Mapping[str, Any], Callable[[str, str], None]], Any],
    faults: Faults,
) -> Iterator[Any]:
    for number, item in enumerate(rules.get(stem, {}).get(key, ()), start=1):
        name = str(item.get("id") or f"{key} {number}")

        def note(field: str, problem: str, name: str = name) -> None:
            faults.add(stem, name, field, problem)

        before = len(faults.found)
        built = build(item, note)
        if len(faults.found) == before:
            yield built


def _rule(item: Mapping[str, Any], note: Callable[[str, str], None]) -> Rule:
    for name in sorted(set(item) - _RULE_FIELDS):
        note(name, "unknown field")
    _said(item, note)
    weight = item.get("weight")
    if not isinstance(weight, int | float):
        note("weight", "a number is missing")
        weight = 0
    return Rule(
        id=_text(item, "id", note),
        weight=float(weight),
        when=_condition(item.get("when", {}), note),
        icon=_text(item, "icon", note),
        chip=_words(item, "chip", note, CHIP_LENGTH),
        text=_words(item, "text", note),
        tables=frozenset(item.get("tables", ())),
        entries=frozenset(item.get("entries", ())),
        origin=item.get("origin"),
        platform=item.get("platform"),
        quiet=bool(item.get("quiet", False)),
        confidence=float(item.get("confidence", FOREIGN)),
        samples=_samples(item, note),
    )


def _said(item: Mapping[str, Any], note: Callable[[str, str], None]) -> None:
    """What a rule on the origin says instead of the catalogue; the report words it."""
    sentences = [("what", item["what"])] if "what" in item else []
    sentences += [(f"steps[{n}]", one) for n, one in enumerate(item.get("steps", ()), 1)]
    for field, sentence in sentences:
        if sentence.get("source") not in SOURCES:
            note(f"{field}.source", f"must be one of {', '.join(SOURCES)}")
        if not (sentence.get("zh") and sentence.get("en")):
            note(field, "needs zh and en")


def _condition(raw: Mapping[str, Any], note: Callable[[str, str], None]) -> Condition:
    for name in sorted(set(raw) - {*_PATTERNS, *_SETS, *_PLAIN, "near_hints", "sent"}):
        note(f"when.{name}", "unknown condition")
    values: dict[str, Any] = {name: raw[name] for name in _PLAIN if name in raw}
    values |= {name: frozenset(raw[name]) for name in _SETS if name in raw}
    values["near_hints"] = tuple(raw.get("near_hints", ()))
    values |= {name: _pattern(raw[name], f"when.{name}", note) for name in _PATTERNS if name in raw}
    if "sent" in raw:
        values["sent"] = tuple(
            (str(one), _pattern(text, f"when.sent.{one}", note))
            for one, text in raw["sent"].items()
        )
    return Condition(**values)


def _success(item: Mapping[str, Any], note: Callable[[str, str], None]) -> Success:
    needs = frozenset(map(fold_key, item.get("needs", ())))
    if not needs:
        note("needs", "names no member")
    return Success(
        id=_text(item, "id", note),
        needs=needs,
        any_of=frozenset(map(fold_key, item.get("any_of", ()))),
        none_of=frozenset(map(fold_key, item.get("none_of", ()))),
        unless=tuple(
            (fold_key(name), _pattern(text, f"unless.{name}", note))
            for name, text in item.get("unless", {}).items()
        ),
        samples=_samples(item, note),
    )


def _wording(item: Mapping[str, Any], note: Callable[[str, str], None]) -> Wording:
    patterns = [_pattern(text, "patterns", note) for text in item.get("patterns", ())]
    if not patterns:
        note("patterns", "there is none")
    if not item.get("hints"):
        note("hints", "there is none")
    unless = item.get("unless")
    return Wording(
        id=_text(item, "id", note),
        entry=_text(item, "entry", note),
        hints=tuple(item.get("hints", ())),
        patterns=tuple(patterns),
        unless=_pattern(unless, "unless", note) if unless else None,
        confidence=float(item.get("confidence", 0.75)),
        also=tuple(item.get("also", ())),
        samples=_samples(item, note),
    )


def _cues(raw: Mapping[str, Any], faults: Faults) -> Cues:
    def note(field: str, problem: str) -> None:
        faults.add("cues", "cues", field, problem)

    values = {name: _alternation(raw.get(name, {}), name, note) for name in _CUES}
    if not raw.get("hints"):
        note("hints", "there is none")
    return Cues(**values, hints=tuple(raw.get("hints", ())), samples=_samples(raw, note))


def _alternation(
    raw: Mapping[str, Any], name: str, note: Callable[[str, str], None]
) -> re.Pattern[str]:
    """One pattern from `words` (any of them) set into `frame`, where {words} stands for them."""
    words = "|".join(raw.get("words", ()))
    if not words:
        note(name, "has no words")
    return _pattern(raw.get("frame", "{words}").replace("{words}", f"(?:{words})"), name, note)


def _pattern(text: Any, name: str, note: Callable[[str, str], None]) -> re.Pattern[str]:
    try:
        return re.compile(text, re.IGNORECASE)
    except (re.error, TypeError) as error:
        note(name, f"not a pattern: {error}")
        return re.compile("(?!)")


def _samples(item: Mapping[str, Any], note: Callable[[str, str], None]) -> tuple[Sample, ...]:
    raw = item.get("sample", ())
    if not raw:
        note("sample", "has none")
    return tuple(
        Sample(one.get("text", ""), {k: v for k, v in one.items() if k != "text"}) for one in raw
    )


def _words(
    item: Mapping[str, Any], name: str, note: Callable[[str, str], None], limit: int = 0
) -> Words:
    raw = item.get(name)
    if not isinstance(raw, Mapping) or not raw.get("zh") or not raw.get("en"):
        note(name, "zh and en are both needed")
        return Words("", "")
    if limit and any(_too_long(raw[lang], limit) for lang in ("zh", "en")):
        note(name, f"longer than {limit} characters")
    return Words(raw["zh"], raw["en"])


def _too_long(chip: str, limit: int) -> bool:
    """Whether any wording of a chip is too long by itself, its holes not counted."""
    return any(len(_HOLE.sub("", one)) > limit for one in chip.split("|"))


def _text(item: Mapping[str, Any], name: str, note: Callable[[str, str], None]) -> str:
    value = item.get(name)
    if not isinstance(value, str) or not value:
        note(name, "text is missing")
        return ""
    return value


def _by_id(rules: tuple[Rule, ...], faults: Faults) -> dict[str, Rule]:
    seen: dict[str, Rule] = {}
    for rule in rules:
        if rule.id in seen:
            faults.add("*", rule.id, "id", "used twice")
        seen[rule.id] = rule
    return seen
