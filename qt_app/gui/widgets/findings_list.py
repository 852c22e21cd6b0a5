"""The list of findings: rows of two heights, placed by arithmetic, so that 100 000 cost nothing."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyleOptionViewItem,
)

from qt_app.gui.delegates.findings import ROW_HEIGHT, TOP_HEIGHT, FindingsDelegate
from qt_app.gui.models.findings import FindingsModel
from qt_app.gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_Move = QAbstractItemView.CursorAction
_MOST_HEIGHT = 16_777_215  # Qt's own
_ENSURE_VISIBLE = QAbstractItemView.ScrollHint.EnsureVisible


class FindingsList(QListView):
    """`opened` when Enter was pressed: the user wants the card."""

    opened = Signal()

    def __init__(self, theme: Theme, model: FindingsModel) -> None:
        super().__init__()
        self._theme = theme
        self._findings = model
        self.setObjectName("findingsView")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setTabKeyNavigation(False)
        self.delegate = FindingsDelegate(theme, self)
        self.setItemDelegate(self.delegate)
        self.setModel(model)
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            changed.connect(self._measure)
        theme.changed.connect(self._measure)
        self._measure()

    # Geometry

    def row_rect(self, row: int) -> QRect:
        """Where a row stands in the viewport."""
        if not 0 <= row < self._findings.rowCount():
            return QRect()
        top, child = self._findings.place(row)
        head, body = self._theme.scaled(TOP_HEIGHT), self._theme.scaled(ROW_HEIGHT)
        y = self._top_y(top) + (head + (child - 1) * body if child else 0)
        height = body if child else head
        return QRect(0, y - self.verticalOffset(), self.viewport().width(), height)

    def row_at(self, y: int) -> int:
        """The row at a height of the viewport; -1 below the last."""
        y += self.verticalOffset()
        tops = len(self._findings.tops())
        if y < 0 or y >= self._total():
            return -1
        top = bisect_right(range(tops), y, key=self._top_y) - 1
        past = y - self._top_y(top) - self._theme.scaled(TOP_HEIGHT)
        first = self._findings.first_row(top)
        return first if past < 0 else first + 1 + past // self._theme.scaled(ROW_HEIGHT)

    def _top_y(self, top: int) -> int:
        """Where a group begins, from the top of the list."""
        below = self._findings.first_row(top) - top
        return top * self._theme.scaled(TOP_HEIGHT) + below * self._theme.scaled(ROW_HEIGHT)

    def _total(self) -> int:
        """The height of all rows."""
        tops = len(self._findings.tops())
        below = self._findings.rowCount() - tops
        return tops * self._theme.scaled(TOP_HEIGHT) + below * self._theme.scaled(ROW_HEIGHT)

    def visualRect(self, index: Index) -> QRect:
        return self.row_rect(index.row()) if index.isValid() else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self.row_at(point.y())
        return self._findings.index(row) if row >= 0 else QModelIndex()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = _ENSURE_VISIBLE) -> None:
        rect, bar = self.visualRect(index), self.verticalScrollBar()
        height = self.viewport().height()
        if rect.isNull():
            return
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - height // 2)
        elif rect.top() < 0:
            bar.setValue(bar.value() + rect.top())
        elif rect.bottom() >= height:
            # Before it has its height the list is too low for a row: its top counts more.
            bar.setValue(bar.value() + min(rect.bottom() + 1 - height, rect.top()))

    def doItemsLayout(self) -> None:
        # QListView would ask every row for its size.
        self.updateGeometries()

    def updateGeometries(self) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(self._total() - height, 0))
        bar.setPageStep(max(height, 1))
        bar.setSingleStep(self._theme.scaled(ROW_HEIGHT))

    def sizeHint(self) -> QSize:
        return QSize(200, self._total())

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self._theme.scaled(TOP_HEIGHT))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.updateGeometries()
        self.viewport().update()

    # Selection

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.center())
        chosen = QItemSelection(index, index) if index.isValid() else QItemSelection()
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region += QRegion(self.row_rect(index.row()))
        return region

    def moveCursor(self, action: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        rows, row = self._findings.rowCount(), self.currentIndex().row()
        page = max(self.viewport().height() // self._theme.scaled(TOP_HEIGHT) - 1, 1)
        steps = {
            _Move.MoveUp: row - 1, _Move.MovePrevious: row - 1,
            _Move.MoveDown: row + 1, _Move.MoveNext: row + 1,
            _Move.MoveHome: 0, _Move.MoveEnd: rows - 1,
            _Move.MovePageUp: row - page, _Move.MovePageDown: row + page,
        }  # fmt: skip
        if not rows:
            return QModelIndex()
        return self._findings.index(min(max(steps.get(action, row), 0), rows - 1))

    def choose(self, row: int, *, center: bool = False) -> None:
        """Make a row the current one and bring it into sight; the focus stays where it is."""
        index = self._findings.index(row)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flags)
            hints = QAbstractItemView.ScrollHint
            self.scrollTo(index, hints.PositionAtCenter if center else hints.EnsureVisible)

    # Painting, mouse and keys

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        row = max(self.row_at(max(event.rect().top(), 0)), 0)
        rows, bottom = self._findings.rowCount(), event.rect().bottom()
        selected = self.selectionModel()
        under = self.row_at(self.viewport().mapFromGlobal(self.cursor().pos()).y())
        hovered = under if self.viewport().underMouse() else -1
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        plain = option.state & ~QStyle.StateFlag.State_MouseOver
        while row < rows:
            option.rect = self.row_rect(row)
            if option.rect.top() > bottom:
                break
            index = self._findings.index(row)
            option.state = plain
            if selected.isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            elif row == hovered:
                option.state |= QStyle.StateFlag.State_MouseOver
            self.delegate.paint(painter, option, index)
            row += 1
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        chevron = self.delegate.chevron_rect(self.visualRect(index))
        if chevron.contains(event.position().toPoint()) and self._findings.is_top(index.row()):
            self._findings.toggle(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._findings.is_top(index.row()):
            chevron = self.delegate.chevron_rect(self.visualRect(index))
            if not chevron.contains(event.position().toPoint()):
                self._findings.toggle(index.row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        key = event.key()
        if row >= 0 and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(row)
        elif row >= 0 and key == Qt.Key.Key_Right and not self._is_open(row):
            self._findings.toggle(row)
        elif row >= 0 and key == Qt.Key.Key_Left:
            self._leave(row)
        else:
            super().keyPressEvent(event)

    def _enter(self, row: int) -> None:
        """Open a group; on anything else, go to the card."""
        can_open = self._findings.is_top(row) and self._findings.top_at(row).can_open()
        if can_open and not self._is_open(row):
            self._findings.toggle(row)
        else:
            self.opened.emit()

    def _leave(self, row: int) -> None:
        """Close a group, or go from an occurrence to its group."""
        top, child = self._findings.place(row)
        if child:
            self.choose(self._findings.first_row(top))
        elif self._is_open(row):
            self._findings.toggle(row)

    def _is_open(self, row: int) -> bool:
        return self._findings.top_at(row).is_open

    @Slot()
    def _measure(self) -> None:
        # No higher than its rows: what stands below it follows them.
        least = self._theme.scaled(TOP_HEIGHT)
        self.setMinimumHeight(least)
        self.setMaximumHeight(min(max(self._total(), least), _MOST_HEIGHT))
        self.updateGeometries()
        self.viewport().update()
