"""Reads any paste: text, spans that carry answers, and the context of each."""

from __future__ import annotations

from qt_app.core.reading.model import Exchange, Reading, ReadText, Span
from qt_app.core.reading.reader import read

__all__ = ["Exchange", "ReadText", "Reading", "Span", "read"]
