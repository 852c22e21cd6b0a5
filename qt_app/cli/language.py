"""The language to speak when nobody names one: English for an `en_*` locale, else Chinese."""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Mapping, Sequence

LANGS = ("zh", "en")
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def default_lang(environ: Mapping[str, str] | None = None) -> str:
    """ "zh" or "en" by LC_ALL, LC_MESSAGES, LANG; on Windows by the user's own language."""
    variables = os.environ if environ is None else environ
    for name in _VARIABLES:
        value = variables.get(name, "").strip()
        if value:
            return _of(value)
    return _of(_windows_locale()) if sys.platform == "win32" else "zh"


def asked_lang(argv: Sequence[str]) -> str | None:
    """The language named by `--lang`, before the arguments are parsed; None if there is none."""
    for index, arg in enumerate(argv):
        value = arg.removeprefix("--lang=") if arg.startswith("--lang=") else ""
        if arg == "--lang" and index + 1 < len(argv):
            value = argv[index + 1]
        if value in LANGS:
            return value
    return None


def _of(name: str) -> str:
    return "en" if name.replace("-", "_").lower().split(".")[0].split("_")[0] == "en" else "zh"


def _windows_locale() -> str:
    import ctypes

    try:
        number = ctypes.windll.kernel32.GetUserDefaultUILanguage()  # type: ignore[attr-defined,unused-ignore]
    except (AttributeError, OSError):
        return ""
    return locale.windows_locale.get(number, "")
