"""The two rows above a guided list: what is checked, and what that means for the network."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from qt_app.gui.desk import Desk
from qt_app.gui.pages.checklists_guide import FIELDS, LISTS, LIVE
from qt_app.gui.widgets.buttons import Button, DropDown
from qt_app.gui.widgets.flow import FlowWidget
from qt_app.gui.widgets.words import IconLabel, plain_label, set_tip

_NAMES = {
    "target": "checklistTarget",
    "safe_domain": "checklistSafeDomain",
    "connect": "checklistConnect",
    "http_connect": "checklistHttpConnect",
    "ca": "checklistCa",
}


class ChecklistForm(QWidget):
    """Signals: `picked(name)`, `edited()`, `run_requested()` (the button, or Enter in a field)."""

    picked = Signal(str)
    edited = Signal()
    run_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._busy = False
        self._is_error = False
        self.picker = DropDown(desk.theme, "checklistPicker")
        self.fields = {name: self._field(_NAMES[name]) for name in FIELDS}
        self.more = Button(desk.theme, "quiet", "chevron-right", name="checklistAdvanced")
        self.run_button = Button(desk.theme, "outline", "player-play", name="runChecksButton")
        self._browse = Button(desk.theme, "outline", "folder", small=True, name="checklistBrowseCa")
        self._labels = {name: plain_label("", "small", "text2") for name in FIELDS[2:]}
        self._icon = IconLabel(desk.theme, "world", "text2", 14)
        self._note = plain_label("", "small", "text2", wrap=True)
        self._note.setObjectName("checklistNetworkNote")
        self._build()
        self._connect()
        self.retranslate()
        self.show_list(LISTS[0])

    # What it holds

    def values(self) -> dict[str, str]:
        """All fields that concern the current list."""
        own = FIELDS[:2] if self._name() != LIVE else (FIELDS[0], *FIELDS[2:])
        return {name: self.fields[name].text() for name in own}

    def fill(self, inputs: Mapping[str, str]) -> None:
        """Put values into the fields without asking for anything."""
        for name, field in self.fields.items():
            if name in inputs and field.text() != inputs[name]:
                field.blockSignals(True)
                field.setText(inputs[name])
                field.setCursorPosition(0)
                field.blockSignals(False)

    def show_list(self, name: str) -> None:
        """Choose a list in the picker and show its fields."""
        row = self.picker.findData(name)
        if row >= 0 and row != self.picker.currentIndex():
            self.picker.blockSignals(True)
            self.picker.setCurrentIndex(row)
            self.picker.blockSignals(False)
            self.picker.updateGeometry()
        self._show_fields()

    def show_advanced(self, is_open: bool) -> None:
        """Open or close the row of the connection's own places."""
        self._wants_more = is_open
        self._show_fields()

    def set_busy(self, busy: bool) -> None:
        """While a check is under way the button stops it."""
        self._busy = busy
        self.run_button.set_icon("player-stop" if busy else "player-play")
        self._say_button()

    def say(self, text: str, icon: str = "world") -> None:
        """The grey line: where a check connects to, or that it does not."""
        self._show_note(text, icon, "text2")

    def complain(self, text: str, field: str) -> None:
        """The same line as an error, and the keyboard in the field it is about."""
        self._show_note(text, "circle-x", "error")
        if field in FIELDS[2:]:
            self.show_advanced(True)
        self.fields[field].setFocus(Qt.FocusReason.OtherFocusReason)
        self.fields[field].selectAll()

    @property
    def note(self) -> str:
        """What the line says."""
        return self._note.text()

    def order(self) -> list[QWidget]:
        """The controls in reading order."""
        more = [self.fields["connect"], self.fields["http_connect"], self.fields["ca"]]
        first: list[QWidget] = [self.picker, self.fields["target"], self.fields["safe_domain"]]
        return [*first, self.more, self.run_button, *more, self._browse]

    # Words

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        titles = {
            "domain": self.tr("Domain not authorised"),
            "https": self.tr("Ads on a page (HTTPS)"),
        }
        for row in range(self.picker.count()):
            self.picker.setItemText(row, titles[self.picker.itemData(row)])
        self.picker.set_name(self.tr("Checklist"))
        self.picker.updateGeometry()
        self._say_fields()
        self.more.setText(self.tr("Advanced"))
        set_tip(self.more, self.tr("Connect elsewhere, trust a certificate authority of your own"))
        self._browse.setText(self.tr("Choose…"))
        self._browse.setAccessibleName(self.tr("Choose a CA file"))
        self._say_button()

    def _say_fields(self) -> None:
        live = self._name() == LIVE
        page = self.tr("Address of the page that shows ads or does not open")
        link = self.tr("Failing page, or the authorize link")
        words = {
            "target": (self.tr("Address to check"), page if live else link),
            "safe_domain": (
                self.tr("What the back office holds now"),
                self.tr("Safe domain entered now"),
            ),
            "connect": (self.tr("Connect to"), self.tr("host:port")),
            "http_connect": (self.tr("For http connect to"), self.tr("host:port")),
            "ca": (self.tr("Trusted CA file"), self.tr("PEM file")),
        }
        tips = {
            "target": self.tr("Run: Enter or F5"),
            "safe_domain": self.tr(
                "What the back office holds as the safe domain (安全域名). "
                "Leave it empty if unknown."
            ),
            "connect": self.tr("The connection goes there; name and SNI stay those of the address"),
            "http_connect": self.tr("The same for the http side"),
            "ca": self.tr("Its certificates count as trusted in this check"),
        }
        for name, (label, hint) in words.items():
            field = self.fields[name]
            field.setAccessibleName(label)
            field.setPlaceholderText(hint)
            set_tip(field, tips[name])
            if name in self._labels:
                self._labels[name].setText(label)
        self._size_fields()

    def _say_button(self) -> None:
        self.run_button.setText(self.tr("Stop") if self._busy else self.tr("Run checks"))
        set_tip(self.run_button, self.tr("Stop (Esc)") if self._busy else self.tr("Run (F5)"))

    @Slot()
    def _size_fields(self) -> None:
        """Fields grow with the text; the short hints are shown whole."""
        scaled = self._desk.theme.scaled
        self._row.flow.set_stretch(self.fields["target"], scaled(240))
        self._row.flow.set_stretch(self.fields["safe_domain"], self._hint_width("safe_domain"))
        for name in self._labels:
            self._advanced.flow.set_stretch(self.fields[name], scaled(140))
        self._row.updateGeometry()

    def _hint_width(self, name: str) -> int:
        field = self.fields[name]
        metrics = self._desk.theme.metrics("body")
        wanted = metrics.horizontalAdvance(field.placeholderText()) + 28
        return max(self._desk.theme.scaled(160), min(wanted, self._desk.theme.scaled(280)))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # How

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        field.setMaxLength(65_536)
        return field

    def _build(self) -> None:
        for name in LISTS:
            self.picker.addItem("", name)
        self._wants_more = False
        self.picker.setMinimumWidth(200)
        row = FlowWidget(gap=8, row_gap=8)
        row.flow.setContentsMargins(16, 12, 16, 6)
        for widget in self.order()[:5]:
            row.add(widget)
        self._row = row
        self._advanced = FlowWidget(gap=8, row_gap=8)
        self._advanced.flow.setContentsMargins(16, 2, 16, 6)
        for name, label in self._labels.items():
            label.setBuddy(self.fields[name])
            self._advanced.add(label)
            self._advanced.add(self.fields[name])
        self._advanced.add(self._browse)
        note = QHBoxLayout()
        note.setContentsMargins(17, 0, 16, 11)
        note.setSpacing(6)
        note.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        note.addWidget(self._note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(row)
        column.addWidget(self._advanced)
        column.addLayout(note)

    def _connect(self) -> None:
        self._desk.theme.changed.connect(self._size_fields)
        self.picker.currentIndexChanged.connect(self._on_picked)
        self.run_button.clicked.connect(self.run_requested)
        self.more.clicked.connect(self._toggle)
        self._browse.clicked.connect(self._choose_ca)
        for field in self.fields.values():
            field.textChanged.connect(self.edited)
            field.returnPressed.connect(self.run_requested)

    def _name(self) -> str:
        return str(self.picker.currentData() or LISTS[0])

    def _show_fields(self) -> None:
        live = self._name() == LIVE
        self.fields["safe_domain"].setVisible(not live)
        self.more.setVisible(live)
        self.more.set_icon("chevron-down" if self._wants_more else "chevron-right")
        self._advanced.setVisible(live and self._wants_more)
        self._say_fields()

    def _show_note(self, text: str, icon: str, tone: str) -> None:
        self._icon.set_icon(icon, tone)
        self._note.set_tone(tone)
        self._note.setText(text)

    @Slot()
    def _on_picked(self) -> None:
        self._show_fields()
        self.picked.emit(self._name())

    @Slot()
    def _toggle(self) -> None:
        self.show_advanced(not self._wants_more)

    @Slot()
    def _choose_ca(self) -> None:
        names = self._desk.dialogs.open_files(self)
        if names:
            self.fields["ca"].setText(names[0])
