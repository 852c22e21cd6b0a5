"""The status bar: what happened last on the left, what holds always on the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QStatusBar, QWidget

from qt_app.gui.theme import Theme
from qt_app.gui.widgets.words import ElidedLabel, IconLabel, plain_label, set_tip

CLEAR_AFTER = 6000


class StatusBar(QStatusBar):
    """`say` clears after 6 s; `complain` stays until the next action."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._entries, self._date = -1, ""
        self._host = ""
        self.setSizeGripEnabled(False)
        self.message = ElidedLabel()
        self.message.setObjectName("statusMessage")
        self.message.setProperty("role", "small")
        self.message.setProperty("tone", "text2")
        self.addWidget(self.message, 1)
        self._add_promise()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CLEAR_AFTER)
        self._timer.timeout.connect(self.clear_message)
        theme.changed.connect(self.retheme)
        self.retheme()
        self.retranslate()

    def _add_promise(self) -> None:
        self._icon = IconLabel(self._theme, "shield-lock", "ok", 14)
        self._note = plain_label("", "small", "text2")
        self._note.setObjectName("privacyNote")
        self._data = plain_label("", "small", "text2")
        right = QWidget()
        row = QHBoxLayout(right)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(5)
        row.addWidget(self._icon)
        row.addWidget(self._note)
        row.addSpacing(14)
        row.addWidget(self._data)
        self.addPermanentWidget(right)

    @Slot(str)
    def say(self, text: str) -> None:
        """Show what was done; clears after 6 s."""
        self._show(text, "text2")
        self._timer.start()

    @Slot(str)
    def complain(self, text: str) -> None:
        """Show what went wrong; stays until the next action."""
        self._timer.stop()
        self._show(text, "error")

    @Slot(str)
    def set_network(self, host: str) -> None:
        """Name the host in contact, or "" when there is none."""
        self._host = host
        self._icon.set_icon("world" if host else "shield-lock", "accenttext" if host else "ok")
        self.retranslate()

    def set_data(self, entries: int, date: str) -> None:
        """How many codes the table holds, and of which month it is."""
        self._entries, self._date = entries, date
        self._say_data()

    @Slot()
    def clear_message(self) -> None:
        """Say nothing."""
        self._show("", "text2")

    @Slot()
    def retheme(self) -> None:
        """Follow the text size."""
        self.setFixedHeight(self._theme.scaled(28))
        self.message.setContentsMargins(14, 0, 8, 0)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        quiet = self.tr("Everything stays on this computer")
        self._note.setText(self.tr("Connecting to {0}").format(self._host) if self._host else quiet)
        tip = self.tr(
            "What you paste is read on this computer. Only a checklist you start connects."
        )
        set_tip(self._note, tip)
        self._say_data()

    def _say_data(self) -> None:
        if self._entries < 0:
            return
        entries = self.tr("%n entry(s)", "", self._entries)
        self._data.setText(f"{entries} · {self._date}" if self._date else entries)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            if self._timer.isActive():
                # What was done was said in the other language.
                self.clear_message()
        super().changeEvent(event)

    def _show(self, text: str, tone: str) -> None:
        self.message.set_tone(tone)
        self.message.setText(text)
