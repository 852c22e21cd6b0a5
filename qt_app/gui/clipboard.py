"""The only place that touches the clipboard; tests hand in a fake."""

from __future__ import annotations

import contextlib
import sys

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QClipboard, QGuiApplication

_KEEP = "import sys, pyperclip; pyperclip.copy(sys.stdin.buffer.read().decode('utf-8'))"
_LIMIT = 2.0


class Clipboard(QObject):
    """Copies text and hands out what was copied elsewhere. `copied(text)` after each copy."""

    copied = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.last_text = ""

    def copy(self, text: str) -> None:
        """Put `text` on the clipboard; lone surrogates become replacement marks."""
        clean = text.encode("utf-8", "replace").decode("utf-8")
        self.last_text = clean
        self._board().setText(clean)
        self.copied.emit(clean)

    def text(self) -> str:
        """The clipboard's plain text; "" if it holds none."""
        data = self.data()
        return data.text() if data is not None and data.hasText() else ""

    def data(self) -> QMimeData | None:
        """All that is on the clipboard (text, files, a picture), or None."""
        return self._board().mimeData()

    def hand_over(self) -> None:
        """On Linux the text would die with the program: let pyperclip keep it, 2 s at most."""
        if not sys.platform.startswith("linux") or not self.last_text:
            return
        if not self._board().ownsClipboard() or QGuiApplication.platformName() == "offscreen":
            return
        keep_text(self.last_text)

    def _board(self) -> QClipboard:
        return QGuiApplication.clipboard()


def keep_text(text: str, limit: float = _LIMIT) -> None:
    """Run pyperclip in a process of its own. It may block on us, so never in this thread."""
    import subprocess  # wanted once, at the end; the start does not wait for it

    with contextlib.suppress(OSError, subprocess.SubprocessError):
        subprocess.run(
            [sys.executable, "-c", _KEEP],
            input=text.encode("utf-8", "replace"),
            timeout=limit,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
