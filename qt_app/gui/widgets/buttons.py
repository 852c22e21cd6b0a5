"""Buttons, drop-downs and check boxes as the design draws them."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QSizePolicy, QWidget

from qt_app.gui.theme import Theme
from qt_app.gui.widgets.focus_ring import OuterRing
from qt_app.gui.widgets.words import set_tip

_KIND_TOKENS = {"primary": "onaccent", "link": "accenttext"}
_BARE = ("link", "fold")  # no edge and no padding: their words stand in line with others
_ICON = 16
_WRAPPED = (
    Qt.AlignmentFlag.AlignVCenter.value
    | Qt.TextFlag.TextShowMnemonic.value
    | Qt.TextFlag.TextWordWrap.value
)
_GAP = 4  # Qt puts 4 px between icon and words; the design wants 8.
_PADS = {"icon": 0, "fold": 2}


class Button(QPushButton):
    """A push button. `kind`: outline, primary, quiet, link, fold or icon; `small`: 28 for 32.

    Takes focus by Tab only, so a click leaves no ring. Never elides: its minimum is its text.
    """

    def __init__(
        self,
        theme: Theme,
        kind: str = "outline",
        icon: str = "",
        *,
        small: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._token = _KIND_TOKENS.get(kind, "text2")
        self._ring: OuterRing | None = None
        self.setProperty("kind", kind)
        self.setProperty("small", small)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        theme.changed.connect(self.retheme)
        self.retheme()

    def set_icon(self, icon: str, token: str = "") -> None:
        """Show another icon ("" for none), in `token`'s colour if given."""
        self._icon = icon
        self._token = token or self._token
        self.retheme()

    @Slot()
    def retheme(self) -> None:
        """Draw the icon in the theme's colours."""
        if not self._icon:
            return
        pad = _PADS.get(self.property("kind"), _GAP)
        self.setIcon(self._theme.icon(self._icon, self._token, _ICON, pad))
        side = self._theme.scaled(_ICON)
        self.setIconSize(QSize(side + pad, side))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._ring is None and self.property("kind") in _BARE:
            self._ring = OuterRing(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        ring, self._ring = self._ring, None
        if ring is not None:
            ring.hide()
            ring.deleteLater()


class DropDown(QComboBox):
    """A combo box drawn in the design's shape; the wheel does not change it."""

    def __init__(self, theme: Theme, name: str = "", *, small: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._height, self._least = (28, 24) if small else (32, 40)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        theme.changed.connect(self.updateGeometry)
        self.currentIndexChanged.connect(self._on_changed)

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.currentText())
        return QSize(self._width_for(words), self._theme.scaled(self._height))

    def widest(self) -> int:
        """What its longest choice needs, px."""
        self.ensurePolished()
        return self._width_for(self._longest())

    def _width_for(self, words: int) -> int:
        return max(words, self._least) + 12 + 8 + self._theme.scaled(14) + 12 + 4

    def _longest(self) -> int:
        metrics = self.fontMetrics()
        texts = (self.itemText(row) for row in range(self.count()))
        return max((metrics.horizontalAdvance(text) for text in texts), default=40)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def set_enabled(self, row: int, is_enabled: bool) -> None:
        """Whether a choice can be made; the others stay as they are."""
        # Not needed, nor loaded, before a first paste.
        from PySide6.QtGui import QStandardItemModel

        model = self.model()
        if isinstance(model, QStandardItemModel):
            model.item(row).setEnabled(is_enabled)

    def set_name(self, name: str) -> None:
        """What a screen reader and the tooltip call this choice."""
        self.setAccessibleName(name)
        set_tip(self, name)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.view().setAccessibleName(name)

    @Slot()
    def _on_changed(self) -> None:
        self.updateGeometry()

    def showPopup(self) -> None:
        self.view().setMinimumWidth(max(self._longest() + 48, self.width()))
        super().showPopup()

    def wheelEvent(self, event: object) -> None:
        event.ignore()  # type: ignore[attr-defined]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = "hover" if self.underMouse() else "surface"
        draw_field(painter, self._theme, self.rect(), inside, focused=self.hasFocus())
        color = self._theme.color("text" if self.isEnabled() else "text3")
        painter.setPen(color)
        side = self._theme.scaled(14)
        words = self.rect().adjusted(12, 0, -(side + 20), 0)
        shown = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
        chevron = self._theme.pixmap("chevron-down", "text2", 14)
        painter.drawPixmap(self.width() - 12 - side, (self.height() - side) // 2, chevron)


class CheckBox(QCheckBox):
    """A check box with an accent fill and a tick; its words wrap where they must."""

    def __init__(self, theme: Theme, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        side = self._theme.scaled(18)
        return QSize(words.width() + side + 16, max(self._theme.scaled(28), words.height()))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._theme.scaled(200)), hint.height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(width - self._theme.scaled(18) - 16, 1), 10_000)
        words = self.fontMetrics().boundingRect(room, _WRAPPED, self.text())
        return max(self._theme.scaled(28), words.height())

    def hitButton(self, pos: object) -> bool:
        return self.rect().contains(pos)  # type: ignore[call-overload, no-any-return]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._theme.scaled(18)
        self._draw_box(painter, QRect(0, (self.height() - side) // 2, side, side))
        painter.setPen(self._theme.color("text" if self.isEnabled() else "text3"))
        room = self.rect().adjusted(side + 10, 0, -6, 0)
        painter.drawText(room, _WRAPPED, self.text())
        if self.hasFocus():
            # Round the words: the box stands at the very edge, in line with what is above it.
            words = self.fontMetrics().boundingRect(room, _WRAPPED, self.text())
            ring = QRect(side + 4, 0, words.width() + 12, self.height())
            draw_ring(painter, self._theme, ring.intersected(self.rect()), 6)

    def _draw_box(self, painter: QPainter, box: QRect) -> None:
        checked = self.isChecked()
        edge = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(self._theme.color("accent" if checked else "line2"))
        painter.setBrush(self._theme.color("accent" if checked else "surface"))
        painter.drawRoundedRect(edge, 4, 4)
        if checked:
            tick = self._theme.pixmap("check", "onaccent", 14)
            gap = (box.width() - self._theme.scaled(14)) // 2
            painter.drawPixmap(box.left() + gap, box.top() + gap, tick)


def draw_field(painter: QPainter, theme: Theme, rect: QRect, inside: str, *, focused: bool) -> None:
    """The rounded frame of a field: 1 px `line2`, or 2 px `focus`."""
    width = 2 if focused else 1
    half = width / 2
    painter.setPen(QPen(theme.color("focus" if focused else "line2"), width))
    painter.setBrush(theme.color(inside))
    painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), 6, 6)


def draw_ring(painter: QPainter, theme: Theme, rect: QRect, radius: int = 0) -> None:
    """The focus ring: 2 px inside the edge of `rect`."""
    painter.setPen(QPen(theme.color("focus"), 2))
    painter.setBrush(QColor(Qt.GlobalColor.transparent))
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius)
