"""The verdict band: the worst so far, its number, how far the list is, what to copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QProgressBar, QSizePolicy, QWidget

from qt_app.gui.delegates.shapes import fill_round
from qt_app.gui.theme import Theme
from qt_app.gui.vocabulary import STEP_STATE
from qt_app.gui.widgets.buttons import Button
from qt_app.gui.widgets.cards import Chip
from qt_app.gui.widgets.words import IconLabel, WrappingLabel, set_tip

if TYPE_CHECKING:
    from qt_app.api.guided import RunView

NARROW = 960 - 72
_TINTS = {"pass": "oktint", "unsure": "violettint", "warn": "warntint", "fail": "errortint"}


class StepsProgress(QProgressBar):
    """ "8 / 12 步" and, where there is room, a bar of 140×4 beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._bar = True
        self.setObjectName("checklistProgress")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.changed.connect(self.updateGeometry)

    def show_bar(self, shown: bool) -> None:
        """With or without the bar; the words stay."""
        if shown != self._bar:
            self._bar = shown
            self.updateGeometry()
            self.update()

    @property
    def has_bar(self) -> bool:
        """Is the bar drawn?"""
        return self._bar

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font("small"))
        width = metrics.horizontalAdvance(self.text()) + 2
        return QSize(width + (10 + 140 if self._bar else 0), metrics.height() + 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("text2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self.text())
        if not self._bar:
            return
        track = QRect(self.width() - 140, (self.height() - 4) // 2, 140, 4)
        fill_round(painter, self._theme, QRectF(track), "track", 2)
        share = self.value() / max(self.maximum(), 1)
        if share > 0:
            done = QRectF(track.left(), track.top(), max(track.width() * share, 4), 4)
            fill_round(painter, self._theme, done, "focus", 2)


class EdgedChip(Chip):
    """A chip with a faint edge in its own colour, for a ground of the same tint."""

    def __init__(self, theme: Theme, text: str, tone: str) -> None:
        super().__init__(theme, text, "", tone)
        self._color = theme.color(tone)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QColor(self._color)
        edge.setAlpha(70)
        painter.setPen(edge)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


def sentence_case(text: str) -> str:
    """`text` with a capital first letter."""
    return text[:1].upper() + text[1:]


class _Sentence(WrappingLabel):
    """As wide as its words; wraps only where that does not fit."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("checklistVerdict")
        self.setProperty("role", "heading")
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text()) + 4
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(160, self.sizeHint().width()), self.fontMetrics().height())


class VerdictBand(QWidget):
    """Shows a RunView. `copy_requested(kind, other)`: kind ticket or reply; other: the other
    language's words."""

    copy_requested = Signal(str, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._view: RunView | None = None
        self._tint = "greytint"
        self._chip: Chip | None = None
        self.setObjectName("checklistBand")
        self._icon = IconLabel(theme, "circle-dotted", "text2", 20)
        self.sentence = _Sentence()
        self.progress = StepsProgress(theme)
        self.copy = Button(theme, "outline", "copy", name="copyChecklistButton")
        self.more = Button(theme, "icon", "dots", name="moreChecklistCopyButton")
        self._menu = QMenu(self)
        self._actions = {
            name: self._menu.addAction("") for name in ("reply", "ticket_other", "reply_other")
        }
        self._build()
        theme.changed.connect(self.retheme)
        self.retheme()
        self.retranslate()

    def show_view(self, view: RunView | None, *, started: bool) -> None:
        """The verdict so far; before anything ran it is grey."""
        self._view = view
        decided = view is not None and view.verdict in _TINTS and started
        mark = STEP_STATE[view.verdict] if view is not None and decided else STEP_STATE["waiting"]
        self._tint = _TINTS[view.verdict] if view is not None and decided else "greytint"
        self._icon.set_icon(mark.icon, mark.tone if decided else "text2")
        headline = view.headline if view is not None else self.tr("Not checked yet")
        self.sentence.setText(sentence_case(headline))
        # While the list is still being read there is nothing to count.
        self.progress.setVisible(view is not None)
        self.progress.setRange(0, max(view.total, 1) if view else 1)
        self.progress.setValue(view.done if view else 0)
        self._show_number(view.number if view and decided else None, mark.tone)
        for button in (self.copy, self.more):
            button.setEnabled(started)
        self._say_progress()
        self.update()

    def retranslate(self) -> None:
        """Words of its own in the language in force."""
        self.copy.setText(self.tr("Copy report"))
        set_tip(self.copy, self.tr("All steps as text for the ticket, masked (Ctrl+C)"))
        self.more.setAccessibleName(self.tr("More to copy"))
        set_tip(self.more, self.tr("For the customer (Ctrl+Shift+C), or in the other language"))
        self.progress.setAccessibleName(self.tr("Steps done"))
        # Translators: the Chinese window says "in English" here.
        self._actions["reply"].setText(self.tr("Copy for the customer"))
        self._actions["ticket_other"].setText(self.tr("Copy report in Chinese"))
        self._actions["reply_other"].setText(self.tr("Copy for the customer in Chinese"))
        self._say_progress()

    @Slot()
    def retheme(self) -> None:
        """Height and chip follow theme and text size."""
        self.setMinimumHeight(self._theme.scaled(50))
        if self._chip is not None and self._view is not None:
            self._show_number(self._view.number, STEP_STATE[self._view.verdict].tone)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.progress.show_bar(event.size().width() >= self._theme.scaled(NARROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color(self._tint))

    def _build(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 8, 16, 8)
        self._row.setSpacing(10)
        parts: list[QWidget] = [self._icon, self.sentence, self.progress, self.copy, self.more]
        for widget in parts:
            self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.insertStretch(2, 1)
        self.copy.clicked.connect(self._copy_ticket)
        self.more.clicked.connect(self._open_menu)
        self._menu.triggered.connect(self._on_action)

    def _show_number(self, number: str | None, tone: str) -> None:
        if self._chip is not None:
            self._row.removeWidget(self._chip)
            self._chip.hide()
            self._chip.deleteLater()
            self._chip = None
        if number:
            self._chip = EdgedChip(self._theme, self.tr("No. {0}").format(number), tone)
            self._row.insertWidget(2, self._chip, 0, Qt.AlignmentFlag.AlignVCenter)

    def _say_progress(self) -> None:
        # %v and %m are filled in by the bar itself, so a screen reader reads them, too.
        self.progress.setFormat(self.tr("%v / %m steps"))
        self.progress.updateGeometry()

    @Slot()
    def _copy_ticket(self) -> None:
        self.copy_requested.emit("ticket", False)

    @Slot()
    def _open_menu(self) -> None:
        self._menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _on_action(self, action: object) -> None:
        name = next(name for name, one in self._actions.items() if one is action)
        kind, _, other = name.partition("_")
        self.copy_requested.emit(kind, bool(other))
