"""A layout that wraps: filter rows, chip rows, footers."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class _Row:
    def __init__(self) -> None:
        self.items: list[tuple[QLayoutItem, QSize]] = []
        self.width = 0
        self.height = 0


class FlowLayout(QLayout):
    """Items from left to right, wrapping to further rows; nothing is cut or hidden.

    `set_stretch(w, min_width)`: this one takes what its row leaves over.
    `set_right(w)`: this one and what follows stand at the right end of their row.
    """

    def __init__(self, parent: QWidget | None = None, gap: int = 8, row_gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._row_gap = row_gap
        self._stretched: dict[QWidget | None, int] = {}
        self._right: set[QWidget | None] = set()
        self._laid: dict[int, list[_Row]] = {}
        self._wishes: list[QSize] | None = None

    def set_stretch(self, widget: QWidget, min_width: int) -> None:
        """Let `widget` fill its row, at least `min_width` px."""
        self._stretched[widget] = min_width
        self.invalidate()

    def set_right(self, widget: QWidget) -> None:
        """Push `widget` and what follows it to the right end."""
        self._right.add(widget)
        self.invalidate()

    def invalidate(self) -> None:
        # Qt says so whenever an item may want another size; until then rows stay as they are.
        self._forget()
        super().invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._forget()
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self._forget()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        rows = self._rows(inner)
        total = sum(row.height for row in rows) + self._row_gap * max(len(rows) - 1, 0)
        return total + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        wishes = self._all_wishes()
        width = sum(size.width() for size in wishes) + self._gap * max(len(wishes) - 1, 0)
        height = max((size.height() for size in wishes), default=0)
        return self._with_margins(QSize(width, height))

    def minimumSize(self) -> QSize:
        wishes = self._all_wishes()
        width = max((size.width() for size in wishes), default=0)
        height = max((size.height() for size in wishes), default=0)
        return self._with_margins(QSize(width, height))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        inner = rect.marginsRemoved(self.contentsMargins())
        top = inner.top()
        for row in self._rows(inner.width()):
            self._place(row, inner, top)
            top += row.height + self._row_gap

    def _place(self, row: _Row, inner: QRect, top: int) -> None:
        spare = max(inner.width() - row.width, 0)
        left = inner.left()
        for item, size in row.items:
            width = size.width()
            if item.widget() in self._stretched:
                width, spare = width + spare, 0
            elif item.widget() in self._right:
                left, spare = left + spare, 0
            width = min(width, inner.width())
            offset = (row.height - size.height()) // 2
            item.setGeometry(QRect(QPoint(left, top + offset), QSize(width, size.height())))
            left += width + self._gap

    def _forget(self) -> None:
        self._laid, self._wishes = {}, None

    def _all_wishes(self) -> list[QSize]:
        if self._wishes is None:
            self._wishes = [self._wish(item) for item in self._items if not item.isEmpty()]
        return self._wishes

    def _rows(self, width: int) -> list[_Row]:
        if width not in self._laid:
            self._laid[width] = self._fill_rows(width)
        return self._laid[width]

    def _fill_rows(self, width: int) -> list[_Row]:
        rows = [_Row()]
        for item in self._items:
            if item.isEmpty():
                continue
            size = self._wish(item)
            row = rows[-1]
            if row.items and row.width + self._gap + size.width() > width:
                row = _Row()
                rows.append(row)
            row.width += size.width() + (self._gap if row.items else 0)
            row.height = max(row.height, size.height())
            row.items.append((item, size))
        return rows if rows[-1].items else []

    def _wish(self, item: QLayoutItem) -> QSize:
        size = item.sizeHint().expandedTo(item.minimumSize())
        wanted = self._stretched.get(item.widget())
        return size if wanted is None else QSize(wanted, size.height())

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())


def flow_widget(parent: QWidget | None = None, gap: int = 6, row_gap: int = 6) -> FlowWidget:
    """A widget with a FlowLayout inside."""
    return FlowWidget(parent, gap, row_gap)


class FlowWidget(QWidget):
    """A row of chips or buttons that wraps; its height follows its width."""

    def __init__(self, parent: QWidget | None = None, gap: int = 6, row_gap: int = 6) -> None:
        super().__init__(parent)
        self.flow = FlowLayout(self, gap, row_gap)
        self.flow.setContentsMargins(0, 0, 0, 0)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> QWidget:
        """Append a widget and hand it back."""
        self.flow.addWidget(widget)
        return widget

    def clear(self) -> None:
        """Take out and delete everything inside."""
        while (item := self.flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
