"""The clipboard of a command: pyperclip with a time limit, its failures as phrases."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable
from typing import TypeVar

import pyperclip

from qt_app.core.errors import InputError, TriageError
from qt_app.core.phrases import Phrase

LIMIT = 2.0
_Result = TypeVar("_Result")


def copy(text: str) -> None:
    """Copy and read back, for pyperclip fails silently; TriageError if it did not arrive."""
    _limited(lambda: pyperclip.copy(text))
    if _same(_limited(pyperclip.paste)) != _same(text):
        raise TriageError(Phrase("error.clipboard_failed"))


def paste() -> str:
    """The clipboard's text; InputError if there is none or no clipboard."""
    text = _limited(pyperclip.paste)
    if not isinstance(text, str) or not text:
        raise InputError(Phrase("error.clipboard_empty"))
    return text


def _same(text: str) -> str:
    return text.replace("\r\n", "\n").rstrip("\n")


def _limited(action: Callable[[], _Result]) -> _Result:
    """Run in a thread: a clipboard program whose owner hangs would wait for ever."""
    results: list[_Result] = []
    failures: list[Exception] = []

    def run() -> None:
        try:
            results.append(action())
        except (pyperclip.PyperclipException, OSError, ValueError) as error:
            failures.append(error)
        except subprocess.SubprocessError as error:
            failures.append(error)

    worker = threading.Thread(target=run, daemon=True)
    worker.start()
    worker.join(LIMIT)
    if results:
        return results[0]
    missing = bool(failures) and isinstance(failures[0], pyperclip.PyperclipException)
    key = "error.clipboard_missing" if missing else "error.clipboard_failed"
    raise InputError(Phrase(key))
