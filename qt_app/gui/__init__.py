"""The window."""

from __future__ import annotations

from qt_app.gui.import_check import answer_from_names

# For whoever brings their own QApplication; the program asks once it has loaded Qt.
answer_from_names()
