"""Secrets: found in what was pasted, masked in all that goes out."""

from __future__ import annotations

from qt_app.core.redaction.model import MaskedValue, MaskSpan, RedactionOptions
from qt_app.core.redaction.redactor import Redactor, collect

__all__ = ["MaskSpan", "MaskedValue", "RedactionOptions", "Redactor", "collect"]
