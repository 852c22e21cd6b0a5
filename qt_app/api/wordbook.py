"""The words that stand beside rules and phrases in their data files, by id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from qt_app.core.catalogue.entries import Sentence
from qt_app.core.phrases import Words
from qt_app.services.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class RuleWords:
    """How a rule is said: one sentence, a chip of at most 20 characters, an icon's name.

    `alone`: worth showing only where nothing else stands.
    `what` and `steps`: what a rule on the origin says of the event before the catalogue does.
    """

    text: Words
    chip: Words
    icon: str
    what: Sentence | None = None
    steps: tuple[Sentence, ...] = ()
    alone: bool = False


class Wordbook:
    """Every rule's words, from all rule files and the phrasebook."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._rules: dict[str, RuleWords] = {}
        self._runtimes: dict[str, str] = {}
        for files in (knowledge.rules, knowledge.phrasebook):
            for stem, content in files.items():
                for item in _items(content):
                    self._add(stem, item)

    def _add(self, stem: str, item: Mapping[str, Any]) -> None:
        name = str(item.get("id") or item.get("key"))
        words = _rule_words(item)
        for known in (name, f"{stem}.{name}"):
            if words is not None:
                self._rules.setdefault(known, words)
            elif "runtime" in item:
                self._runtimes.setdefault(known, str(item["runtime"]))

    def get(self, rule_id: str) -> RuleWords | None:
        """The words of a rule, None if no file has any."""
        return self._rules.get(rule_id)

    def runtime(self, rule_id: str) -> str | None:
        """Whose words a phrase of the phrasebook is (Java, curl …), None if it is no phrase."""
        return self._runtimes.get(rule_id)


def _items(value: Any) -> Iterator[Mapping[str, Any]]:
    """All tables of a parsed file that have an id, at any depth."""
    if isinstance(value, Mapping):
        if "id" in value or "key" in value:
            yield value
        for inner in value.values():
            yield from _items(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _items(inner)


def _rule_words(item: Mapping[str, Any]) -> RuleWords | None:
    text = _words(item.get("text")) or _words(item.get("sentence")) or _words(item)
    if text is None:
        return None
    chip = _words(item.get("chip")) or text
    return RuleWords(
        text,
        chip,
        str(item.get("icon", "hash")),
        _sentence(item["what"]) if "what" in item else None,
        tuple(_sentence(step) for step in item.get("steps", ())),
        bool(item.get("alone", False)),
    )


def _sentence(item: Mapping[str, str]) -> Sentence:
    return Sentence(Words(item["zh"], item["en"]), item["source"])


def _words(value: Any) -> Words | None:
    if isinstance(value, Mapping) and isinstance(value.get("zh"), str):
        return Words(value["zh"], str(value.get("en", value["zh"])))
    return None
