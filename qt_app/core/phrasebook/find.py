"""`find_phrases`: the events that a text names in the network's or an SDK's own words."""

from __future__ import annotations

from qt_app.core.phrasebook.context import covering_span, exchange_of, time_in, values_of
from qt_app.core.phrasebook.events import Event, deepest, group_events
from qt_app.core.phrasebook.folding import fold
from qt_app.core.phrasebook.matching import Match, find_matches
from qt_app.core.phrasebook.model import Phrasebook, PhraseHit
from qt_app.core.reading.model import ReadText, Span

_PASSAGE = 1500


def find_phrases(read: ReadText, book: Phrasebook) -> list[PhraseHit]:
    """One hit per event, in text order. Linear in the text; never raises."""
    matches = find_matches(read.text, book)
    hits = (_hit(read, event) for event in group_events(read.text, matches))
    return [hit for hit in hits if hit is not None]


def _hit(read: ReadText, event: Event) -> PhraseHit | None:
    text = read.text
    begin = text.rfind("\n", 0, event.start) + 1
    passage = text[max(begin, event.start - _PASSAGE) : _passage_end(text, event)]
    folded = fold(passage)
    allowed = [
        m for m in event.matches if not m.rule.block or any(w in folded for w in m.rule.block)
    ]
    if not allowed:
        return None
    event.matches = allowed
    best = deepest(event)
    values = values_of(_groups(event, best), passage)
    ranked = tuple((_code(code, best), weight) for code, weight in best.rule.codes)
    head = text[max(begin, event.start - 400) : event.start + 200].split("\n")[0]
    start, end = covering_span(read, event.start, event.end)
    return PhraseHit(
        span=Span(start, end),
        matched=Span(best.start, best.end),
        kind=best.rule.kind,
        origin=best.rule.origin,
        code=ranked[0][0],
        ranked=ranked,
        message=text[best.start : best.end].strip(),
        rule=f"{best.rule.topic}.{best.rule.id}",
        runtime=best.rule.runtime,
        level=best.rule.level,
        ok=best.rule.ok,
        values=values,
        exchange=exchange_of(values, head if time_in(head) else passage[:0] or head, passage),
    )


def _passage_end(text: str, event: Event) -> int:
    end = text.find("\n", event.matches[-1].end)
    return min(end if end >= 0 else len(text), event.matches[-1].end + _PASSAGE)


def _groups(event: Event, best: Match) -> dict[str, str]:
    merged: dict[str, str] = {}
    for match in event.matches:
        merged |= match.groups
    return merged | dict(best.groups)


def _code(code: str, match: Match) -> str:
    return match.groups.get("code", "") if code == "{code}" else code
