"""The right side of the checklists page: one step in full, and its answers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qt_app.gui.desk import Desk
from qt_app.gui.pages.checklists_intro import intro
from qt_app.gui.pages.checklists_proof import Proofs
from qt_app.gui.plain import one_line
from qt_app.gui.vocabulary import STEP_STATE, source_word
from qt_app.gui.widgets.buttons import Button
from qt_app.gui.widgets.cards import Chip, Section, SentenceRows, ValueWell
from qt_app.gui.widgets.flow import FlowWidget
from qt_app.gui.widgets.panes import CardScroll, Footer
from qt_app.gui.widgets.words import plain_label, set_tip

if TYPE_CHECKING:
    from qt_app.api.guided import RunView, StepView

ANSWERS = {
    "pass": "answerPass",
    "fail": "answerFail",
    "unsure": "answerUnsure",
    "skip": "answerSkip",
}
_LEAST_CARD = 55  # chips and the title, the rest scrolls
_TONES = ("error", "warn", "ok", "violet")


class StepDetail(QWidget):
    """Shows a step of a RunView, or how to begin. Buttons only emit.

    `answered(str)`, `recheck_requested()`, `step_requested(id)`, `copy_requested(text)`.
    """

    answered = Signal(str)
    recheck_requested = Signal()
    step_requested = Signal(str)
    copy_requested = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: RunView | None = None
        self._step: StepView | None = None
        self._following: tuple[str, str] | None = None
        self._lines: list[str] = []
        self._proofs = Proofs(desk.theme)
        self.card = CardScroll("stepDetail").grow_with(desk.theme)
        self.buttons: dict[str, Button] = {}
        self.recheck = Button(desk.theme, "quiet", "refresh", name="recheckStepButton")
        self._hint = plain_label("", "small", "text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.card, 1)
        self.footer = self._make_footer()
        column.addWidget(self.footer)
        self._proofs.setParent(self)
        self.retranslate()

    def show_step(
        self,
        view: RunView | None,
        step: StepView | None,
        following: tuple[str, str] | None,
        *,
        busy: bool = False,
    ) -> None:
        """Show a step; `following` is (id, name) of the one to see next. Same step: stays put."""
        shown = (_key(self._view), self._step, self._following)
        same = self._step is not None and step is not None and self._step.id == step.id
        self._view, self._step, self._following = view, step, following
        self._press(busy)
        if shown == (_key(view), step, following):
            return
        place = self.card.verticalScrollBar().value() if same else 0
        self.rebuild()
        if place:
            self.card.body.adjustSize()
            self.card.verticalScrollBar().setValue(place)

    def rebuild(self) -> None:
        """Build the card again."""
        column = self.card.replace_body().column
        self._lines = []
        if self._view is None or self._step is None:
            name = self._view.name if self._view is not None else ""
            for widget, lines in intro(self._desk.theme, name):
                column.addWidget(widget)
                self._lines += lines
        else:
            for widget in self._parts(self._view, self._step):
                column.addWidget(widget)
        column.addStretch(1)
        # Measured now: otherwise the first picture of a new card is squeezed.
        column.activate()
        self.card.body.updateGeometry()
        self.card.setAccessibleDescription("\n".join(self._lines))

    def plain_text(self) -> str:
        """The card as plain text."""
        return "\n".join(self._lines)

    def retranslate(self) -> None:
        """Words of footer and card in the language in force."""
        words = {
            "pass": (self.tr("Pass"), self.tr("Mark as passed (1 in the list)")),
            "fail": (self.tr("Fail"), self.tr("Mark as failed (2 in the list)")),
            "unsure": (self.tr("Not sure"), self.tr("Mark as not sure (3 in the list)")),
            "skip": (self.tr("Skip"), self.tr("Leave this step out (4 in the list)")),
        }
        for name, (text, tip) in words.items():
            self.buttons[name].setText(text)
            set_tip(self.buttons[name], tip)
        self.recheck.setText(self.tr("Re-run this step"))
        set_tip(self.recheck, self.tr("Check this step again, the others stay (Shift+F5)"))
        self.card.setAccessibleName(self.tr("About this step"))
        self._press(False)
        self.rebuild()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """A splitter does not ask how high the footer gets when its buttons wrap."""
        least = self.card.minimumSizeHint().width()
        footer = self.footer.heightForWidth(max(self.width(), least))
        return QSize(least, self._desk.theme.scaled(_LEAST_CARD) + footer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    # The card

    def _parts(self, view: RunView, step: StepView) -> list[QWidget]:
        title = step.line if step.number else step.name
        parts: list[QWidget] = [self._chips(view, step), self._say(title, "display")]
        if step.detail:
            parts.append(self._say(step.detail))
        parts.append(self._say(step.why, "body", "text2" if step.detail else ""))
        if step.reference and step.state != "manual":
            said = self.tr("An earlier step failed, so this result is for reference only.")
            parts.append(self._say(said, "small", "warn"))
        parts += self._asked(step)
        link = next((one.data for one in view.steps if one.id == "link.fragment"), {})
        proof = None
        if step.data or link:
            proof = self._proofs.make(step.id, step.data, link, passed=step.state == "pass")
        if proof is not None and step.state not in ("waiting", "running"):
            parts.append(proof.widget)
            self._lines += proof.lines
        parts += self._to_do(step)
        parts += self._next()
        return parts

    def _chips(self, view: RunView, step: StepView) -> QWidget:
        theme, mark = self._desk.theme, STEP_STATE.get(step.state, STEP_STATE["waiting"])
        place = [one.id for one in view.steps].index(step.id) + 1
        tone = mark.tone if mark.tone in _TONES else "grey"
        where = self.tr("Step {0} of {1}").format(place, view.total)
        chips, said = FlowWidget(), [mark.text(), where]
        chips.add(Chip(theme, mark.text(), mark.icon, tone))
        chips.add(Chip(theme, where))
        if step.number:
            said.append(self.tr("No. {0}").format(step.number))
            tip = self.tr("Quote this number on the phone")
            chips.add(Chip(theme, said[-1], "hash", "grey", tip))
        self._lines.append(" · ".join(said))
        return chips

    def _asked(self, step: StepView) -> list[QWidget]:
        """How to look oneself, with the question the answers belong to."""
        if not step.how:
            return []
        section = Section(self.tr("How to check"))
        section.add(self._said(step.how))
        self._lines.append(section.title.text())
        self._lines.append(one_line(step.how))
        if step.question:
            section.add(self._said(step.question, "strong"))
            self._lines.append(one_line(step.question))
        return [section]

    def _to_do(self, step: StepView) -> list[QWidget]:
        value = step.data.get("enter")
        well = self._well(str(value)) if value and step.state != "skip" else None
        if not step.remedies and well is None:
            return []
        section, rows = Section(self.tr("What to do")), SentenceRows(self._desk.theme, "circle")
        self._lines.append(section.title.text())
        place = next((i for i, one in enumerate(step.remedies) if str(value) in one.text), 0)
        for number, said in enumerate(step.remedies):
            rows.add(one_line(said.text), said.source)
            self._lines.append(f"{number + 1}. {one_line(said.text)} [{source_word(said.source)}]")
            if well is not None and number == place:
                rows.add_below(well)
        if well is not None and not step.remedies:
            rows.add_below(well)
        section.add(rows)
        return [section]

    def _well(self, value: str) -> ValueWell:
        label = self.tr("Safe domain (安全域名)")
        hint = self.tr("No http://, no port, no path.")
        shown = one_line(value)
        well = ValueWell(self._desk.theme, label, shown, hint, self.tr("Copy"))
        well.copy_requested.connect(self.copy_requested)
        self._lines.append(f"{label} {shown}")
        return well

    def _next(self) -> list[QWidget]:
        if self._following is None:
            return []
        step_id, name = self._following
        button = Button(self._desk.theme, "link", "chevron-right")
        button.setText(self.tr("Next: {0}").format(one_line(name)))
        button.clicked.connect(partial(self.step_requested.emit, step_id))
        row = FlowWidget()
        row.add(button)
        self._lines.append(button.text())
        return [row]

    def _say(self, text: str, role: str = "body", tone: str = "") -> QWidget:
        self._lines.append(one_line(text))
        return self._said(text, role, tone)

    def _said(self, text: str, role: str = "body", tone: str = "") -> QWidget:
        return plain_label(one_line(text), role, tone, wrap=True, selectable=True)

    # The footer

    def _make_footer(self) -> Footer:
        footer, theme = Footer(), self._desk.theme
        # The last button is a quiet one with 8 px of its own: its words end 20 from the edge.
        footer.flow.setContentsMargins(24, 10, 12, 10)
        footer.add(self._hint)
        for answer, name in ANSWERS.items():
            mark = STEP_STATE[answer]
            button = Button(theme, "outline", mark.icon, name=name)
            button.set_icon(mark.icon, mark.tone)
            button.setCheckable(True)
            button.clicked.connect(partial(self._on_answer, answer))
            self.buttons[answer] = footer.add(button)  # type: ignore[assignment]
        footer.add(self.recheck, right=True)
        self.recheck.clicked.connect(self.recheck_requested)
        return footer

    def _on_answer(self, answer: str, checked: bool = False) -> None:
        self._press(False)
        self.answered.emit(answer)

    def _press(self, busy: bool) -> None:
        """The answer that counts looks pressed; whose it is stands before the buttons."""
        step = self._step
        for answer, button in self.buttons.items():
            button.setEnabled(step is not None and step.state != "running")
            button.setChecked(step is not None and step.state == answer)
        self.recheck.setEnabled(step is not None and step.probed and not busy)
        self._hint.setText(self._whose())
        self._hint.setVisible(step is not None)
        self.updateGeometry()

    def _whose(self) -> str:
        step = self._step
        if step is None:
            return ""
        if step.state in ANSWERS and step.answered:
            return self.tr("Your answer; press again to take it back")
        if step.state in ANSWERS:
            return self.tr("Automatic; you can change it")
        if step.automatic and step.state != "manual":
            # No button says this, so the label does.
            word = STEP_STATE.get(step.state, STEP_STATE["waiting"]).text()
            return self.tr("Automatic: {0}; you can change it").format(word)
        return self.tr("What do you see?") if step.state == "manual" else self.tr("Your answer")


def _key(view: RunView | None) -> tuple[object, ...]:
    """What of a whole list stands in the card of one step: its name, language, link."""
    if view is None:
        return ()
    link = next((one.data for one in view.steps if one.id == "link.fragment"), {})
    return (view.name, view.lang, view.total, link)
