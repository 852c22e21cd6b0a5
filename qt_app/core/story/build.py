"""From resources/rules/story.toml (parsed) to a StoryBook, all faults at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from qt_app.core.errors import CatalogueError, Fault
from qt_app.core.story.model import FACT_KINDS, FactRule, FollowRule, StoryBook

_FILE = "rules/story.toml"
_FOLLOW = frozenset({"id", "cause", "effect", "fact", "minutes", "lines", "effect_origins"})
_FACT = frozenset({"id", "kind", "codes", "fact", "pattern", "other", "minutes", "least", "share"})
_NEEDS = {"jwt": (), "age": ("pattern", "minutes"), "repeat": ("pattern", "least")}
_NEEDS_RATIO = ("pattern", "other", "least", "share")


def story_from_raw(raw: Mapping[str, Any]) -> StoryBook:
    """The story rules; CatalogueError lists every fault."""
    faults = [
        *_faults(raw.get("follows", ()), _FOLLOW, ("id", "cause", "effect", "fact")),
        *_faults(raw.get("fact", ()), _FACT, ("id", "kind", "codes", "fact")),
        *_fact_faults(raw.get("fact", ())),
    ]
    if faults:
        raise CatalogueError(faults)
    return StoryBook(
        tuple(_follow(item) for item in raw.get("follows", ())),
        tuple(_fact(item) for item in raw.get("fact", ())),
    )


def _faults(items: Any, known: frozenset[str], needed: tuple[str, ...]) -> Iterator[Fault]:
    seen: set[str] = set()
    for number, item in enumerate(items, start=1):
        name = str(item.get("id", f"rule {number}"))
        for key in needed:
            if not item.get(key):
                yield Fault(_FILE, name, key, "is missing")
        for key in sorted(set(item) - known):
            yield Fault(_FILE, name, key, "is not a known field")
        if name in seen:
            yield Fault(_FILE, name, "id", "is used twice")
        seen.add(name)


def _fact_faults(items: Any) -> Iterator[Fault]:
    for item in items:
        name, kind = str(item.get("id", "-")), item.get("kind")
        if kind not in FACT_KINDS:
            yield Fault(_FILE, name, "kind", f"must be one of {', '.join(FACT_KINDS)}")
        for key in _NEEDS_RATIO if kind == "ratio" else _NEEDS.get(str(kind), ()):
            if key not in item:
                yield Fault(_FILE, name, key, f"is needed by {kind}")
        for key in ("pattern", "other"):
            try:
                re.compile(item.get(key, ""))
            except re.error as error:
                yield Fault(_FILE, name, key, str(error))


def _follow(item: Mapping[str, Any]) -> FollowRule:
    return FollowRule(
        id=item["id"],
        cause=tuple(item["cause"]),
        effect=tuple(item["effect"]),
        fact=item["fact"],
        minutes=float(item.get("minutes", 0)),
        lines=int(item.get("lines", 0)),
        effect_origins=tuple(item.get("effect_origins", ())),
    )


def _fact(item: Mapping[str, Any]) -> FactRule:
    patterns = {
        key: re.compile(item[key], re.IGNORECASE) for key in ("pattern", "other") if key in item
    }
    return FactRule(
        id=item["id"],
        kind=item["kind"],
        codes=tuple(item["codes"]),
        fact=item["fact"],
        pattern=patterns.get("pattern"),
        other=patterns.get("other"),
        minutes=float(item.get("minutes", 0)),
        least=int(item.get("least", 0)),
        share=float(item.get("share", 0)),
    )
