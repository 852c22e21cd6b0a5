"""What core says without words: a key into a message file and the values to fill in."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple


class Phrase(NamedTuple):
    """A sentence to be worded later, by `api`, from `resources/messages` or a rule file."""

    key: str
    args: Mapping[str, Any] = MappingProxyType({})


class Words(NamedTuple):
    """One text in both languages."""

    zh: str
    en: str

    def get(self, lang: str) -> str:
        """The text in `lang` ("zh" or "en")."""
        return self.en if lang == "en" else self.zh
