"""`find_phrases`: the events that a text names in the network's or an SDK's own words."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from qt_app.core.phrasebook.context import covering_span, values_of, with_values
from qt_app.core.phrasebook.events import Event, deepest, group_events
from qt_app.core.phrasebook.matching import Match, find_matches
from qt_app.core.phrasebook.model import Phrasebook, PhraseHit
from qt_app.core.reading.context import Context
from qt_app.core.reading.model import Reading, ReadText, Span
from qt_app.core.reading.records import Records

_PASSAGE, _LONG_EVENT = 1500, 20_000
_NEAR_READINGS = 50


def find_phrases(read: ReadText, book: Phrasebook) -> list[PhraseHit]:
    """One hit per event, in text order. Linear in the text; never raises."""
    events = group_events(read.text, find_matches(read.text, book))
    if not events:
        return []
    readings = sorted(read.readings, key=lambda reading: reading.span)
    finder = _Finder(read.text, readings)
    return [finder.hit(event) for event in events]


class _Finder:
    """Makes hits of the events of one text."""

    def __init__(self, text: str, readings: list[Reading]) -> None:
        self._text = text
        self._readings = readings
        self._starts = [reading.span.start for reading in readings]
        self._records = Records(text)
        self._context = Context(text, [(one.span.start, one.span.end) for one in readings])

    def hit(self, event: Event) -> PhraseHit:
        best = deepest(event)
        exchange = self._context.at(Span(event.start, event.end))
        time = self._records.time_at(event.start, exchange.time)
        exchange = exchange if time == exchange.time else replace(exchange, time=time)
        values = values_of(_groups(event, best), self._passage(event), exchange)
        ranked = tuple((_code(code, best), weight) for code, weight in best.rule.codes)
        last = bisect_right(self._starts, event.start)
        near = self._readings[max(0, last - _NEAR_READINGS) : last]
        return PhraseHit(
            span=Span(*covering_span(near, event.start, event.end)),
            matched=Span(best.start, best.end),
            kind=best.rule.kind,
            origin=best.rule.origin,
            code=ranked[0][0],
            ranked=ranked,
            message=self._text[best.start : best.end].strip(),
            rule=best.rule.id,
            runtime=best.rule.runtime,
            level=best.rule.level,
            ok=best.rule.ok,
            values=values,
            exchange=with_values(exchange, values),
        )

    def _passage(self, event: Event) -> str:
        """The event's own lines, as far as they matter for an address."""
        text, last = self._text, event.matches[-1].end
        low, high = max(0, event.start - _PASSAGE), min(len(text), last + _PASSAGE)
        begin, end = text.rfind("\n", low, event.start) + 1, text.find("\n", last, high)
        stop = end if end >= 0 else high
        return text[max(begin, low) : min(stop, event.start + _LONG_EVENT)]


def _groups(event: Event, best: Match) -> dict[str, str]:
    merged: dict[str, str] = {}
    for match in event.matches:
        merged |= match.groups
    return merged | dict(best.groups)


def _code(code: str, match: Match) -> str:
    return match.groups.get("code", "") if code == "{code}" else code
