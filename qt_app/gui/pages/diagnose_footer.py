"""The foot of the card: what is copied, in which form, masked or not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from qt_app.gui.desk import Desk
from qt_app.gui.key_words import with_keys
from qt_app.gui.widgets.buttons import Button, CheckBox
from qt_app.gui.widgets.panes import Footer
from qt_app.gui.widgets.words import set_tip


class CardFooter(Footer):
    """`ticket_requested`, `reply_requested`; `more_requested(name)` with markdown, json, preview
    or save. `is_redacting()` says what the check box says."""

    ticket_requested = Signal()
    reply_requested = Signal()
    more_requested = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self._masked = 0
        self.ticket = Button(theme, "primary", "clipboard-text", name="copyTicketButton")
        self.reply = Button(theme, "outline", "message-reply", name="copyReplyButton")
        self.more = Button(theme, "icon", "dots", name="moreCopyButton")
        self.toggle = CheckBox(theme, "redactToggle")
        self.toggle.setChecked(True)
        self._menu = QMenu(self)
        self._actions: dict[str, QAction] = {}
        for name in ("markdown", "json", "preview", "save"):
            action = self._menu.addAction("")
            action.setObjectName(f"copyMore_{name}")
            action.setData(name)
            self._actions[name] = action
        self._menu.triggered.connect(self._on_more)
        self.more.setMenu(self._menu)
        for part in (self.ticket, self.reply, self.more):
            self.add(part)
        self.add(self.toggle, right=True)
        self.ticket.clicked.connect(self.ticket_requested)
        self.reply.clicked.connect(self.reply_requested)
        self.toggle.toggled.connect(self.retranslate)
        self.retranslate()

    def is_redacting(self) -> bool:
        """Whether secrets are masked in what the two buttons copy."""
        return self.toggle.isChecked()

    def set_masked(self, count: int) -> None:
        """How many places are masked."""
        if count != self._masked:
            self._masked = count
            self._say_masked()

    def set_ready(self, ready: bool) -> None:
        """Whether there is anything to copy."""
        for button in (self.ticket, self.reply, self.more):
            button.setEnabled(ready)

    @Slot()
    def retranslate(self) -> None:
        """Words in the language in force; unmasked copies say so."""
        on = self.is_redacting()
        ticket = self.tr("Copy for ticket") if on else self.tr("Copy for ticket (unmasked)")
        reply = self.tr("Copy customer reply") if on else self.tr("Copy customer reply (unmasked)")
        self.ticket.setText(ticket)
        self.reply.setText(reply)
        self.ticket.set_icon("clipboard-text" if on else "alert-triangle")
        self.reply.set_icon("message-reply" if on else "alert-triangle")
        set_tip(self.ticket, with_keys(self.tr("All findings as a block for the ticket"), "Ctrl+C"))
        set_tip(self.reply, with_keys(self.tr("An answer ready to send"), "Ctrl+Shift+C"))
        words = {
            "markdown": self.tr("Copy as Markdown"),
            "json": self.tr("Copy as JSON"),
            "preview": self.tr("Preview what is masked…"),
            "save": self.tr("Save as a file…"),
        }
        for name, action in self._actions.items():
            action.setText(words[name])
        self.more.setAccessibleName(self.tr("More ways to copy"))
        set_tip(self.more, self.tr("Markdown, JSON, preview, file"))
        tip = self.tr("Off: copies are unmasked until the next paste, which switches it on")
        set_tip(self.toggle, tip)
        self._say_masked()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _say_masked(self) -> None:
        plain, counted = self.tr("Mask secrets"), self.tr("Mask secrets (%n)", "", self._masked)
        self.toggle.setText(counted if self._masked else plain)
        self.toggle.updateGeometry()
        self.flow.invalidate()

    @Slot(QAction)
    def _on_more(self, action: QAction) -> None:
        self.more_requested.emit(action.data())
