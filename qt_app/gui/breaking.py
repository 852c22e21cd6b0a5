"""Chances to wrap inside long runs: links, hosts, encoded values. For the screen only.

Qt wraps at words, so what has no blank would be cut at the edge of its column. What is shown
gets marks that nobody sees; what is copied or read aloud must not have them.
"""

from __future__ import annotations

import re
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit

MARK, JOINER = "\u200b", "\u2060"
_SHORT, LONGEST = 24, 30
_MARKS = str.maketrans({MARK: None, JOINER: None})
# A Chinese character may begin a line anyhow, so it ends a run.
_RUN = re.compile(r"[^\s\u1100-\uffff]{2,}")
# Between letters that stand alone: marks would take other scripts' letters out of their shape.
_ALONE = "!-\u02ff\u0370-\u0482\u048a-\u058f"
_PLACE = re.compile(rf"(?<=[{_ALONE}])(?<!%)(?<!%[0-9A-Fa-f])(?=[{_ALONE}])")
_SLASH = re.compile(r"/(?=[^/])")


def breakable(text: str, longest: int = LONGEST) -> str:
    """`text` that wraps anywhere inside a run longer than `longest`, never inside `%2F`; a short
    path stays whole.

    To be shown only: copy and read aloud the text itself, or take the marks out by `unbroken`.
    """
    return _RUN.sub(partial(_marked, longest), text)


def unbroken(text: str) -> str:
    """`text` without the marks of `breakable`."""
    return text.translate(_MARKS)


def _marked(longest: int, found: re.Match[str]) -> str:
    run = found[0]
    if len(run) > longest:
        return _PLACE.sub(MARK, run)
    return _SLASH.sub(f"/{JOINER}", run) if len(run) <= _SHORT and "/" in run else run


def selected_words() -> str:
    """What is selected in the words with the focus; they lose Ctrl+C to the menu's key."""
    widget = QApplication.focusWidget()
    text = ""
    if isinstance(widget, QLabel):
        text = unbroken(widget.selectedText())
    elif isinstance(widget, QPlainTextEdit):
        text = widget.textCursor().selectedText() if widget.isReadOnly() else ""
    return text.replace("\u2029", "\n")


class WholeCopies(QObject):
    """Takes the marks out of what the user copies from a label, by key, menu or mouse."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._clipboard.dataChanged.connect(self._on_copied)
        self._clipboard.selectionChanged.connect(self._on_selected)

    @Slot()
    def _on_copied(self) -> None:
        self._clean(QClipboard.Mode.Clipboard)

    @Slot()
    def _on_selected(self) -> None:
        if self._clipboard.supportsSelection():
            self._clean(QClipboard.Mode.Selection)

    def _clean(self, mode: QClipboard.Mode) -> None:
        """Only a label of ours has marks; a paste with such characters is left as it is."""
        label = QApplication.focusWidget()
        if not isinstance(label, QLabel) or not label.hasSelectedText():
            return
        text = self._clipboard.text(mode)
        if text != unbroken(text) and text == label.selectedText():
            self._clipboard.setText(unbroken(text), mode)
