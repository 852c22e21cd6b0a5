"""轻推排障台 (Qingtui Triage): reads what a customer pasted and says what it is."""

from __future__ import annotations

__version__ = "0.1.0"
