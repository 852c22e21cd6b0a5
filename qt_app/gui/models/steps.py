"""The steps of a guided list as rows. Rows never move: only what stands in them changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qt_app.gui.models.steps_facts import StepFacts
from qt_app.gui.vocabulary import STEP_STATE
from qt_app.gui.widgets.words import plain_tip

if TYPE_CHECKING:
    from qt_app.api.guided import StepView

Index = QModelIndex | QPersistentModelIndex
ROLE_STATE = Qt.ItemDataRole.UserRole + 1
ROLE_ID = Qt.ItemDataRole.UserRole + 2
PROBLEMS = ("fail", "warn")


class StepsModel(QAbstractListModel):
    """Give it the steps after every change; it finds out which rows are touched."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._facts = StepFacts(self)
        self._steps: tuple[StepView, ...] = ()

    def set_steps(self, steps: Sequence[StepView]) -> None:
        """Another list resets the rows, the same list changes only those that differ."""
        before, now = self._steps, tuple(steps)
        if [step.id for step in before] != [step.id for step in now]:
            self.beginResetModel()
            self._steps = now
            self.endResetModel()
            return
        self._steps = now
        for row, (old, new) in enumerate(zip(before, now, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row), self.index(row))

    def step(self, row: int) -> StepView | None:
        """The step in a row."""
        return self._steps[row] if 0 <= row < len(self._steps) else None

    def line(self, row: int) -> str:
        """The one-line result in a row."""
        step = self.step(row)
        return self._facts.line(step) if step is not None else ""

    def row_of(self, step_id: str) -> int:
        """Where a step stands, -1 if nowhere."""
        return next((row for row, step in enumerate(self._steps) if step.id == step_id), -1)

    def next_problem(self, row: int, way: int) -> int:
        """The next row (way 1) or the one before (-1) that failed or needs attention; else -1."""
        count = len(self._steps)
        start = row if row >= 0 or way > 0 else 0
        rows = ((start + way * step) % count for step in range(1, count + 1))
        return next((r for r in rows if self._steps[r].state in PROBLEMS), -1) if count else -1

    def running_rows(self) -> list[int]:
        """Rows being checked now."""
        return [row for row, step in enumerate(self._steps) if step.state == "running"]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._steps)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        step = self.step(index.row()) if index.isValid() else None
        if step is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(step, self._facts.line(step))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(f"{step.name}\n{self._facts.line(step)}")
        if role == ROLE_STATE:
            return step.state
        return step.id if role == ROLE_ID else None


def spoken(step: StepView, line: str) -> str:
    """A row as a screen reader says it: state first, since that is what is looked for."""
    word = STEP_STATE.get(step.state, STEP_STATE["waiting"]).text()
    line = "" if line in (word, step.name) else line
    return " · ".join(part for part in (word, step.name, line) if part)
