"""A finding in the making: found, not yet decided."""

from __future__ import annotations

from dataclasses import dataclass, field

from qt_app.core.diagnosis.context import Context
from qt_app.core.diagnosis.meaning import Decision
from qt_app.core.phrasebook import PhraseHit
from qt_app.core.reading.model import Exchange, Reading, Span


@dataclass(slots=True)
class Draft:
    """`context` is None where the code needs no deciding (phrases, successes without a code).

    `said` is a decision that the words themselves made.
    """

    span: Span
    kind: str
    code: str
    message: str | None
    context: Context | None = None
    exchange: Exchange = field(default_factory=Exchange)
    reading: Reading | None = None
    hit: PhraseHit | None = None
    said: Decision | None = None
    ok: bool = False
    params: frozenset[str] = frozenset()
