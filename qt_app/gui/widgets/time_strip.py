"""The time strip: how many findings when, as bars painted by hand; click or drag picks a range."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from qt_app.gui.delegates.hairline import Hairlines
from qt_app.gui.models.findings_times import BUCKETS, Timeline
from qt_app.gui.models.findings_words import clock, span
from qt_app.gui.theme import Theme
from qt_app.gui.widgets.buttons import draw_ring
from qt_app.gui.widgets.field_help import set_help
from qt_app.gui.widgets.words import plain_tip

HEIGHT = 42
_SIDE, _TOP, _LABELS = 16, 4, 20
_LAST = BUCKETS - 1
_TONES = ("error", "line2", "ok")
_FADED = ("scroll", "track", "scroll")
_ERROR, _OK = 0, 2
_STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class TimeStrip(QWidget):
    """Shows a Timeline; hidden without one. `range_chosen(low, high)`: pieces of time, both
    included; (-1, -1) when the range was taken away."""

    range_chosen = Signal(int, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._times: Timeline | None = None
        self._range: tuple[int, int] | None = None
        self._drag: tuple[int, int] | None = None
        self._under = self._cursor = -1
        self._has_room = True
        self.setObjectName("timeStrip")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.retheme)
        self.retheme()
        self.retranslate()
        self.hide()

    def set_times(self, times: Timeline | None) -> None:
        """Show other findings; no range is chosen, and nothing is said of it."""
        self._times = times
        self._range = self._drag = None
        self._under = self._cursor = -1
        self._show_if_room()
        self.retranslate()

    def set_room(self, height: int) -> None:
        """Stand aside where there is less than so many px for it."""
        self._has_room = height >= self.height()
        self._show_if_room()

    def _show_if_room(self) -> None:
        self.setVisible(self._times is not None and self._has_room)

    def chosen(self) -> tuple[int, int] | None:
        """The pieces chosen, first and last."""
        return self._range

    def clear_range(self) -> bool:
        """Take the range away; False if there is none."""
        if self._range is None:
            return False
        self._choose(None)
        return True

    def words(self, low: int, high: int) -> str:
        """`10:02:05 – 10:02:43` and how many of each kind lie in it, two lines."""
        assert self._times is not None
        errors, others, successes = self._times.total(low, high)
        parts = [self.tr("%n error(s)", "", errors)] if errors else []
        if others:
            parts.append(self.tr("%n other(s)", "", others))
        if successes:
            parts.append(self.tr("%n success(es)", "", successes))
        counts = self.tr(", ").join(parts) or self.tr("nothing")
        return f"{span(*self._times.edges(low, high))}\n{counts}"

    def bucket_at(self, x: int) -> int:
        """The piece of time at a place of the strip; the nearest beside it."""
        area = self._area()
        return min(max((x - area.left()) * BUCKETS // max(area.width(), 1), 0), _LAST)

    def bucket_rect(self, bucket: int) -> QRect:
        """The column of a piece, as high as the bars may be."""
        area = self._area()
        left = area.left() + area.width() * bucket // BUCKETS
        right = area.left() + area.width() * (bucket + 1) // BUCKETS
        return QRect(left, area.top(), right - left, area.height())

    def sizeHint(self) -> QSize:
        return QSize(200, self._theme.scaled(HEIGHT))

    @Slot()
    def retheme(self) -> None:
        """Follow colours and text size."""
        self.setFixedHeight(self._theme.scaled(HEIGHT))
        self.update()

    def retranslate(self) -> None:
        """Name and description in the language in force."""
        self.setAccessibleName(self.tr("When the findings happened"))
        words = self.tr(
            "Each bar is a piece of time, its height says how many findings. A click or a drag "
            "shows only that time below, Esc shows all again. Left and Right walk along the "
            "bars, with Shift they widen the range, Enter chooses."
        )
        set_help(self, words)
        self._describe()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._times is not None:
            place = self.bucket_at(event.position().toPoint().x())
            self._drag = (place, place)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.bucket_at(event.position().toPoint().x())
        if place != self._under:
            self._under = place
            self.update()
        if self._drag is not None:
            self._drag = (self._drag[0], place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, self._drag = self._drag, None
        if drag is None or event.button() != Qt.MouseButton.LeftButton:
            return
        low, high = sorted(drag)
        if low == high and self._range is not None and self._range[0] <= low <= self._range[1]:
            self._choose(None)
        else:
            self._choose((low, high))

    def leaveEvent(self, event: QEvent) -> None:
        self._under = -1
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(event.key(), 0)
        if self._times is None:
            super().keyPressEvent(event)
        elif step and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._widen(step)
        elif step:
            self._walk(self._cursor + step if self._cursor >= 0 else 0, step)
        elif event.key() == Qt.Key.Key_Home:
            self._walk(0, 1)
        elif event.key() == Qt.Key.Key_End:
            self._walk(_LAST, -1)
        elif event.key() in _ENTER and self._cursor >= 0:
            here = (self._cursor, self._cursor)
            self._choose(None if self._range == here else here)
        elif event.key() != Qt.Key.Key_Escape or not self.clear_range():
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._cursor < 0:
            self._walk(0, 1)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tip(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def _show_tip(self, place: QPoint, at: QPoint) -> None:
        if self._times is None:
            return
        bucket = self.bucket_at(place.x())
        QToolTip.showText(at, plain_tip(self.words(bucket, bucket)), self, self.bucket_rect(bucket))

    def _walk(self, place: int, step: int) -> None:
        """Put the cursor on the next piece that holds something."""
        while self._times is not None and 0 <= place <= _LAST:
            if self._times.filled(place):
                self._cursor = place
                self._describe()
                self.update()
                return
            place += step

    def _widen(self, step: int) -> None:
        """Move the end of the range that the cursor stands on."""
        anchor = max(self._cursor, 0)
        if self._range is not None and self._cursor in self._range:
            anchor = sum(self._range) - self._cursor
        self._walk(self._cursor + step if self._cursor >= 0 else 0, step)
        low, high = sorted((anchor, max(self._cursor, 0)))
        self._choose((low, high))

    def _choose(self, chosen: tuple[int, int] | None) -> None:
        if chosen is not None and self._times is not None and not any(self._times.total(*chosen)):
            chosen = None
        if chosen != self._range:
            self._range = chosen
            self._describe()
            low, high = chosen or (-1, -1)
            self.range_chosen.emit(low, high)
        self.update()

    def _describe(self) -> None:
        if self._times is None:
            self.setAccessibleDescription("")
            return
        said = [self.words(0, _LAST)]
        if self._range is not None:
            said.append(self.tr("Shown: {0}").format(self.words(*self._range)))
        if self._cursor >= 0:
            said.append(self.tr("Here: {0}").format(self.words(self._cursor, self._cursor)))
        self.setAccessibleDescription("\n".join(said).replace("\n", " · "))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._times is None:
            return
        painter = QPainter(self)
        self._paint_grounds(painter)
        highest = self._times.highest
        for bucket, counts in enumerate(self._times.counts):
            if any(counts):
                self._paint_bar(painter, bucket, counts, highest, self._tones(bucket))
        area = self._area()
        painter.fillRect(area.left(), area.bottom() + 1, area.width(), 1, self._color("line2"))
        edge = Hairlines(painter).lying(0, self.height(), self.width())
        painter.fillRect(edge, self._color("line"))
        self._paint_labels(painter)
        if self.hasFocus():
            if self._cursor >= 0:
                draw_ring(painter, self._theme, self.bucket_rect(self._cursor), 2)
            draw_ring(painter, self._theme, self.rect())

    def _paint_grounds(self, painter: QPainter) -> None:
        """The piece under the mouse, and the chosen range."""
        if self._under >= 0 and self._drag is None:
            painter.fillRect(self.bucket_rect(self._under), self._color("greytint"))
        marked = tuple(sorted(self._drag)) if self._drag is not None else self._range
        if marked is not None:
            low, high = marked
            ground = self.bucket_rect(low).united(self.bucket_rect(high))
            painter.fillRect(ground, self._color("accenttint"))
            painter.setPen(QPen(self._color("focus"), 1))
            painter.drawLine(ground.topLeft(), ground.bottomLeft())
            painter.drawLine(ground.topRight(), ground.bottomRight())

    def _tones(self, bucket: int) -> tuple[str, str, str]:
        """Outside a chosen range the bars step back."""
        if self._range is None or self._range[0] <= bucket <= self._range[1]:
            return _TONES
        return _FADED

    def _paint_bar(
        self,
        painter: QPainter,
        bucket: int,
        counts: tuple[int, int, int],
        highest: int,
        tones: tuple[str, str, str],
    ) -> None:
        """Errors at the foot, others above, successes on top and hollow: not by colour alone."""
        column = self.bucket_rect(bucket).adjusted(1, 0, 0, 0)
        width = max(min(column.width(), self._theme.scaled(10)), 2)
        left = column.center().x() - (width - 1) // 2
        total, foot = sum(counts), column.bottom() + 1
        # The root keeps single findings in sight beside a burst.
        height = max(round((total / highest) ** 0.5 * column.height()), 4)
        for kind, (count, tone) in enumerate(zip(counts, tones, strict=True)):
            if not count:
                continue
            part = max(round(height * count / total), 2)
            bar = QRect(left, max(foot - part, column.top()), width, part)
            self._paint_part(painter, bar, kind, tone)
            foot -= part

    def _paint_part(self, painter: QPainter, bar: QRect, kind: int, tone: str) -> None:
        """Errors are the rule: a tint under an edge, or a burst would be a wall of red."""
        if kind == _OK and bar.height() > 3 and bar.width() > 3:
            painter.setPen(QPen(self._color(tone), 1))
            painter.drawRect(bar.adjusted(0, 0, -1, -1))
        elif kind == _ERROR and tone == _TONES[_ERROR]:
            painter.fillRect(bar, self._color("errortint"))
            painter.fillRect(bar.left(), bar.top(), bar.width(), 2, self._color(tone))
        else:
            painter.fillRect(bar, self._color(tone))

    def _paint_labels(self, painter: QPainter) -> None:
        """First and last time; between them what is chosen, alone if there is no room."""
        assert self._times is not None
        area, metrics = self._area(), self._theme.metrics("tag")
        line = QRect(area.left(), area.bottom() + 2, area.width(), self.height() - area.bottom())
        first, last = self._ends()
        chosen = " · ".join(self.words(*self._range).split("\n")) if self._range else ""
        painter.setFont(self._theme.font("tag"))
        flags = Qt.AlignmentFlag
        gap = self._theme.scaled(12)
        sides = 2 * (max(map(metrics.horizontalAdvance, (first, last))) + gap)
        if metrics.horizontalAdvance(chosen) + sides <= line.width() or not chosen:
            painter.setPen(self._color("text3"))
            painter.drawText(line, flags.AlignTop | flags.AlignLeft, first)
            painter.drawText(line, flags.AlignTop | flags.AlignRight, last)
        painter.setPen(self._color("accenttext"))
        shown = metrics.elidedText(chosen, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, flags.AlignTop | flags.AlignHCenter, shown)

    def _ends(self) -> tuple[str, str]:
        assert self._times is not None
        first, last = self._times.edges(0, _LAST)
        if first[:10] == last[:10]:
            return clock(first), clock(last)
        return f"{first[5:10]} {clock(first)}", f"{last[5:10]} {clock(last)}"

    def _area(self) -> QRect:
        """Where the bars stand."""
        top, labels = self._theme.scaled(_TOP), self._theme.scaled(_LABELS)
        width = max(self.width() - 2 * _SIDE, 1)
        return QRect(_SIDE, top, width, max(self.height() - top - labels - 1, 1))

    def _color(self, token: str) -> QColor:
        return self._theme.color(token)
