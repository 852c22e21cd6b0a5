"""The checklists page: the guided lists, what they found step by step, what to copy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qt_app.gui.desk import Desk
from qt_app.gui.models.steps import StepsModel
from qt_app.gui.page import Page
from qt_app.gui.pages.checklists_band import VerdictBand, sentence_case
from qt_app.gui.pages.checklists_detail import StepDetail
from qt_app.gui.pages.checklists_form import ChecklistForm
from qt_app.gui.pages.checklists_guide import FIELDS, LIVE, Guide
from qt_app.gui.pages.checklists_live import Refused
from qt_app.gui.pages.checklists_scroll import PageScroll
from qt_app.gui.pages.checklists_split import StepsSplitter
from qt_app.gui.pages.checklists_words import NetworkWords
from qt_app.gui.widgets.steps_list import StepsList
from qt_app.gui.widgets.words import HairLine

if TYPE_CHECKING:
    from qt_app.api.guided import RunView


class ChecklistsPage(Page):
    """`open_list(kind, values)` shows a list, prefilled."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.guide = Guide(desk.tasks, self)
        self.model = StepsModel(self)
        self.form = ChecklistForm(desk)
        self.band = VerdictBand(desk.theme)
        self.steps = StepsList(desk.theme, self.model)
        self.detail = StepDetail(desk)
        self.words = NetworkWords(self)
        self._view: RunView | None = None
        self._user_chose = False
        self._build()
        self._connect()
        self.retranslate()
        self._refresh()

    # What the frame asks for

    def commands(self) -> Mapping[str, Callable[[], object]]:
        offered: dict[str, Callable[[], object]] = {
            "run": self.run_checks,
            "recheck": self.recheck,
            "find": self._focus_target,
        }
        if self.guide.loaded and self.guide.checked():
            offered |= {
                "copy_main": self._copy_ticket,
                "copy_reply": self._copy_reply,
                "next_item": self._next_problem,
                "previous_item": self._previous_problem,
            }
        return offered

    def panes(self) -> list[QWidget]:
        return [self.form.fields["target"], self.steps, self.detail.card]

    def page_shown(self) -> None:
        self.guide.prepare()
        self._focus_target()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.guide.prepare()

    def load_now(self) -> None:
        """The steps are there when this returns."""
        if not self.guide.loaded:
            self.guide.load()

    def open_list(self, kind: str, values: object) -> None:
        """Show the list `kind` ("domain" or "https") with what a diagnosis knows.

        `values`: a mapping with url, host, enter, code, or a finding of a report.
        """
        self.guide.open_from(kind, _known(values))
        self._user_chose = False
        self.form.show_list(self.guide.name)
        self.form.fill(dict.fromkeys(FIELDS, "") | dict(self.guide.inputs()))
        target = self.form.values()["target"].strip()
        if self.guide.name != LIVE and target:
            self.run_checks()
        else:
            self._choose_for_user()
        self._say_network()
        if target:
            self.status.emit(self.tr("Filled in from the diagnosis: {0}").format(target))

    # What the user does

    @Slot()
    def run_checks(self) -> None:
        """Check everything; while a check runs, stop it."""
        if self.guide.busy():
            self.stop_checks()
            return
        values = self.form.values()
        if not any(value.strip() for value in (values["target"], values.get("safe_domain", ""))):
            self._start_over(values)
            return
        self._user_chose = False
        try:
            dropped = self.guide.check(values, self._timeout())
        except Refused as refused:
            self._refuse(refused)
            return
        self._say_network()
        if dropped:
            self.status.emit(self.tr("Another address: the answers given before were taken away"))
        elif self.guide.busy():
            self.status.emit(self.tr("Checking {0} …").format(self.words.host(values["target"])))

    def _start_over(self, values: Mapping[str, str]) -> None:
        """Nothing is entered: earlier results belong to nothing any more, so they go."""
        self._user_chose = False
        self.steps.setCurrentIndex(QModelIndex())
        if self.guide.reset(values):
            self.status.emit(self.tr("Another address: the answers given before were taken away"))
        self.form.complain(self.words.empty(self.guide.name), "target")

    @Slot()
    def recheck(self) -> None:
        """Check the chosen step again."""
        step = self.model.step(self.steps.currentIndex().row())
        if step is None or not step.probed or self.guide.busy():
            return
        values = self.form.values()
        if not any(value.strip() for value in values.values()):
            self.form.complain(self.words.empty(self.guide.name), "target")
            return
        self._user_chose = True
        try:
            self.guide.recheck(step.id, values, self._timeout())
        except Refused as refused:
            self._refuse(refused)

    @Slot()
    def stop_checks(self) -> None:
        """Stop a live check at once; what was found stays."""
        if self.guide.busy():
            self.guide.stop()
            self.status.emit(self.tr("Stopped. What was found so far stays."))

    @Slot(str)
    def answer(self, answer: str) -> None:
        """Answer the chosen step: pass, fail, unsure or skip."""
        step = self.model.step(self.steps.currentIndex().row())
        if step is not None and step.state != "running":
            self._user_chose = True
            self.guide.answer(step.id, answer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.guide.busy():
            self.stop_checks()
        else:
            super().keyPressEvent(event)

    # How it is put together

    def _build(self) -> None:
        page, scroll = QVBoxLayout(self), PageScroll()
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(scroll)
        column = scroll.body.column
        column.addWidget(self.form)
        column.addWidget(HairLine())
        column.addWidget(self.band)
        column.addWidget(HairLine())
        column.addWidget(StepsSplitter(self.desk, self.steps, self.detail), 1)
        controls = [*self.form.order(), self.band.copy, self.band.more, self.steps]
        controls += [self.detail.card, *self.detail.buttons.values(), self.detail.recheck]
        for before, after in pairwise(controls):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.form.picked.connect(self._on_picked)
        self.form.edited.connect(self._say_network)
        self.form.run_requested.connect(self.run_checks)
        self.guide.changed.connect(self._refresh)
        self.guide.busy_changed.connect(self._on_busy)
        self.guide.network.connect(self.network)
        self.guide.private_found.connect(self._ask_private)
        self.guide.broke.connect(self._on_broken)
        self.band.copy_requested.connect(self._copy)
        self.steps.current_changed.connect(self._show_step)
        self.steps.chosen.connect(self._on_chosen)
        self.steps.answered.connect(self.answer)
        self.steps.opened.connect(self._focus_detail)
        self.detail.answered.connect(self.answer)
        self.detail.recheck_requested.connect(self.recheck)
        self.detail.step_requested.connect(self._go_to)
        self.detail.copy_requested.connect(self._copy_value)
        self.desk.translations.changed.connect(self._on_language)
        self.desk.preferences.changed.connect(self._on_preference)

    # What is shown

    def retranslate(self) -> None:
        self.steps.setAccessibleName(self.tr("Steps of the checklist"))
        self._say_network()

    @Slot()
    def _refresh(self) -> None:
        """Show the list as it is now; the chosen row stays."""
        if not self.guide.loaded:
            self.band.show_view(None, started=False)
            self.detail.show_step(None, None, None)
            return
        lang = self.desk.translations.language
        another = self._view is None or self._view.name != self.guide.name
        self._view = self.guide.view(lang)
        self.model.set_steps(self._view.steps if self._view else ())
        self.band.show_view(self._view, started=self.guide.checked())
        if another:
            self._user_chose = False
        if self._view is None:
            self.band.sentence.setText(self.words.missing(self.guide.trouble))
        self._choose_for_user()
        self._show_step(self.steps.currentIndex().row())

    def _choose_for_user(self) -> None:
        """The failed step, else what needs attention, unless the user chose one."""
        view = self._view
        if self._user_chose or view is None or not self.guide.checked():
            return
        for wanted in (("fail",), ("warn",) if not self.guide.busy() else (), ("manual",)):
            row = next((r for r, one in enumerate(view.steps) if one.state in wanted), -1)
            if row >= 0:
                self.steps.select_row(row)
                return
        if not self.steps.currentIndex().isValid() and not self.guide.busy():
            self.steps.select_row(0)

    @Slot(int)
    def _show_step(self, row: int) -> None:
        run, step = self.guide.run if self.guide.loaded else None, self.model.step(row)
        following = None
        if run is not None and step is not None and step.state in ("pass", "skip", "fail"):
            after = run.next_step(step.id)
            known = self.model.step(self.model.row_of(after.id)) if after else None
            following = (known.id, known.name) if known and not self.guide.busy() else None
        self.detail.show_step(self._view, step, following, busy=self.guide.busy())

    @Slot()
    def _say_network(self) -> None:
        """Row 2: where a check would connect to, or whose results these are."""
        values, run = self.form.values(), self.guide.inputs() if self.guide.loaded else {}
        old = run.get("target", "").strip()
        changed = any(values[key].strip() != run.get(key, "").strip() for key in values)
        if self.guide.loaded and self.guide.checked() and old and changed:
            self.form.say(self.words.outdated(old), "info-circle")
        elif self.guide.name == LIVE:
            self.form.say(self.words.live(values, self._timeout()))
        else:
            self.form.say(self.words.offline(), "shield-lock")

    def _refuse(self, refused: Refused) -> None:
        desk = self.guide.desk
        lang = self.desk.translations.language
        text = self.words.refused(refused, desk.words if desk else None, lang)
        old = self.guide.inputs().get("target", "").strip()
        shown = self.words.still(text, old) if old and self.guide.checked() else text
        self.form.complain(shown, refused.field)
        self.trouble.emit(self.tr("Not checked: {0}").format(text))

    def _timeout(self) -> float:
        return float(self.desk.preferences.values.check_timeout)

    # What comes back

    @Slot(str)
    def _on_picked(self, name: str) -> None:
        # What was typed stays; the other list's results say themselves whose they are.
        self.guide.choose(name)
        self._say_network()

    @Slot(bool)
    def _on_busy(self, busy: bool) -> None:
        self.form.set_busy(busy)
        if not busy and self._view is not None:
            self.status.emit(sentence_case(self._view.headline))
        self._show_step(self.steps.currentIndex().row())

    @Slot()
    def _ask_private(self) -> None:
        host = self.words.host(self.guide.inputs().get("target", ""))
        question = self.tr("{0} is an address of an inner network or of this machine.").format(host)
        detail = self.tr("Connect only if you meant this one. Nothing was sent so far.")
        if self.desk.dialogs.ask(self, question, detail, self.tr("Connect")):
            self.guide.proceed()
        else:
            self.guide.stop()
            self.status.emit(self.tr("Not connected"))

    @Slot(object)
    def _on_broken(self, error: Exception) -> None:
        text = self.tr("The check broke off: {0}. What was found so far stays.")
        self.trouble.emit(text.format(str(error) or type(error).__name__))

    @Slot()
    def _on_chosen(self) -> None:
        self._user_chose = True

    @Slot(str)
    def _go_to(self, step_id: str) -> None:
        self._user_chose = True
        self.steps.select_row(self.model.row_of(step_id))
        self.steps.setFocus(Qt.FocusReason.OtherFocusReason)

    def _next_problem(self) -> None:
        self._move_to_problem(1)

    def _previous_problem(self) -> None:
        self._move_to_problem(-1)

    def _move_to_problem(self, way: int) -> None:
        row = self.model.next_problem(self.steps.currentIndex().row(), way)
        if row < 0:
            self.status.emit(self.tr("No step failed"))
            return
        self._user_chose = True
        self.steps.select_row(row)

    def _copy_ticket(self) -> None:
        self._copy("ticket", False)

    def _copy_reply(self) -> None:
        self._copy("reply", False)

    @Slot(str, bool)
    def _copy(self, kind: str, other: bool) -> None:
        """The report in this language or the other one, always masked."""
        from qt_app.api.guided_text import customer_text, ticket_text

        lang = self.desk.translations.language
        lang = {"zh": "en", "en": "zh"}[lang] if other else lang
        view = self.guide.view(lang)
        if view is None or not self.guide.checked():
            return
        inputs = self.guide.inputs()
        target = inputs.get("target", "").strip() or inputs.get("safe_domain", "")
        make = ticket_text if kind == "ticket" else customer_text
        self.desk.clipboard.copy(make(view, target))
        said = self.tr("Copied: report for the ticket (masked)")
        if kind == "reply":
            said = self.tr("Copied: words for the customer (masked)")
        self.status.emit(said)

    @Slot(str)
    def _copy_value(self, value: str) -> None:
        self.desk.clipboard.copy(value)
        self.status.emit(self.tr("Copied: {0}").format(value))

    @Slot(str)
    def _on_language(self, lang: str) -> None:
        self._refresh()
        self._say_network()

    @Slot(str)
    def _on_preference(self, name: str) -> None:
        if name == "check_timeout":
            self._say_network()

    def _focus_target(self) -> None:
        self.form.fields["target"].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.form.fields["target"].selectAll()

    @Slot()
    def _focus_detail(self) -> None:
        self.detail.card.setFocus(Qt.FocusReason.TabFocusReason)


def _known(values: object) -> dict[str, str]:
    """url, host, enter and code of a mapping or of a finding; what is missing is left out."""
    if isinstance(values, Mapping):
        return {str(key): str(value) for key, value in values.items() if value is not None}
    exchange = getattr(values, "exchange", None) or {}
    known = {name: exchange.get(name) for name in ("url", "host")}
    known |= {name: getattr(values, name, None) for name in ("enter", "code")}
    return {name: str(value) for name, value in known.items() if value}
