"""Every place where a phrase of the book matches, before events are made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from qt_app.core.patterns import lazily
from qt_app.core.phrasebook.folding import fold
from qt_app.core.phrasebook.model import Phrasebook, PhraseRule

# How far around its needle a phrase may reach.
_BEFORE, _AFTER = 300, 700
_UNLESS_REACH, _PAGE_REACH = 160, 2000
# A name in source code says what may be caught, not what happened.
_IN_CODE = lazily(
    r"(?:catch\s{0,2}\(|throws |import |except |rescue |instanceof |isinstance\([^()\n]{0,40}"
    r"|raise |case ['\"]?|[=!]==?\s{0,2}['\"]?|new |includes\(['\"]|//\s{0,2}|\bif \(?)"
    r"[\w.$:]{0,60}$"
)


@dataclass(frozen=True, slots=True)
class Match:
    """One match of one rule: offsets of its words and the pattern's named groups."""

    start: int
    end: int
    rule: PhraseRule
    groups: Mapping[str, str] = field(default_factory=dict)


def find_matches(text: str, book: Phrasebook) -> list[Match]:
    """All matches in text order; one inside another's words is dropped unless it says more."""
    folded = fold(text)
    places: dict[int, list[int]] = {}
    for needle, start, _ in book.automaton.find_matches_as_indexes(folded, overlapping=True):
        for owner in book.owners[needle]:
            places.setdefault(owner, []).append(start)
    matches: list[Match] = []
    for owner, starts in places.items():
        matches += _of_rule(text, folded, book.rules[owner], starts)
    matches.sort(key=lambda match: (match.start, -match.end, -match.rule.level))
    return _without_inner(matches)


def _of_rule(text: str, folded: str, rule: PhraseRule, starts: list[int]) -> Iterator[Match]:
    for begin, end in _windows(starts, len(text)):
        for pattern in rule.patterns:
            for found in pattern.finditer(folded, begin, end):
                if not found.group() or _is_vetoed(folded, rule, found):
                    continue
                names = {
                    key: text[slice(*found.span(key))] for key, v in found.groupdict().items() if v
                }
                yield Match(found.start(), found.end(), rule, names)


def _windows(starts: list[int], size: int) -> Iterator[tuple[int, int]]:
    """Stretches around the needles' places, merged, so that no text is searched twice."""
    begin, end = -1, -1
    for start in sorted(starts):
        low, high = max(0, start - _BEFORE), min(size, start + _AFTER)
        if low <= end:
            end = high
            continue
        if begin >= 0:
            yield begin, end
        begin, end = low, high
    if begin >= 0:
        yield begin, end


def _is_vetoed(folded: str, rule: PhraseRule, found: re.Match[str]) -> bool:
    if rule.unless:
        reach = _PAGE_REACH if rule.part == "html" else _UNLESS_REACH
        around = folded[max(0, found.start() - _UNLESS_REACH) : found.end() + reach]
        if any(word in around for word in rule.unless):
            return True
    if rule.block:
        around = folded[max(0, found.start() - _UNLESS_REACH) : found.end() + _PAGE_REACH]
        if not any(word in around for word in rule.block):
            return True
    line = folded.rfind("\n", max(0, found.start() - 100), found.start()) + 1
    return bool(_IN_CODE.search(folded, max(line, found.start() - 100), found.start()))


def _without_inner(matches: list[Match]) -> list[Match]:
    kept: list[Match] = []
    for match in matches:
        outer = kept[-1] if kept else None
        if outer is None or match.start >= outer.end:
            kept.append(match)
        elif match.rule.level > outer.rule.level:
            kept[-1] = Match(
                outer.start, max(outer.end, match.end), match.rule, {**outer.groups, **match.groups}
            )
        elif match.end > outer.end:
            kept[-1] = Match(outer.start, match.end, outer.rule, {**match.groups, **outer.groups})
    return kept
