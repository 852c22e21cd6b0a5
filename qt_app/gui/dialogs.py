"""The only place that opens dialogs; tests hand in a fake that records and answers."""

from __future__ import annotations

import html

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QWidget

from qt_app.gui.marking import QT_TRANSLATE_NOOP

# What Qt's own Chinese leaves in English.
UNTRANSLATED = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
)


class Dialogs:
    """Questions to the user. Texts are shown as plain text."""

    def open_files(self, parent: QWidget) -> list[str]:
        """Paths to open; empty if cancelled."""
        title = QCoreApplication.translate("Dialogs", "Open a log or response")
        names, _ = QFileDialog.getOpenFileNames(parent, title)
        return names

    def open_file(self, parent: QWidget, title: str) -> str:
        """One JSON file to open; "" if cancelled."""
        name, _ = QFileDialog.getOpenFileName(parent, title, "", "JSON (*.json)")
        return name

    def ask_text(self, parent: QWidget, title: str, label: str, suggested: str) -> str:
        """A line of text; "" if cancelled."""
        box = QInputDialog(parent)
        box.setWindowTitle(title)
        box.setLabelText(label)
        box.setTextValue(suggested)
        return box.textValue() if box.exec() else ""

    def save_file(self, parent: QWidget, suggested: str) -> str:
        """Where to save; "" if cancelled."""
        title = QCoreApplication.translate("Dialogs", "Save")
        name, _ = QFileDialog.getSaveFileName(parent, title, suggested)
        return name

    def ask(self, parent: QWidget, question: str, detail: str, yes: str) -> bool:
        """A question whose `yes` button says what it does; the safe answer is preselected."""
        box = _box(parent, question, detail)
        accept = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        return box.clickedButton() is accept

    def inform(self, parent: QWidget | None, message: str, detail: str) -> None:
        """Say something that must not be missed."""
        box = _box(parent, message, detail)
        box.addButton(QMessageBox.StandardButton.Close)
        box.exec()


def _box(parent: QWidget | None, text: str, detail: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(QCoreApplication.translate("Dialogs", "Qingtui Triage"))
    box.setText(text)
    # The informative text has no format of its own and guesses; escaped it stays words.
    box.setInformativeText(html.escape(detail, quote=False))
    return box
