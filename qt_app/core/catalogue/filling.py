"""Placeholders of the catalogue's sentences filled in: the paste's values or generic words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from qt_app.core.catalogue.entries import PLACEHOLDERS

_NAMES = "(" + "|".join(PLACEHOLDERS) + ")"
# With the blank that sets a value off from Chinese words; generic words stand without it.
_PLACEHOLDER = re.compile(rf"((?<=[\u3400-\u9fff]) )?\{{{_NAMES}\}}( (?=[\u3400-\u9fff]))?")
_IN_BRACKETS = re.compile(rf" ?[(（]\{{{_NAMES}\}}[)）]")
_CHINESE = "\u3400"
_FULL_WIDTH = "\uff00"


def fill(text: str, values: Mapping[str, str], generic: Callable[[str], str]) -> str:
    """`{domain}` and the like filled in; `generic(name)` gives the words where no value is known.

    A placeholder alone in brackets only names what the sentence says: without a value it goes.
    """

    def value_of(hole: re.Match[str]) -> str:
        before, name, after = hole.groups(default="")
        value = values.get(name)
        if value:
            return f"{before}{value}{after}"
        word = generic(name)
        before = before if word[:1] < _CHINESE else ""
        return f"{before}{word}{after if word[-1:] < _CHINESE else ''}"

    text = _IN_BRACKETS.sub(lambda hole: hole[0] if values.get(hole[1]) else _gap(hole), text)
    return _PLACEHOLDER.sub(value_of, text)


def names_in(text: str) -> frozenset[str]:
    """The placeholders that a text holds."""
    return frozenset(hole[2] for hole in _PLACEHOLDER.finditer(text))


def _gap(hole: re.Match[str]) -> str:
    """What is left of a bracket: a blank where a Latin word would touch a Chinese one."""
    before, after = hole.string[: hole.start()][-1:], hole.string[hole.end() :][:1]
    return " " if before < _CHINESE <= after < _FULL_WIDTH else ""
