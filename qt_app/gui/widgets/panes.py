"""Splitters with a hairline, scrolling cards, sticky footers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QMargins, QSize, Qt, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QSplitterHandle,
    QVBoxLayout,
    QWidget,
)

from qt_app.gui.delegates.hairline import Hairlines, fill
from qt_app.gui.theme import Theme
from qt_app.gui.widgets.flow import FlowLayout
from qt_app.gui.widgets.focus_ring import FocusRing
from qt_app.gui.widgets.tab_order import put_in_tab_order
from qt_app.gui.widgets.words import HairLine

MEASURE = 760
LEAST_PANE = 280
_LEFT, _RIGHT = 24, 20  # insets of a card
_BELOW = 12
_BUILT = QEvent.Type(QEvent.registerEventType())


class HairSplitter(QSplitter):
    """A splitter drawn as 1 px that can be grabbed on 7; panes do not collapse."""

    def __init__(self, theme: Theme, orientation: Qt.Orientation) -> None:
        self._theme = theme
        super().__init__(orientation)
        # The handle lies over both panes with 3 px on either side of its line: 7 px to grab.
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self._theme, self.orientation(), self)


def split_sizes(saved: object, default: Sequence[int]) -> list[int]:
    """Remembered sizes of a splitter if they make sense, else the default; never all zero."""
    if not isinstance(saved, list) or len(saved) != len(default):
        return list(default)
    if all(isinstance(size, int) and size >= 0 for size in saved) and sum(saved) > 0:
        return saved
    return list(default)


class _Handle(QSplitterHandle):
    def __init__(self, theme: Theme, orientation: Qt.Orientation, parent: QSplitter) -> None:
        super().__init__(orientation, parent)
        self._theme = theme

    def resizeEvent(self, event: QResizeEvent) -> None:
        across = self.orientation() == Qt.Orientation.Horizontal
        self.setAttribute(Qt.WidgetAttribute.WA_MouseNoMask, True)
        self.setContentsMargins(*((3, 0, 3, 0) if across else (0, 3, 0, 3)))
        # A pixel more on each side: on scaled screens the line stands on the next device pixel.
        spare = (1, 0, 1, 0) if across else (0, 1, 0, 1)
        self.setMask(QRegion(self.contentsRect().marginsAdded(QMargins(*spare))))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, middle = QPainter(self), self.rect().center()
        if self.orientation() == Qt.Orientation.Horizontal:
            line = Hairlines(painter).standing(middle.x(), 0, self.height())
        else:
            line = Hairlines(painter).lying(0, middle.y() + 1, self.width())
        fill(painter, line, self._theme.color("line"))


class Column(QVBoxLayout):
    """Knows its heights until something inside it may want another one; Qt keeps a single one."""

    def __init__(self, parent: QWidget) -> None:
        self._heights: dict[int, int] = {}
        self._least: dict[int, int] = {}
        super().__init__(parent)

    def height_for(self, width: int) -> int:
        """The height of all of it, margins included, at a width with them."""
        if width not in self._heights:
            self._heights[width] = self.totalHeightForWidth(width)
        return self._heights[width]

    def least_for(self, width: int) -> int:
        """The least height that it can do with, measured the same way."""
        if width not in self._least:
            self._least[width] = self.totalMinimumHeightForWidth(width)
        return self._least[width]

    def invalidate(self) -> None:
        self._heights.clear()
        self._least.clear()
        super().invalidate()


class Pane(QWidget):
    """Half of a splitter that is never lower than its wrapped rows and the least of its list.

    What is in it stands in `column`, without gaps.
    """

    def __init__(self) -> None:
        super().__init__()
        self.column = Column(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_PANE, self.column.least_for(max(self.width(), LEAST_PANE)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class ScrollBody(QWidget):
    """The inside of a scrolling card; reports the height its wrapped labels really need.

    Text never gets wider than `measure`; what is left stays empty at the right.
    """

    def __init__(self, measure: int = MEASURE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measure = measure
        self._left = _LEFT
        self.column = Column(self)
        self.column.setContentsMargins(_LEFT, 16, _RIGHT, _BELOW)
        self.column.setSpacing(8)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(max(self.width(), 1)))

    def heightForWidth(self, width: int) -> int:
        # The scroll area asks for widths the body does not have yet, so the margin of now
        # must not count.
        margins = self.column.contentsMargins()
        inner = width - self._left - self._right(width)
        return self.column.height_for(inner + margins.left() + margins.right())

    def _right(self, width: int) -> int:
        return max(_RIGHT, width - self._left - self._measure)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.set_measure(self._measure)

    def set_left(self, inset: int) -> None:
        """Begin at another inset than a card's, px."""
        self._left = inset
        self.set_measure(self._measure)

    def set_measure(self, measure: int) -> None:
        """Let text get at most this wide, px."""
        self._measure = measure
        # By the margin and not by a maximum width: Qt would ask for the height at the full width.
        self.column.setContentsMargins(self._left, 16, self._right(self.width()), _BELOW)
        self.updateGeometry()


