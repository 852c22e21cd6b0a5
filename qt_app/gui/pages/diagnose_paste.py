"""The upper left of the diagnose page: the paste box with its header, state and error lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from qt_app.gui.desk import Desk
from qt_app.gui.key_words import with_keys
from qt_app.gui.widgets.buttons import Button
from qt_app.gui.widgets.flow import FlowWidget
from qt_app.gui.widgets.panes import Pane
from qt_app.gui.widgets.paste_box import PasteBox
from qt_app.gui.widgets.words import HairLine, IconLabel, plain_label, set_tip

if TYPE_CHECKING:
    from qt_app.gui.widgets.find_bar import FindBar

PATIENCE = 150
_BAR = 2


class PastePane(Pane):
    """The buttons only emit; `box` holds the text. `waited`: reading takes longer than a blink."""

    open_requested = Signal()
    clear_requested = Signal()
    diagnose_requested = Signal()
    cancel_requested = Signal()
    waited = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._size = 0
        self._of_files = False
        # In reading order, which is the order of Tab.
        self._make_header()
        self._make_lines()
        self.box = PasteBox(desk.theme)
        self.box.setMinimumHeight(48)  # gives way to the lines above it when text is large
        self._find: FindBar | None = None
        column = self.column
        for part in (self._header, self._read_row, self._cut_row, self._error_row):
            column.addWidget(part)
        column.addWidget(self._wait_row)
        column.addWidget(self._bar)
        column.addWidget(self._line)
        column.addWidget(self.box, 1)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._show_wait)
        self.retranslate()
        self.show_text_state()

    # State

    def say_read_as(self, text: str) -> None:
        """How the paste was read; "" hides the line."""
        self.read_as.setText(text)
        self._read_row.setVisible(bool(text))

    def complain(self, text: str) -> None:
        """What could not be done; "" takes it away."""
        self._error.setText(text)
        self._error_row.setVisible(bool(text))

    def show_text_state(self) -> None:
        """Buttons and lines that depend on what the box holds."""
        filled = bool(self.box.toPlainText())
        self.clear_button.setVisible(filled)
        if self._find is not None and not filled:
            self._find.hide()
        self.diagnose_button.setEnabled(filled)
        self._cut_row.setVisible(self.box.is_cut())

    def open_find(self) -> None:
        """Search in the text; without one there is only the box to go to."""
        if not self.box.toPlainText():
            self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        if self._find is None:
            from qt_app.gui.widgets.find_bar import FindBar

            self._find = FindBar(self._desk.theme, self.box)
            self.column.insertWidget(self.column.indexOf(self._bar), self._find)
            self.setTabOrder(self.diagnose_button, self._find.field)
        self._find.open()

    def wait(self, size: int, *, of_files: bool = False) -> None:
        """Say after a moment that something large is being read."""
        self._size, self._of_files = size, of_files
        self._bar.setRange(0, 0)
        if self._wait_row.isHidden():
            self._patience.start()
        else:
            self._say_wait()

    @Slot(object)
    def advance(self, done: int) -> None:
        """So many bytes of a large file are read; what comes after them has no measure."""
        known = 0 < done < self._size
        self._bar.setRange(0, 100 if known else 0)
        self._bar.setValue(round(done * 100 / self._size) if known else 0)

    def wait_no_more(self) -> None:
        """The answer is there."""
        self._patience.stop()
        self._wait_row.hide()
        self._bar.hide()
        self._line.show()

    def retranslate(self) -> None:
        """Words in the language in force."""
        self._title.setText(self.tr("Pasted text"))
        self.open_button.setText(self.tr("Open file"))
        set_tip(self.open_button, with_keys(self.tr("Open a log or response"), "Ctrl+O"))
        self.clear_button.setText(self.tr("Clear"))
        tip = self.tr("Empty the box; Ctrl+Z brings the text back")
        set_tip(self.clear_button, with_keys(tip, "Esc"))
        self.diagnose_button.setText(self.tr("Diagnose"))
        set_tip(self.diagnose_button, self.tr("Diagnose the text below once more"))
        self._cancel.setText(self.tr("Cancel"))
        set_tip(self._cancel, with_keys(self.tr("Stop reading"), "Esc"))
        self._cut.setText(self.tr("Only the beginning is shown; the diagnosis covers all of it."))
        keys = QKeySequence("Ctrl+V").toString(QKeySequence.SequenceFormat.NativeText)
        self.box.setPlaceholderText(self.tr("Press {0} anywhere in the window").format(keys))
        self.box.setAccessibleName(self.tr("Pasted text"))
        self.box.setAccessibleDescription(
            self.tr("What the customer sent; it is diagnosed as soon as it is pasted.")
        )
        self.read_as.setAccessibleName(self.tr("How the text was read"))
        self._say_wait()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # Inside

    def _make_header(self) -> None:
        theme = self._desk.theme
        self._title = plain_label("", "strong")
        self.open_button = Button(theme, "quiet", "file-text", small=True, name="openFileButton")
        self.clear_button = Button(theme, "quiet", small=True, name="clearPasteButton")
        self.diagnose_button = Button(theme, "outline", small=True, name="diagnoseButton")
        self.open_button.clicked.connect(self.open_requested)
        self.clear_button.clicked.connect(self.clear_requested)
        self.diagnose_button.clicked.connect(self.diagnose_requested)
        self._header = FlowWidget(gap=8, row_gap=4)
        self._header.flow.setContentsMargins(16, 10, 12, 8)
        self._header.add(self._title)
        self._header.add(self.open_button)
        self._header.add(self.clear_button)
        self._header.add(self.diagnose_button)
        for button in (self.open_button, self.clear_button, self.diagnose_button):
            self._header.flow.set_right(button)

    def _make_lines(self) -> None:
        theme = self._desk.theme
        self.read_as = plain_label("", "small", "text2", wrap=True)
        self.read_as.setObjectName("readAsLabel")
        self._read_row = _row(IconLabel(theme, "file-text", "text2", 14), self.read_as)
        self._cut = plain_label("", "small", "text2", wrap=True)
        self._cut_row = _row(IconLabel(theme, "info-circle", "text2", 14), self._cut)
        self._error = plain_label("", "small", "error", wrap=True, selectable=True)
        self._error.setObjectName("pasteError")
        self._error_row = _row(IconLabel(theme, "circle-x", "error", 14), self._error)
        self._wait = plain_label("", "small", "text2", wrap=True)
        self._cancel = Button(theme, "link", name="cancelDiagnosisButton")
        self._cancel.clicked.connect(self.cancel_requested)
        icon = IconLabel(theme, "loader-2", "accenttext", 14)
        self._wait_row = _row(icon, self._wait, self._cancel)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(_BAR)
        self._bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._line = HairLine()
        for part in (self._read_row, self._cut_row, self._error_row, self._wait_row, self._bar):
            part.hide()

    @Slot()
    def _show_wait(self) -> None:
        self._say_wait()
        self._wait_row.show()
        self._bar.show()
        self._line.hide()
        self.waited.emit()

    def _say_wait(self) -> None:
        if self._of_files:
            text = self.tr("Opening the file …")
        elif self._size >= 1_000_000:
            text = self.tr("Reading {0} MB …").format(round(self._size / 1_000_000))
        else:
            text = self.tr("Reading {0} KB …").format(max(round(self._size / 1000), 1))
        self._wait.setText(text)


def _row(icon: QWidget, words: QWidget, button: QWidget | None = None) -> QWidget:
    """An icon and a line of words that may wrap, at the page's inset."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(16, 0, 12, 8)
    row.setSpacing(6)
    if button is None:
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
    else:
        # A button is higher than the line: all three stand on one middle.
        for part, stretch in ((icon, 0), (words, 1), (button, 0)):
            row.addWidget(part, stretch, Qt.AlignmentFlag.AlignVCenter)
    return box
