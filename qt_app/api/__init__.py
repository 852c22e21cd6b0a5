"""The public library: diagnose a paste, look up codes, write reports. Imports no Qt."""

from __future__ import annotations

from qt_app.api.analysis import Analysis, analyse, diagnose
from qt_app.api.codes import code_row, search_codes
from qt_app.api.inputs import file_input, stream_input
from qt_app.api.knowing import load_catalogue
from qt_app.api.rendering import FORMATS, render
from qt_app.api.report import Report
from qt_app.core.diagnosis import Cancelled, Input
from qt_app.core.redaction import RedactionOptions

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