class CardScroll(QScrollArea):
    """A scroll area without frame and without a horizontal bar; fill `body.column`.

    `replace_body()` gives a fresh body: build the new card in it, the old one goes away.
    """

    def __init__(
        self, name: str = "", measure: int = MEASURE, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._measure = measure
        self._theme: Theme | None = None
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._give_ground()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._frame = FocusRing(self)
        self.body = self.replace_body()

    def _give_ground(self) -> None:
        """An own viewport: to hand out Qt's, PySide first makes the classes of all widgets."""
        ground = QWidget()
        self.setViewport(ground)
        ground.setBackgroundRole(QPalette.ColorRole.NoRole)
        ground.setAutoFillBackground(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._frame.show_for(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._frame.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._frame.setGeometry(self.rect())

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 24)  # it scrolls; the buttons below it come first

    def set_measure(self, measure: int) -> None:
        """Let text get at most this wide, px."""
        self._measure = measure
        self.body.set_measure(measure)

    def grow_with(self, theme: Theme) -> CardScroll:
        """Let the measure of the text grow with the text size."""
        self._theme = theme
        theme.changed.connect(self._follow)
        self._follow()
        return self

    @Slot()
    def _follow(self) -> None:
        if self._theme is not None:
            self.set_measure(self._theme.scaled(MEASURE))

    def replace_body(self) -> ScrollBody:
        """Drop the card and start an empty one, scrolled to the top.

        It shows itself when the code that fills it has returned, before anything is painted;
        `settle()` does so at once.
        """
        self.body = ScrollBody(self._measure)
        self.body.setAutoFillBackground(False)
        self.setWidget(self.body)
        # Widgets put into a visible body count as hidden for one turn of the event loop: the
        # card would be measured without them, and drawn once with everything crushed.
        self.body.hide()
        self.verticalScrollBar().setValue(0)
        QCoreApplication.postEvent(self, QEvent(_BUILT), Qt.EventPriority.HighEventPriority.value)
        return self.body

    def settle(self) -> None:
        """Measure the card and show it."""
        if not self.body.isHidden():
            return
        parts = self.body.findChildren(QWidget)
        for part in parts:
            part.ensurePolished()  # fonts come from the style sheet
        self.body.show()
        for part in parts:
            # Each asks to be painted once more, later than the whole of them.
            QCoreApplication.removePostedEvents(part, QEvent.Type.UpdateLater.value)
        self.body.update()
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
        put_in_tab_order(self, self.body)

    def event(self, event: QEvent) -> bool:
        if event.type() == _BUILT:
            self.settle()
            return True
        return super().event(event)


class Footer(QWidget):
    """A sticky row of buttons under a hairline; wraps to further rows, never cuts a button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(HairLine())
        inside = QWidget()
        self.flow = FlowLayout(inside, gap=8, row_gap=8)
        self.flow.setContentsMargins(24, 10, 20, 10)
        column.addWidget(inside)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget, *, right: bool = False) -> QWidget:
        """Append a widget; with `right` it and what follows stand at the right end."""
        self.flow.addWidget(widget)
        if right:
            self.flow.set_right(widget)
        return widget
