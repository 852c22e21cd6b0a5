"""The slim bar of open cases: a tab each and a button for a new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QToolButton, QVBoxLayout, QWidget

from qt_app.gui.delegates.rows import draw_words
from qt_app.gui.delegates.shapes import draw_icon
from qt_app.gui.theme import Theme
from qt_app.gui.vocabulary import SEVERITY, UNDECIDED, Mark
from qt_app.gui.widgets.buttons import Button, draw_ring
from qt_app.gui.widgets.words import HairLine, plain_tip, set_tip

_HEIGHT = 34
_LEAST, _MOST = 96, 240
_PAD, _ICON, _CROSS, _ARROW = 12, 14, 28, 16
_NONE = Mark("", "file-text", "text2")


@dataclass(frozen=True, slots=True)
class Tab:
    """What a tab says. `severity` as in vocabulary, "undecided", or "" for none."""

    title: str
    severity: str = ""
    is_masked: bool = False


class CaseTabs(QTabBar):
    """`close_requested(index)` by the cross or a middle click. Give it `set_tabs`."""

    close_requested = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: list[Tab] = []
        self.setObjectName("caseTabs")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        theme.changed.connect(self.retheme)

    def set_tabs(self, tabs: Sequence[Tab], current: int) -> None:
        """Show these; emits nothing."""
        self.blockSignals(True)
        while self.count() > len(tabs):
            self.removeTab(self.count() - 1)
        self._shown = list(tabs)
        while self.count() < len(tabs):
            self.addTab("")
            self.setTabButton(self.count() - 1, self.ButtonPosition.RightSide, self._cross())
        self.setCurrentIndex(current)
        self.blockSignals(False)
        self.retranslate()

    def words(self, index: int) -> str:
        """What a tab says, uncut."""
        tab = self._shown[index]
        parts = (tab.title or self.tr("New case"), self._mark_words(tab))
        return " · ".join(part for part in parts if part)

    def _mark_words(self, tab: Tab) -> str:
        return self.tr("masked") if tab.is_masked else ""

    @Slot()
    def retranslate(self) -> None:
        """Words in the language in force."""
        self.setAccessibleName(self.tr("Open cases"))
        keys = QKeySequence("Ctrl+W").toString(QKeySequence.SequenceFormat.NativeText)
        for index in range(self.count()):
            words = self.words(index)
            # An ampersand would underline the letter after it.
            self.setTabText(index, words.replace("&", "&&"))
            self.setTabToolTip(index, plain_tip(words))
            cross = self.tabButton(index, self.ButtonPosition.RightSide)
            cross.setAccessibleName(self.tr("Close {0}").format(words))
            set_tip(cross, self.tr("Close this case ({0})").format(keys))
        ways = (self.tr("To the left"), self.tr("To the right"))
        for button, name in zip(self._arrows(), ways, strict=False):
            button.setAccessibleName(name)
            set_tip(button, name)
        self.update()

    @Slot()
    def retheme(self) -> None:
        """Follow colours and text size."""
        self._draw_arrows()
        self.retranslate()

    def tabLayoutChange(self) -> None:
        # Qt has just given the buttons its own small triangles.
        if any(button.arrowType() != Qt.ArrowType.NoArrow for button in self._arrows()):
            self._draw_arrows()

    def _arrows(self) -> list[QToolButton]:
        """The two buttons that scroll the tabs."""
        return self.findChildren(QToolButton)

    def _draw_arrows(self) -> None:
        for button, icon in zip(self._arrows(), ("chevron-left", "chevron-right"), strict=False):
            button.setArrowType(Qt.ArrowType.NoArrow)
            button.setIcon(self._theme.icon(icon, "text2", _ARROW))
            side = self._theme.scaled(_ARROW)
            button.setIconSize(QSize(side, side))

    # Qt asks

    def tabSizeHint(self, index: int) -> QSize:
        scaled = self._theme.scaled
        words = self._theme.metrics("body").horizontalAdvance(self.words(index))
        width = words + 4 + 2 * _PAD + scaled(_ICON) + 8 + scaled(_CROSS) + 2
        return QSize(min(max(width, scaled(_LEAST)), scaled(_MOST)), scaled(_HEIGHT))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        hovered = self.tabAt(self.mapFromGlobal(self.cursor().pos())) if self.underMouse() else -1
        for index in range(self.count()):
            rect = self.tabRect(index)
            if rect.intersects(event.rect()):
                self._paint_tab(painter, index, rect, hovered=index == hovered)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and index >= 0:
            self.close_requested.emit(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # Inside

    def _paint_tab(self, painter: QPainter, index: int, rect: QRect, *, hovered: bool) -> None:
        theme, is_current = self._theme, index == self.currentIndex()
        if hovered and not is_current:
            painter.fillRect(rect, theme.color("hover"))
        if is_current:
            line = QRect(rect.left(), rect.bottom() - 1, rect.width(), 2)
            painter.fillRect(line, theme.color("focus"))
        mark = case_mark(self._shown[index].severity)
        left = rect.left() + _PAD
        draw_icon(painter, theme, _middle(left, rect), mark.icon, mark.tone, _ICON)
        left += theme.scaled(_ICON) + 8
        room = rect.right() - theme.scaled(_CROSS) - 6 - left
        words = QRect(left, rect.top(), room, rect.height())
        self._paint_words(painter, words, self._shown[index], "text" if is_current else "text2")
        if is_current and self.hasFocus():
            draw_ring(painter, theme, rect, 4)

    def _paint_words(self, painter: QPainter, rect: QRect, tab: Tab, token: str) -> None:
        """The title, and that it is masked; the title is cut first, the mark never."""
        theme, masked = self._theme, self._mark_words(tab)
        metrics = theme.metrics("small")
        room = metrics.horizontalAdvance(masked) + 8 if masked else 0
        title = tab.title or self.tr("New case")
        end = draw_words(painter, theme, rect.adjusted(0, 0, -room, 0), title, "body", token)
        if masked:
            mark = QRect(end + 8, rect.top(), rect.right() - end - 7, rect.height())
            draw_words(painter, theme, mark, masked, "small", "text2")

    def _cross(self) -> Button:
        cross = Button(self._theme, "icon", "x", small=True)
        cross.setParent(self)
        # The tabs themselves take the keyboard; Ctrl+W closes.
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cross.clicked.connect(self._on_cross)
        return cross

    @Slot()
    def _on_cross(self) -> None:
        side = self.ButtonPosition.RightSide
        for index in range(self.count()):
            if self.tabButton(index, side) is self.sender():
                self.close_requested.emit(index)
                return


class CaseBar(QWidget):
    """The tabs and the button for a new case above the page; a hairline below."""

    new_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.tabs = CaseTabs(theme)
        self._new = Button(theme, "icon", "plus", small=True, name="newCaseButton")
        self._new.clicked.connect(self.new_requested)
        row = QHBoxLayout()
        row.setContentsMargins(4, 0, 12, 0)
        row.setSpacing(4)
        row.addWidget(self.tabs)
        row.addWidget(self._new)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(HairLine())
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Words in the language in force."""
        keys = QKeySequence("Ctrl+T").toString(QKeySequence.SequenceFormat.NativeText)
        self._new.setAccessibleName(self.tr("New case"))
        set_tip(self._new, self.tr("New case ({0})").format(keys))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def case_mark(severity: str) -> Mark:
    """How a case's worst finding is shown."""
    return UNDECIDED if severity == "undecided" else SEVERITY.get(severity, _NONE)


def _middle(left: int, rect: QRect) -> QPointF:
    return QPointF(left, rect.center().y() + 1)
