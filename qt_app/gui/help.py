"""Help: shortcuts, the manual's appendix and FAQ verbatim, about, help on the focused field."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Mapping

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtGui import QKeySequence, QTextDocument, QTextOption
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from qt_app import __version__
from qt_app.core.catalogue.entries import SEED_TABLES
from qt_app.gui.desk import Desk
from qt_app.gui.marking import QT_TRANSLATE_NOOP
from qt_app.gui.widgets.buttons import Button
from qt_app.gui.widgets.cards import Chip
from qt_app.gui.widgets.field_help import HelpKey, set_help, show_help
from qt_app.gui.widgets.words import plain_label

KEYS: tuple[tuple[str, str], ...] = (
    ("Ctrl+V", QT_TRANSLATE_NOOP("Help", "Paste and diagnose, from anywhere outside a text field")),
    ("Ctrl+O", QT_TRANSLATE_NOOP("Help", "Open a file")),
    (
        "Ctrl+C",
        QT_TRANSLATE_NOOP("Help", "Nothing selected: copy the ticket, in the table the code"),
    ),
    ("Ctrl+Shift+C", QT_TRANSLATE_NOOP("Help", "Copy the customer reply")),
    ("Ctrl+S", QT_TRANSLATE_NOOP("Help", "Save what is shown as a file")),
    ("F8, Shift+F8", QT_TRANSLATE_NOOP("Help", "Next and previous finding or failed step")),
    (
        "Esc",
        QT_TRANSLATE_NOOP("Help", "Clear the search or the paste (Ctrl+Z brings it back), stop"),
    ),
    ("Ctrl+F", QT_TRANSLATE_NOOP("Help", "Search the codes, or find in the text")),
    ("Down", QT_TRANSLATE_NOOP("Help", "From the search into the table; typing goes back")),
    ("Return", QT_TRANSLATE_NOOP("Help", "Open the card or the group")),
    (
        "Alt+Right, Alt+Left",
        QT_TRANSLATE_NOOP("Help", "Next and previous meaning of the same code"),
    ),
    (
        "Left, Right",
        QT_TRANSLATE_NOOP("Help", "In the list of findings: close and open a group"),
    ),
    (
        "Left, Right",
        QT_TRANSLATE_NOOP(
            "Help",
            "On the time strip: walk along the bars; Shift widens, Enter chooses, Esc shows all",
        ),
    ),
    ("F5, Shift+F5", QT_TRANSLATE_NOOP("Help", "Run the checks; re-run this step")),
    ("1, 2, 3, 4", QT_TRANSLATE_NOOP("Help", "In the list of steps: pass, fail, unsure, skip")),
    ("Ctrl+T", QT_TRANSLATE_NOOP("Help", "New case; Ctrl+W closes it, Ctrl+Shift+T reopens it")),
    ("Ctrl+Tab", QT_TRANSLATE_NOOP("Help", "Next case; with Shift the previous one")),
    ("Ctrl+K", QT_TRANSLATE_NOOP("Help", "Command palette: every command, code and case")),
    (
        "Up, Down",
        QT_TRANSLATE_NOOP("Help", "In the palette: choose a row; Enter opens it, Esc closes"),
    ),
    ("F6", QT_TRANSLATE_NOOP("Help", "Next pane")),
    ("Ctrl+1, 2, 3, 4", QT_TRANSLATE_NOOP("Help", "Codes, Diagnose, Checklists, Cases")),
    ("Ctrl+,", QT_TRANSLATE_NOOP("Help", "Settings")),
    ("Ctrl+=", QT_TRANSLATE_NOOP("Help", "Larger text; Ctrl+- smaller, Ctrl+0 normal")),
    ("F1", QT_TRANSLATE_NOOP("Help", "Help on the focused field")),
    ("Ctrl+/", QT_TRANSLATE_NOOP("Help", "This list")),
)
_DRAWN = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Return": "Enter"}


class HelpDesk(QObject):
    """Opens the help windows; each exists at most once, beside the main window."""

    def __init__(self, window: QWidget, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._open: dict[str, HelpWindow] = {}

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """The help commands of the menu."""
        return {
            "cheat_sheet": self.show_keys,
            "appendix": self.show_appendix,
            "faq": self.show_faq,
            "about": self.show_about,
            "help_here": self.help_here,
        }

    def show_keys(self) -> None:
        """The cheat sheet."""
        self._show("keys", self.tr("Keyboard shortcuts"), keys_text(), verbatim=False)

    def show_appendix(self) -> None:
        """The manual's tables as they stand there."""
        text = appendix_text(self._desk)
        self._show("appendix", self.tr("Appendix: return codes"), text, verbatim=True)

    def show_faq(self) -> None:
        """The manual's two questions as they stand there."""
        entries = self._desk.catalogue.in_table("faq")
        text = "\n\n".join(entry.message for entry in entries)
        self._show("faq", self.tr("Frequent questions"), text, verbatim=True)

    def show_about(self) -> None:
        """Version, data, licences."""
        self._show("about", self.tr("About Qingtui Triage"), about_text(self._desk), verbatim=False)

    @Slot()
    def help_here(self) -> None:
        """What the focused field is for; the cheat sheet if it has nothing to say."""
        if not show_help():
            self.show_keys()

    def _show(self, key: str, title: str, text: str, *, verbatim: bool) -> None:
        if key in self._open:
            self._open[key].close()
        opened = HelpWindow(self._window, self._desk, title, text, verbatim=verbatim)
        self._open[key] = opened
        opened.show()


