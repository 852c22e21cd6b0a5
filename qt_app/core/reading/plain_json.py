"""Small well-formed objects of JSON or Python in one step: most answers in logs are such."""

from __future__ import annotations

import json
from typing import Any

from qt_app.core.patterns import lazily
from qt_app.core.reading.nodes import Group, Member, Scalar

# An object of scalars and of objects of scalars, in one line and without escapes.
_INSIDE = r"[^{}\[\]\\\n]"
_PLAIN = lazily(rf"\{{(?:{_INSIDE}++|\{{{_INSIDE}{{2,1000}}+\}}){{1,40}}+\}}")
_NESTED = lazily(rf"\{{{_INSIDE}{{2,1000}}+\}}")
_LONGEST = 2000
_KEY = lazily(r"[^\"'“”‘’`\n]{1,128}\Z")


def _simple_float(raw: str) -> float:
    if "e" in raw or "E" in raw:
        raise ValueError(raw)
    return float(raw)


def _no_constant(raw: str) -> float:
    raise ValueError(raw)


_DECODER = json.JSONDecoder(
    object_pairs_hook=list, parse_float=_simple_float, parse_constant=_no_constant
)


def plain_group(text: str, original: str, start: int, quote: str) -> Group | None:
    """The object that opens at `start` as the parser would read it, but for its inner places.

    Its strings stand in `quote`s, single ones as Python writes them. Members are placed at the
    object that they are of. None for what is not plain, which the parser then reads.
    """
    found = _PLAIN.match(original, start, start + _LONGEST)
    if found is None:
        return None
    piece, end = found[0], found.end()
    if text is not original and text[start:end] != piece:
        return None
    if quote == "'":
        if '"' in piece:
            return None
        piece = piece.replace("'", '"')
    try:
        pairs = _DECODER.decode(piece)
    except (ValueError, RecursionError):
        return None
    places = [(one.start(), one.end()) for one in _NESTED.finditer(original, start + 1, end - 1)]
    group = _group(pairs, (start, end), places)
    return None if places else group


def _group(
    pairs: list[tuple[str, Any]], place: tuple[int, int], places: list[tuple[int, int]]
) -> Group | None:
    """The group of these members at `place`; its nested ones take theirs from `places`."""
    start, end = place
    group = Group("{", "}", start)
    group.end, group.closed, group.separator = end, True, ":"
    group.comma = group.commas = len(pairs) > 1
    for key, value in pairs:
        if not _KEY.match(key):
            return None
        if isinstance(value, list):
            inner = _group(value, places.pop(0), []) if places else None
            if inner is None:
                return None
            group.members.append(Member(key, start, inner))
        else:
            scalar = Scalar(value, start, end, isinstance(value, str), False)
            group.members.append(Member(key, start, scalar))
    return group if pairs else None
