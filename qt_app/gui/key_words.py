"""Keys beside words, as the platform and the language write them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence


def with_keys(words: str, keys: str | QKeySequence) -> str:
    """`Open a file (Ctrl+O)`; in Chinese with its own brackets."""
    shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    both = QCoreApplication.translate("KeyWords", "{0} ({1})", "words and their keys")
    return both.format(words, shown)
