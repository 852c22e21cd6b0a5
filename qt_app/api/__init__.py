"""The public library: diagnose a paste, look up codes, write reports. Imports no Qt.

Parts are imported when first asked for: looking up a code needs no engine.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qt_app.api.analysis import Analysis, analyse, diagnose
    from qt_app.api.codes import code_row, search_codes
    from qt_app.api.formats import FORMATS
    from qt_app.api.inputs import file_input, stream_input
    from qt_app.api.knowing import load_catalogue
    from qt_app.api.rendering import render
    from qt_app.api.report import Report
    from qt_app.core.diagnosis import Cancelled, Input
    from qt_app.core.redaction import RedactionOptions

_HOMES = {
    "qt_app.api.analysis": ("Analysis", "analyse", "diagnose"),
    "qt_app.api.codes": ("code_row", "search_codes"),
    "qt_app.api.inputs": ("file_input", "stream_input"),
    "qt_app.api.knowing": ("load_catalogue",),
    "qt_app.api.formats": ("FORMATS",),
    "qt_app.api.rendering": ("render",),
    "qt_app.api.report": ("Report",),
    "qt_app.core.diagnosis": ("Cancelled", "Input"),
    "qt_app.core.redaction": ("RedactionOptions",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "FORMATS",
    "Analysis",
    "Cancelled",
    "Input",
    "RedactionOptions",
    "Report",
    "analyse",
    "code_row",
    "diagnose",
    "file_input",
    "load_catalogue",
    "render",
    "search_codes",
    "stream_input",
]


def __getattr__(name: str) -> Any:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(home), name)
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
