"""Marks strings for lupdate. PySide6's own marker is typed as giving `object`."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:
    """`source` itself; lupdate files it under `context`."""
    return source
