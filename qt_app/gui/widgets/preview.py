"""A window that shows what is about to be copied, with every mask marked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from qt_app.gui.theme import Theme
from qt_app.gui.widgets.buttons import Button, DropDown
from qt_app.gui.widgets.field_help import HelpKey, set_help
from qt_app.gui.widgets.flow import FlowWidget
from qt_app.gui.widgets.words import plain_label

MOST_MARKS = 2000
MOST_SHOWN = 500_000


class Preview(QDialog):
    """`show_texts(texts by form, mask labels)`; `copy_requested(text)` for the form in sight."""

    copy_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts: Mapping[str, str] = {}
        self._labels: Sequence[str] = ()
        self.setObjectName("copyPreview")
        HelpKey(self)
        self.forms = DropDown(theme, "previewForm", small=True)
        self.forms.addItems(["", "", "", ""])
        self.forms.currentIndexChanged.connect(self._show_form)
        self._count = plain_label("", "small", "text2")
        self.text = QPlainTextEdit()
        self.text.setProperty("role", "code")
        self.text.setReadOnly(True)
        self.text.setObjectName("previewText")
        self._copy = Button(theme, "primary", "copy", name="previewCopyButton")
        self._copy.clicked.connect(self._on_copy)
        self._close = Button(theme, "outline")
        self._close.clicked.connect(self.close)
        head, foot = FlowWidget(gap=8), FlowWidget(gap=8)
        head.add(self.forms)
        head.add(self._count)
        foot.add(self._copy)
        foot.add(self._close)
        foot.flow.set_right(self._copy)
        column = QVBoxLayout(self)
        column.addWidget(head)
        column.addWidget(self.text, 1)
        column.addWidget(foot)
        self.resize(720, 560)
        theme.changed.connect(self._mark)
        self.retranslate()

    def show_texts(self, texts: Mapping[str, str], labels: Sequence[str]) -> None:
        """Show the first of these forms."""
        self._texts, self._labels = texts, labels
        self._show_form()
        if self.isVisible():
            self.raise_()
        else:
            self.show()

    def retranslate(self) -> None:
        """Words in the language in force."""
        self.setWindowTitle(self.tr("Preview with masks"))
        names = (self.tr("Ticket"), self.tr("Customer reply"), "Markdown", "JSON")
        for row, name in enumerate(names):
            self.forms.setItemText(row, name)
        self.forms.setAccessibleName(self.tr("Form of the text"))
        self.text.setAccessibleName(self.tr("What is copied"))
        words = self.tr(
            "What would be copied, in the form chosen above, with every mask marked. It can be "
            "read only; Esc closes it."
        )
        set_help(self, words)
        self._copy.setText(self.tr("Copy"))
        self._close.setText(self.tr("Close"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _form_text(self) -> str:
        forms = list(self._texts)
        row = self.forms.currentIndex()
        return self._texts[forms[row]] if 0 <= row < len(forms) else ""

    @Slot()
    def _show_form(self) -> None:
        self.text.setPlainText(self._form_text()[:MOST_SHOWN])
        self._mark()

    @Slot()
    def _mark(self) -> None:
        if not self._labels:
            self.text.setExtraSelections([])
            self._count.setText(self.tr("Nothing had to be masked."))
            return
        pattern = "|".join(re.escape(label) for label in self._labels)
        shown, marks = self.text.toPlainText(), []
        style = QTextCharFormat()
        style.setBackground(self._theme.color("mark"))
        style.setForeground(self._theme.color("text"))
        found = [match.span() for match in re.finditer(pattern, shown)]
        for start, end in found[:MOST_MARKS]:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(self.text.document())
            mark.cursor.setPosition(_utf16(shown, start))
            mark.cursor.setPosition(_utf16(shown, end), QTextCursor.MoveMode.KeepAnchor)
            mark.format = style
            marks.append(mark)
        self.text.setExtraSelections(marks)
        self._count.setText(self.tr("%n mask(s) in this text", "", len(found)))

    @Slot()
    def _on_copy(self) -> None:
        self.copy_requested.emit(self._form_text())
        self.close()


def _utf16(text: str, place: int) -> int:
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2
