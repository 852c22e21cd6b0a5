"""What the reader hands to the diagnosis: decoded text and the things found in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from qt_app.core.phrases import Phrase
from qt_app.core.reading.offsets import Offsets


class Span(NamedTuple):
    """Half-open range of characters in the decoded text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Exchange:
    """The call a reading belongs to, as far as the text around it tells; None where it does not.

    `host` is lower-case without port; `path` starts with "/"; `thread` is a log's thread or request
    id; `service` is an SDK service class named in a stack frame (SingleMessageService).
    `time` is ISO 8601, with an offset only if the text has one.
    """

    method: str | None = None
    url: str | None = None
    host: str | None = None
    path: str | None = None
    params: Mapping[str, str] = field(default_factory=dict)
    status: int | None = None
    time: str | None = None
    thread: str | None = None
    service: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One structured thing that may carry a code: an object, pairs, an XML element, a table row.

    `span` is the outermost text that carries it (for encoded content, the encoded text).
    `code` is normalised to a plain decimal string, None if there is none or it was cut.
    `own` is the answer's own place where the span is an object that holds more than the answer.
    `fields` holds all scalar members by their key, nested ones by dotted path.
    `dialect` names the notation (json, python, java_map, go_map, php, pairs, xml, csv, …).
    `host_page` is true for readings out of a manual's or code's text, not an answer.
    """

    span: Span
    code: str | None
    code_key: str | None
    message: str | None
    message_key: str | None
    fields: Mapping[str, Any]
    dialect: str
    repairs: tuple[str, ...] = ()
    exchange: Exchange = Exchange()
    cut: bool = False
    depth: int = 0
    own: Span | None = None


@dataclass(frozen=True, slots=True)
class ReadText:
    """The decoded text of one input, and what was read in it.

    `encoding` is Python's name. `repairs` are those of the whole text (bom, encoding …).
    `plain` are the spans outside every reading, where words may still mean something.
    `shape` names what the text is as a whole (json, java_log, curl, har, stack_trace, chat, …).
    """

    text: str
    encoding: str
    repairs: tuple[str, ...]
    shape: str
    readings: tuple[Reading, ...]
    plain: tuple[Span, ...]
    notes: tuple[Phrase, ...] = ()
    offsets: Offsets | None = field(default=None, repr=False, compare=False)

    def byte_offset(self, char: int) -> int:
        """The byte, in the input as given, at which character `char` begins."""
        return char if self.offsets is None else self.offsets.byte_offset(char)

    def byte_span(self, span: Span) -> tuple[int, int]:
        """Start and end of `span` in bytes of the input as given."""
        return self.byte_offset(span.start), self.byte_offset(span.end)
