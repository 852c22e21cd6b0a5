"""Spares PySide a search that this program never needs.

For `from __feature__ import …` PySide reads the source of each module that is imported after it,
to see whether "PySide6" stands in it: 60 files before the first paint, a fifteenth of the start,
and again whenever a page is made. A module's name tells the same.
"""

from __future__ import annotations

import sys
from types import ModuleType


def answer_from_names() -> None:
    """Have PySide told by name which modules use it; where it does not ask, nothing happens."""
    asking = sys.modules.get("shibokensupport.feature")
    if hasattr(asking, "_mod_uses_pyside"):
        setattr(asking, "_mod_uses_pyside", _uses_pyside)  # noqa: B010 - a module has no such field


def _uses_pyside(module: ModuleType) -> bool:
    name = getattr(module, "__name__", "")
    return name.startswith(("qt_app.gui", "PySide6"))
