"""Find in the pasted text: a field, how many there are, next and previous."""

from __future__ import annotations

import re
from bisect import bisect_right

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from qt_app.gui.theme import Theme
from qt_app.gui.widgets.buttons import Button
from qt_app.gui.widgets.field_help import set_help
from qt_app.gui.widgets.filter_field import SearchField
from qt_app.gui.widgets.words import plain_label, set_tip

_LONGEST = 200
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindField(SearchField):
    """`stepped(by)` for Enter and the arrows, `escaped` for Esc."""

    stepped = Signal(int)
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = event.key(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if key in _ENTER:
            self.stepped.emit(-1 if shift else 1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """Searches the text of `box` as it stands on the screen; case does not matter.

    `open()` shows it with what is selected; Esc hides it and the keyboard is in the box again,
    with the place found still selected.
    """

    def __init__(self, theme: Theme, box: QPlainTextEdit) -> None:
        super().__init__()
        self._box = box
        self._start = 0
        self.field = FindField(theme, "findField", _LONGEST)
        self.count = plain_label("", "small", "text2")
        self.count.setObjectName("findCount")
        self.previous = Button(theme, "icon", "chevron-up", small=True, name="findPrevious")
        self.next = Button(theme, "icon", "chevron-down", small=True, name="findNext")
        self.close_button = Button(theme, "icon", "x", small=True, name="findClose")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 8)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addSpacing(4)
        for part in (self.count, self.previous, self.next, self.close_button):
            row.addWidget(part)
        self.field.textEdited.connect(self._search)
        self.field.stepped.connect(self.step)
        self.field.escaped.connect(self.close_back)
        self.previous.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.close_button.clicked.connect(self.close_back)
        box.textChanged.connect(self._on_text)
        self.retranslate()
        self.hide()

    def open(self) -> None:
        """Show it and take the keyboard."""
        cursor = self._box.textCursor()
        chosen = cursor.selectedText()
        if chosen and len(chosen) <= _LONGEST and "\u2029" not in chosen:
            self.field.setText(chosen)
        self._start = cursor.selectionStart()
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._say_count()

    @Slot()
    def close_back(self) -> None:
        """Hide it; the keyboard goes back into the box."""
        self.hide()
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def step(self, by: int) -> None:
        """Select the next or the previous place; from the last on to the first."""
        word = self.field.text()
        if not word:
            return
        back = by < 0
        found = self._found(word, self._box.textCursor(), back=back)
        if found.isNull():
            around = QTextCursor(self._box.document())
            if back:
                around.movePosition(QTextCursor.MoveOperation.End)
            found = self._found(word, around, back=back)
        self._choose(found)

    def retranslate(self) -> None:
        """Words in the language in force."""
        name = self.tr("Find in the text")
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(name)
        tip = self.tr("Enter goes to the next place, Shift+Enter to the one before, Esc closes")
        set_tip(self.field, tip)
        words = self.tr(
            "Finds words in the pasted text; case does not matter. Enter goes to the next place, "
            "Shift+Enter to the one before, Esc closes and leaves the place selected."
        )
        set_help(self, words)
        keys = QKeySequence.SequenceFormat.NativeText
        esc = QKeySequence("Esc").toString(keys)
        for button, words in (
            (self.previous, self.tr("Previous place (Shift+Enter)")),
            (self.next, self.tr("Next place (Enter)")),
            (self.close_button, self.tr("Close ({0})").format(esc)),
        ):
            button.setAccessibleName(words)
            set_tip(button, words)
        self._say_count()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # Inside

    @Slot()
    def _search(self) -> None:
        """While typing: the first place from where the search began."""
        word = self.field.text()
        cursor = QTextCursor(self._box.document())
        cursor.setPosition(min(self._start, self._box.document().characterCount() - 1))
        if not word:
            self._box.setTextCursor(cursor)
            self._say_count()
            return
        found = self._found(word, cursor)
        if found.isNull():
            found = self._found(word, QTextCursor(self._box.document()))
        self._choose(found)

    def _found(self, word: str, start: QTextCursor, *, back: bool = False) -> QTextCursor:
        flags = QTextDocument.FindFlag.FindBackward if back else QTextDocument.FindFlag(0)
        return self._box.document().find(word, start, flags)

    def _choose(self, found: QTextCursor) -> None:
        if not found.isNull():
            self._box.setTextCursor(found)
            self._box.centerCursor()
        self._say_count()

    def _say_count(self) -> None:
        """`3 / 17`; "none" in the colour of an error."""
        word = self.field.text()
        if not word or self.isHidden():
            self.count.setText("")
            return
        text = self._box.document().toPlainText()
        places = [found.start() for found in re.finditer(re.escape(word), text, re.IGNORECASE)]
        self.count.set_tone("text2" if places else "error")
        self.count.setText(f"{self._at(text, places)} / {len(places)}" if places else self._none())

    def _at(self, text: str, places: list[int]) -> int:
        """Which of the places is selected, from 1; the cursor counts in UTF-16."""
        units = self._box.textCursor().selectionStart()
        if text.isascii():
            start = units
        else:
            coded = text.encode("utf-16-le", "surrogatepass")[: 2 * units]
            start = len(coded.decode("utf-16-le", "surrogatepass"))
        return bisect_right(places, start)

    def _none(self) -> str:
        return self.tr("not found")

    @Slot()
    def _on_text(self) -> None:
        self._start = 0
        if self.isVisible():
            self._say_count()

    @Slot()
    def _go_on(self) -> None:
        self.step(1)

    @Slot()
    def _go_back(self) -> None:
        self.step(-1)
