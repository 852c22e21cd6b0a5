"""The list of steps: keys for answers, and the turning icon of the step being checked."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle

from qt_app.gui.delegates.steps import FRAMES, StepsDelegate
from qt_app.gui.models.steps import Index, StepsModel
from qt_app.gui.theme import Theme

ANSWER_KEYS = {
    Qt.Key.Key_1: "pass",
    Qt.Key.Key_2: "fail",
    Qt.Key.Key_3: "unsure",
    Qt.Key.Key_4: "skip",
}
_FRAME_TIME = 1000 // FRAMES


class StepsList(QListView):
    """Signals: `current_changed(row)`, `chosen()` once the user moved by key or mouse,
    `answered(str)` by the keys 1 to 4, `opened()` by Enter."""

    current_changed = Signal(int)
    chosen = Signal()
    answered = Signal(str)
    opened = Signal()

    def __init__(self, theme: Theme, model: StepsModel) -> None:
        super().__init__()
        self._theme = theme
        self._steps = model
        self.setObjectName("checklistSteps")
        self.setModel(model)
        self.delegate = StepsDelegate(theme, self, self)
        self.setItemDelegate(self.delegate)
        self._set_up_view()
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_TIME)
        self._timer.timeout.connect(self._turn)
        model.dataChanged.connect(self._on_changed)
        model.modelReset.connect(self._on_changed)
        theme.changed.connect(self.retheme)

    def select_row(self, row: int) -> None:
        """Make a row the current one and bring it into sight."""
        index = self._steps.index(row)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    @Slot()
    def retheme(self) -> None:
        """Row heights follow the text size."""
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() < event.oldSize().height() and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.current_changed.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        answer = ANSWER_KEYS.get(Qt.Key(event.key())) if plain else None
        if answer is not None:
            self.answered.emit(answer)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            before = self.currentIndex().row()
            super().keyPressEvent(event)
            if self.currentIndex().row() != before:
                self.chosen.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self.indexAt(event.position().toPoint()).isValid():
            self.chosen.emit()

    def keyboardSearch(self, search: str) -> None:
        """Letters do not jump: the digits are answers."""

    def _set_up_view(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)

    @Slot()
    def _on_changed(self) -> None:
        running = bool(self._steps.running_rows())
        # A system that asks for less motion sets this to nothing; then the icon stands still.
        moves = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0
        if running and moves and not self._timer.isActive():
            self._timer.start()
        elif not running:
            self._timer.stop()

    @Slot()
    def _turn(self) -> None:
        self.delegate.frame = (self.delegate.frame + 1) % FRAMES
        for row in self._steps.running_rows():
            self.update(self._steps.index(row))
