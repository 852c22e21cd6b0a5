"""The forms that a report can be written in."""

from __future__ import annotations

FORMATS = ("text", "json", "ndjson", "markdown", "ticket", "reply")
