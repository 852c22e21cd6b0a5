"""What the product says, by key, in one language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from qt_app.core.phrases import Phrase
from qt_app.services.resources import read_text

LANGS = ("zh", "en")
_HOLE = re.compile(r"\{([a-z_]+)\}")


class Messages:
    """The sentences of one language; a hole without a value stays empty."""

    def __init__(self, lang: str, table: Mapping[str, str]) -> None:
        self.lang = lang
        self._table = table

    def __contains__(self, key: str) -> bool:
        return key in self._table

    def say(self, key: str, /, **args: Any) -> str:
        """The sentence of this key with its holes filled; KeyError if there is no such key."""
        return filled(self._table[key], args)

    def word(self, phrase: Phrase) -> str:
        """A phrase of core in words; KeyError if its key is not ours."""
        return self.say(phrase.key, **{str(name): value for name, value in phrase.args.items()})

    def number(self, n: int) -> str:
        """A number as it is spelt in a sentence: up to ten in words."""
        key = f"number.{n}"
        return self.say(key) if key in self else self.say("number.other", n=n)

    def listed(self, items: list[str] | tuple[str, ...]) -> str:
        """Items side by side, with the language's separator."""
        return self.say("word.separator").join(items)


def filled(template: str, args: Mapping[str, Any]) -> str:
    """`template` with its {holes} filled; a hole without a value becomes nothing."""
    return _HOLE.sub(lambda hole: str(args.get(hole[1], "")), template)


def holes(template: str) -> frozenset[str]:
    """The names of the holes in a sentence."""
    return frozenset(_HOLE.findall(template))


@cache
def messages(lang: str) -> Messages:
    """The sentences of a language ("zh" or "en"), read once."""
    return Messages(lang, flat_table(lang))


def flat_table(lang: str) -> dict[str, str]:
    """Every sentence of a language by its dotted key."""
    return dict(_flat(tomllib.loads(read_text(f"messages/{lang}.toml")), ""))


def _flat(table: Mapping[str, Any], prefix: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in table.items():
        name = f"{prefix}{key}"
        found += _flat(value, f"{name}.") if isinstance(value, Mapping) else [(name, str(value))]
    return found