class HelpWindow(QDialog):
    """A text to read and copy beside the work; Esc closes it."""

    def __init__(
        self, parent: QWidget, desk: Desk, title: str, text: str, *, verbatim: bool
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(title)
        HelpKey(self)
        set_help(self, self.tr("A text to read and copy beside the work. Esc closes it."))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(plain_label(title, "display"))
        if verbatim:
            head.addWidget(Chip(desk.theme, self.tr("Verbatim from the manual"), "file-text"))
        head.addStretch(1)
        column.addLayout(head)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setPlainText(text)
        self.text.document().setDocumentMargin(12)
        keys = desk.theme.metrics("body").horizontalAdvance("Alt+→, Alt+←")
        self.text.setTabStopDistance(keys + 24)
        self.text.setAccessibleName(title)
        self.text.setTabChangesFocus(True)
        self.text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        column.addWidget(self.text, 1)
        column.addLayout(self._buttons())
        wide = desk.theme.metrics("body").averageCharWidth() * 92
        self._fit(min(wide, 900))

    def _fit(self, width: int) -> None:
        """As high as the text, but not higher than the main window."""
        text = QTextDocument(self.text.toPlainText())
        option = QTextOption()
        option.setWrapMode(self.text.wordWrapMode())
        option.setTabStopDistance(self.text.tabStopDistance())
        text.setDefaultFont(self._desk.theme.font("body"))
        text.setDefaultTextOption(option)
        text.setDocumentMargin(self.text.document().documentMargin())
        text.setTextWidth(width - 40 - 12)
        scaled = self._desk.theme.scaled
        around = 32 + 24 + scaled(32) + self._desk.theme.metrics("display").height()
        beside = self.parentWidget()
        most = max(beside.height() if beside is not None else 0, scaled(240))
        self.resize(width, min(round(text.size().height()) + around + 8, most))

    def _buttons(self) -> QHBoxLayout:
        copy = Button(self._desk.theme, "outline", "copy")
        copy.setText(self.tr("Copy"))
        copy.clicked.connect(self._copy)
        close = Button(self._desk.theme, "outline")
        close.setText(self.tr("Close"))
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(copy)
        row.addWidget(close)
        return row

    @Slot()
    def _copy(self) -> None:
        self._desk.clipboard.copy(self.text.toPlainText())


def keys_text() -> str:
    """The cheat sheet, a line per row, named as this system names its keys."""
    return "\n".join(f"{shown_keys(keys)}\t{_say(words)}" for keys, words in KEYS)


def shown_keys(keys: str) -> str:
    """`Alt+Right, Alt+Left` as it stands on the keyboard: `Alt+→, Alt+←`, `⌥→, ⌥←` on macOS."""
    return ", ".join(map(_shown_key, keys.split(", ")))


def _shown_key(keys: str) -> str:
    *held, last = keys.split("+") if not keys.endswith("+") else (keys,)
    if sys.platform == "darwin":
        return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    # Qt's own names of keys are words in some languages; keyboards show arrows.
    return "+".join([*held, _DRAWN.get(last, last)])


def appendix_text(desk: Desk) -> str:
    """The seed's tables: name, then code and message of each row, in the manual's order."""
    lang, catalogue = desk.translations.language, desk.catalogue
    blocks = []
    for table in SEED_TABLES:
        name = catalogue.tables[table].get(lang) if table in catalogue.tables else table
        rows = [f"{entry.code}\t{entry.message}" for entry in catalogue.in_table(table)]
        blocks.append("\n".join([name, "参数\t说明", *rows]))
    return "\n\n".join(blocks)


def about_text(desk: Desk) -> str:
    """Version, data and licences as plain lines."""
    manual = sum(len(desk.catalogue.in_table(table)) for table in SEED_TABLES)
    lines = [
        _say(QT_TRANSLATE_NOOP("Help", "Version {0}")).format(__version__),
        _say(QT_TRANSLATE_NOOP("Help", "Code table: {0} of the manual, {1} added, {2}")).format(
            manual, len(desk.catalogue) - manual, desk.catalogue.date
        ),
        f"Python {platform.python_version()}, PySide6 {pyside_version}",
        "",
        _say(QT_TRANSLATE_NOOP("Help", "Everything you paste is read on this computer.")),
        _say(QT_TRANSLATE_NOOP("Help", "Only a checklist that you start connects anywhere.")),
        "",
        _say(QT_TRANSLATE_NOOP("Help", "MIT licence. Qt and PySide6: LGPL 3. Icons: Tabler, MIT.")),
    ]
    return "\n".join(lines)


def _say(words: str) -> str:
    return QCoreApplication.translate("Help", words)
