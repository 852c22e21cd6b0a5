"""The right side of the cases page: one kept case, masked, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qt_app.gui.desk import Desk
from qt_app.gui.models.cases import severity_word, when
from qt_app.gui.plain import breaks_kept, one_line
from qt_app.gui.widgets.buttons import Button
from qt_app.gui.widgets.cards import Chip, Well
from qt_app.gui.widgets.case_tabs import case_mark
from qt_app.gui.widgets.code_text import CodeText
from qt_app.gui.widgets.flow import FlowWidget
from qt_app.gui.widgets.panes import CardScroll, Footer
from qt_app.gui.widgets.words import plain_label, set_tip
from qt_app.services.cases import KeptCase

_MOST_TEXT = 4_000
_MOST_LINES = 60


class CaseCard(QWidget):
    """`open_requested` and `delete_requested` for the case in sight."""

    open_requested = Signal()
    delete_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case: KeptCase | None = None
        self.detail = CardScroll("caseDetail").grow_with(desk.theme)
        self._footer = Footer()
        self._open = Button(desk.theme, "primary", "stethoscope", name="openCaseButton")
        self._delete = Button(desk.theme, "outline", name="deleteCaseButton")
        self._open.clicked.connect(self.open_requested)
        self._delete.clicked.connect(self.delete_requested)
        self._footer.add(self._open)
        self._footer.add(self._delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.detail, 1)
        column.addWidget(self._footer)
        self.setMinimumWidth(340)
        desk.theme.changed.connect(self._rebuild)
        self.retranslate()

    def show_case(self, case: KeptCase | None) -> None:
        """Show a case, or nothing."""
        if case != self._case:
            self._case = case
            self._rebuild()

    def retranslate(self) -> None:
        """Words in the language in force."""
        keys = QKeySequence("Return").toString(QKeySequence.SequenceFormat.NativeText)
        self._open.setText(self.tr("Open"))
        set_tip(self._open, self.tr("Open on the diagnose page ({0})").format(keys))
        keys = QKeySequence("Del").toString(QKeySequence.SequenceFormat.NativeText)
        self._delete.setText(self.tr("Delete"))
        set_tip(self._delete, self.tr("Delete this case ({0})").format(keys))
        self.detail.setAccessibleName(self.tr("The kept case"))
        self._rebuild()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot()
    def _rebuild(self) -> None:
        column = self.detail.replace_body().column
        self._footer.setVisible(self._case is not None)
        if self._case is not None:
            self._fill(column, self._case)
        column.addStretch(1)

    def _fill(self, column: QVBoxLayout, case: KeptCase) -> None:
        theme, mark = self._desk.theme, case_mark(case.severity)
        chips = FlowWidget()
        if word := severity_word(case):
            chips.add(Chip(theme, word, mark.icon, mark.tone))
        chips.add(Chip(theme, self.tr("Masked"), "shield-lock"))
        chips.add(Chip(theme, when(case), "clock"))
        column.addWidget(chips)
        title, verdict = one_line(case.title), one_line(case.verdict)
        column.addWidget(plain_label(title, "display", wrap=True, selectable=True))
        column.addWidget(plain_label(verdict, wrap=True, selectable=True))
        column.addSpacing(12)
        column.addWidget(plain_label(self.tr("Pasted text, masked"), "smallstrong", "text2"))
        shown, is_cut = beginning(case)
        well = Well("grey")
        inside = QVBoxLayout(well)
        inside.setContentsMargins(15, 10, 15, 10)
        inside.addWidget(CodeText(theme, shown, self.tr("Pasted text, masked")))
        column.addWidget(well)
        if is_cut:
            words = self.tr("Only the beginning is shown.")
            column.addWidget(plain_label(words, "small", "text2", wrap=True))
        self.detail.setAccessibleDescription("\n".join((title, verdict, shown)))


def beginning(case: KeptCase) -> tuple[str, bool]:
    """What is shown of the text, and whether there is more."""
    lines = case.text[:_MOST_TEXT].splitlines()[:_MOST_LINES]
    shown = "\n".join(lines)
    is_cut = case.is_cut or len(case.text) > _MOST_TEXT or len(case.text.splitlines()) > len(lines)
    return breaks_kept(shown), is_cut
