"""The reader's front door: any text or bytes in, everything that could carry an answer out."""

from __future__ import annotations

from qt_app.core.phrases import Phrase
from qt_app.core.reading.cleaning import layers_of
from qt_app.core.reading.context import Context
from qt_app.core.reading.decode import decode
from qt_app.core.reading.found import Found, Harvest
from qt_app.core.reading.hints import merge
from qt_app.core.reading.model import Reading, ReadText, Span
from qt_app.core.reading.scan import Budget, scan_text
from qt_app.core.reading.shape import shape_of


def read(data: bytes | str) -> ReadText:
    """Read one input. Never raises, whatever it holds; takes time in proportion to its length."""
    decoded = decode(data)
    text = decoded.text
    layers = layers_of(text)
    harvest = scan_text(layers[-1].text if layers else text, 0, Budget(len(text)))
    for layer in reversed(layers):
        harvest = harvest.mapped(layer, 0)
    found = sorted(harvest.found, key=lambda one: (one.start, one.depth, one.end))
    taken = [(one.start, one.end) for one in found] + harvest.dead
    context = Context(text, taken)
    readings = tuple(_reading(one, context) for one in found)
    return ReadText(
        text=text,
        encoding=decoded.encoding,
        repairs=decoded.repairs,
        shape=shape_of(text, readings, data),
        readings=readings,
        plain=_plain(text, harvest),
        notes=_notes(text, harvest),
        offsets=decoded.offsets,
    )


def _reading(one: Found, context: Context) -> Reading:
    return Reading(
        span=Span(one.start, one.end),
        code=one.code,
        code_key=one.code_key,
        message=one.message,
        message_key=one.message_key,
        fields=one.fields,
        dialect=one.dialect,
        repairs=tuple(sorted(one.repairs)),
        exchange=merge(one.hint, context.at(Span(one.start, one.end))),
        cut=one.cut,
        depth=one.depth,
        own=Span(*one.own) if one.own and one.own != (one.start, one.end) else None,
    )


def _plain(text: str, harvest: Harvest) -> tuple[Span, ...]:
    taken = sorted([(one.start, one.end) for one in harvest.found] + harvest.dead)
    spans: list[Span] = []
    at = 0
    for start, end in taken:
        if start > at:
            spans.append(Span(at, start))
        at = max(at, end)
    if at < len(text):
        spans.append(Span(at, len(text)))
    return tuple(spans)


def _notes(text: str, harvest: Harvest) -> tuple[Phrase, ...]:
    notes = [("note.cut_number", at) for at in harvest.cut_numbers[:20]]
    notes += [("note.duplicate_key", at) for at in harvest.duplicates[:20]]
    return tuple(
        Phrase(key, {"line": text.count("\n", 0, at) + 1})
        for key, at in sorted(notes, key=lambda note: note[1])
    )
