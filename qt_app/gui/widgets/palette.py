"""The command palette: a field and a list over the window, closed by Esc or a click beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QListView,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from qt_app.gui.delegates.palette import ROW, PaletteDelegate
from qt_app.gui.models.palette import PaletteModel
from qt_app.gui.theme import Theme
from qt_app.gui.widgets.field_help import set_help
from qt_app.gui.widgets.filter_field import SearchField
from qt_app.gui.widgets.words import plain_label, set_tip

WIDTH, TOP, MOST_ROWS = 560, 64, 10
_MARGIN, _EDGE, _LONGEST = 8, 24, 200
_PAGE = 8
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_PageUp: -_PAGE,
}


class PaletteField(SearchField):
    """`stepped(n)` for Up, Down and the page keys, `entered`, `escaped`, `left` without focus."""

    stepped = Signal(int)
    entered = Signal()
    escaped = Signal()
    left = Signal()

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Tab has nowhere to go: the list is walked from here.
        self.stepped.emit(1 if forward else -1)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        reason = Qt.FocusReason
        away = (reason.ActiveWindowFocusReason, reason.PopupFocusReason, reason.MenuBarFocusReason)
        if event.reason() not in away:
            self.left.emit()


class Palette(QWidget):
    """Covers the window while it is open, so that a click beside the frame closes it.

    `chosen(PaletteRow)` after it closed and the focus is back where it was.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, model: PaletteModel, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._model, self._window = theme, model, window
        self._before: QWidget | None = None
        self.hide()
        self._make_parts()
        self._build()
        self._connect()
        self.retheme()
        self.retranslate()

    def open(self) -> None:
        """Show it, empty and with the focus; the model is filled by then."""
        self._before = QApplication.focusWidget()
        self.field.clear()
        self._window.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._choose_first()

    @Slot()
    def close_back(self) -> None:
        """Close and give the focus back."""
        before = self._before
        self._close()
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def retheme(self) -> None:
        """Row heights and place in the theme in force."""
        self.list.doItemsLayout()
        self._place()

    def retranslate(self) -> None:
        """All words in the language in force."""
        keys = QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText)
        self.frame.setAccessibleName(self.tr("Command palette"))
        self.field.setAccessibleName(self.tr("Search commands, codes and cases"))
        self.field.setPlaceholderText(self.tr("Search commands, codes and cases"))
        words = self.tr("Up and Down choose, Enter opens, Esc closes ({0})").format(keys)
        set_tip(self.field, words)
        words = self.tr(
            "Finds every command of the menus, every code and every kept case; all words must "
            "match. Up and Down choose, Enter opens, Esc closes."
        )
        set_help(self.frame, words)
        self.list.setAccessibleName(self.tr("Commands, codes and cases"))
        self._nothing.setText(self.tr("Nothing holds all these words."))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.frame.geometry().contains(event.position().toPoint()):
            self.close_back()

    # Inside

    def _make_parts(self) -> None:
        self.frame = QFrame(self)
        self.frame.setObjectName("commandPalette")
        self.field = PaletteField(self._theme, "commandPaletteInput", _LONGEST)
        self.list = QListView()
        self.list.setObjectName("commandPaletteList")
        self.list.setModel(self._model)
        self.list.setItemDelegate(PaletteDelegate(self._theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = plain_label("", "body", "text2")
        self._nothing.setContentsMargins(12, 8, 12, 8)

    def _build(self) -> None:
        column = QVBoxLayout(self.frame)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_MARGIN)
        column.addWidget(self.field)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._search)
        self.field.stepped.connect(self._step)
        self.field.entered.connect(self._enter)
        self.field.escaped.connect(self.close_back)
        self.field.left.connect(self._close)
        self.list.clicked.connect(self._on_clicked)
        self.list.selectionModel().currentRowChanged.connect(self._say_current)
        self._theme.changed.connect(self.retheme)

    @Slot()
    def _close(self) -> None:
        if self.isVisible():
            self._before = None
            self._window.removeEventFilter(self)
            self.hide()

    @Slot(str)
    def _search(self, text: str) -> None:
        self._model.set_text(text)
        self._choose_first()
        self._place()

    def _choose_first(self) -> None:
        self._choose(self._model.enabled_from(0, 1))
        self.list.scrollToTop()

    def _choose(self, row: int) -> None:
        self.list.setCurrentIndex(self._model.index(row, 0) if row >= 0 else QModelIndex())

    @Slot(int)
    def _step(self, by: int) -> None:
        count = self._model.rowCount()
        if not count:
            return
        way = 1 if by > 0 else -1
        aim = min(max(self.list.currentIndex().row() + by, 0), count - 1)
        found = self._model.enabled_from(aim, way)
        if found < 0:  # only rows that cannot be chosen are left that way
            found = self._model.enabled_from(aim, -way)
        self._choose(found)

    @Slot()
    def _enter(self) -> None:
        self._on_clicked(self.list.currentIndex())

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        row = self._model.row_at(index.row()) if index.isValid() else None
        if row is not None and row.enabled:
            self.close_back()
            self.chosen.emit(row)

    @Slot(QModelIndex, QModelIndex)
    def _say_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        """The focus stays in the field, so the row is told to a screen reader from there."""
        row = self._model.row_at(current.row()) if current.isValid() else None
        words = self._model.spoken(row) if row is not None else ""
        self.field.setAccessibleDescription(words)
        if words and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, words))

    def _place(self) -> None:
        """560 wide and 64 from the top, as high as its rows; whole in a small window."""
        self.setGeometry(self._window.rect())
        count = self._model.rowCount()
        self._nothing.setVisible(not count)
        self.list.setVisible(bool(count))
        rows = min(count, MOST_ROWS) * self._theme.scaled(ROW)
        lower = rows if count else self._nothing.sizeHint().height()
        height = 3 * _MARGIN + 2 + self.field.sizeHint().height() + lower
        width = min(self._theme.scaled(WIDTH), self.width() - 2 * _EDGE)
        room = self.height() - TOP - _EDGE
        self.frame.setGeometry((self.width() - width) // 2, TOP, width, min(height, room))
