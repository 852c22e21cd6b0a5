"""What a paste says: which codes, which meaning, whose error, how sure."""

from __future__ import annotations

from qt_app.core.diagnosis.model import Diagnosis, Finding, Input
from qt_app.core.diagnosis.pipeline import Cancelled, diagnose
from qt_app.core.diagnosis.rulebook import RuleBook
from qt_app.core.diagnosis.rules_raw import rulebook_from_raw

__all__ = [
    "Cancelled",
    "Diagnosis",
    "Finding",
    "Input",
    "RuleBook",
    "diagnose",
    "rulebook_from_raw",
]
