"""The box that holds what was pasted: kept as it is, shown as plain text, spans behind it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QRect, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QWidget

from qt_app.gui.theme import Theme
from qt_app.gui.vocabulary import Mark
from qt_app.gui.widgets.drop_box import DropBox
from qt_app.gui.widgets.focus_ring import FocusRing
from qt_app.gui.widgets.paste_ground import BlockGround
from qt_app.gui.widgets.paste_gutter import Gutter
from qt_app.gui.widgets.paste_spans import SpanIndex
from qt_app.gui.widgets.paste_text import Shown, after_edit, has_long_run, show
from qt_app.gui.widgets.words import plain_label

_MARGIN, _ABOVE = 6, 3  # around the text; the first line stands a little lower still
_PILL_GAP = 2
_EMPTY_LEFT, _EMPTY_ABOVE = 10, 12
_SCROLLS = 50_000  # characters that fill no window without a scroll bar
_KEYS = QKeySequence.StandardKey


class PasteBox(DropBox):
    """`toPlainText()` is the paste itself, however the editor shows it.

    Signals: `pasted(text)` when the whole text was set; `edited()` after typing;
    `mime_given(data)`, `mime_dropped(data)` for what came so; `span_clicked(finding)`;
    `copy_requested`, `undo_requested` for keys the editor itself has no use for.
    """

    pasted = Signal(object)  # a str as it is; Signal(str) would copy it twice
    edited = Signal()
    mime_given = Signal(object)
    span_clicked = Signal(int)
    copy_requested = Signal()
    undo_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._shown: Shown = show("")
        # Words to the user, not code: in the window's own font, on the line of the caret.
        self._placeholder = plain_label("", "body", "text3", wrap=True, parent=self)
        self._placeholder.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._length = 0
        self._lines = 1
        self._filling = False
        self._is_seen = False
        self._numbers: Callable[[int], int] | None = None
        self._spans = SpanIndex()
        self._current = -1
        self._gutter = Gutter(theme, self, self)
        self._gutter.hide()
        self._ring = FocusRing(self)
        self.setObjectName("pasteInput")
        self.setProperty("role", "code")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(_MARGIN)
        self.document().contentsChange.connect(self._on_change)
        self.updateRequest.connect(self._on_update)
        self._gutter.line_clicked.connect(self._on_line)
        theme.changed.connect(self.retheme)
        self.retheme()

    # The text

    def setPlainText(self, text: str) -> None:
        """Set the whole text: a paste."""
        self.fill(text)
        self.pasted.emit(text)

    def clear(self) -> None:
        self.setPlainText("")

    def toPlainText(self) -> str:
        return self._text

    def fill(
        self,
        text: str,
        shown: Shown | None = None,
        numbers: Callable[[int], int] | None = None,
    ) -> None:
        """Show a text without calling it a paste; spans go away. `shown` if it was made already.

        `numbers`: a line's number from its place, both from 1, where lines are left out.
        """
        self._text = text
        self._numbers = numbers
        self._shown = show(text) if shown is None else shown
        self.set_spans(SpanIndex())
        long_run = has_long_run(self._shown.text)
        mode = QTextOption.WrapMode
        self._filling = True
        # At words Qt needs quadratic time for one long unbroken run, the old text's as well.
        super().setPlainText("")
        self.setWordWrapMode(mode.WrapAnywhere if long_run else mode.WrapAtWordBoundaryOrAnywhere)
        self._lines = self._shown.text.count("\n") + 1
        # The width comes first: gutter and scroll bar would have a long text laid out again.
        self._gutter.setVisible(bool(text))
        self._place_gutter()
        policy = Qt.ScrollBarPolicy
        if len(self._shown.text) > _SCROLLS:
            self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn)
        super().setPlainText(self._shown.text)
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded)
        self._filling = False
        self._length = self.document().characterCount() - 1

    def is_cut(self) -> bool:
        """Whether only the beginning is shown."""
        return self._shown.end < len(self._text)

    def with_inserted(self, text: str) -> str:
        """The whole text with `text` in the place of the selection; nothing is changed yet."""
        start, end = self.selected_range()
        return self._text[:start] + text + self._text[end:]

    def selected_range(self) -> tuple[int, int]:
        """The selection in characters of the paste."""
        cursor = self.textCursor()
        ends = (cursor.selectionStart(), cursor.selectionEnd())
        return self._shown.to_paste(ends[0]), self._shown.to_paste(ends[1])

    def takes_whole(self) -> bool:
        """Whether a paste replaces everything: the box is empty or all is selected."""
        cursor = self.textCursor()
        length = cursor.selectionEnd() - cursor.selectionStart()
        return not self._text or length >= self.document().characterCount() - 1

    def place_caret(self, position: int) -> None:
        """Put the caret before a character of the paste."""
        cursor = self.textCursor()
        cursor.setPosition(min(self._shown.to_screen(position), self._length))
        self.setTextCursor(cursor)

    def setPlaceholderText(self, text: str) -> None:
        self._placeholder.setText(text)
        self._place_gutter()

    def placeholderText(self) -> str:
        return self._placeholder.text()

    # Spans

    def set_spans(self, spans: SpanIndex) -> None:
        """Show where findings stand."""
        self._spans = spans
        self._current = -1
        self.viewport().update()
        self._gutter.update()

    def set_current(self, finding: int, *, scroll: bool = True) -> None:
        """Mark a finding's span and bring it to the middle; the focus stays where it is."""
        self._current = finding
        if scroll:
            span = self._spans.of(finding)
            if span is not None and span.start < self._shown.end:
                self.scroll_to(span.start)
        self.viewport().update()

    def scroll_to(self, position: int) -> None:
        """Bring a character of the paste to the middle."""
        self.place_caret(position)
        self.centerCursor()

    def line_start(self, line: int) -> int:
        """The first character of the line of a number, or of the one before it."""
        places = range(1, self._lines + 1)
        place = line if self._numbers is None else bisect_right(places, line, key=self._numbers)
        block = self.document().findBlockByNumber(place - 1)
        return self._shown.to_paste(block.position()) if block.isValid() else 0

    # What the gutter asks

    def last_number(self) -> int:
        """The number of the last line shown."""
        return self._numbers(self._lines) if self._numbers is not None else self._lines

    def number_of(self, block: QTextBlock) -> int:
        """The number of a line, counted from 1."""
        place = block.blockNumber() + 1
        return self._numbers(place) if self._numbers is not None else place

    def mark_of(self, block: QTextBlock) -> Mark | None:
        """The mark of a line."""
        return self._spans.mark_between(*self._range_of(block))

    def visible_blocks(self) -> list[tuple[QTextBlock, QRectF]]:
        """Blocks in sight with their rectangles in viewport coordinates."""
        found = []
        block, offset = self.firstVisibleBlock(), self.contentOffset()
        bottom = self.viewport().height()
        while block.isValid():
            rect = self.blockBoundingGeometry(block).translated(offset)
            if rect.top() > bottom:
                break
            if block.isVisible():
                found.append((block, rect))
            block = block.next()
        return found

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        self._is_seen = True
        self._paint_spans()
        super().paintEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.mime_given.emit(source)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasUrls() or source.hasImage() or source.hasHtml()

    def createMimeDataFromSelection(self) -> QMimeData:
        start, end = self.selected_range()
        data = QMimeData()
        data.setText(self._text[start:end].encode("utf-8", "replace").decode("utf-8"))
        return data

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(_KEYS.Copy) and not self.textCursor().hasSelection():
            self.copy_requested.emit()
        elif event.matches(_KEYS.Undo) and not self.document().isUndoAvailable():
            self.undo_requested.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        left = event.button() == Qt.MouseButton.LeftButton
        if left and not self.textCursor().hasSelection():
            place = self.cursorForPosition(event.position().toPoint()).position()
            position = self._shown.to_paste(place)
            self._click(position, position + 1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Ctrl+wheel would change the font of this box alone.
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_gutter()
        self._ring.setGeometry(self.rect())
        # The findings appear below after a paste: what was scrolled to stays in sight.
        if 0 <= self.cursorRect().top() < event.oldSize().height():
            self.ensureCursorVisible()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._set_font()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring.show_for(event)
        self._repaint()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ring.hide()

    @Slot()
    def retheme(self) -> None:
        """Follow colours and text size."""
        self._set_font()
        self._place_gutter()
        self._gutter.update()
        self._repaint()

    # Inside

    def _repaint(self) -> None:
        # PySide makes the classes of all widgets to hand out the viewport: not before it is seen.
        if self._is_seen:
            self.viewport().update()

    def _set_font(self) -> None:
        font = self._theme.font("code")
        if self.document().defaultFont() != font:
            self.document().setDefaultFont(font)
        self.setTabStopDistance(4 * QFontMetricsF(font).horizontalAdvance(" "))

    def _place_gutter(self) -> None:
        # An empty box has no lines to number; its placeholder stands at the page's inset.
        width = self._gutter.width_now() if self._text else _EMPTY_LEFT
        above = _ABOVE if self._text else self._theme.scaled(_EMPTY_ABOVE)
        self.setViewportMargins(width, above, 0, 0)
        inside = self.contentsRect().adjusted(0, above, 0, 0)
        self._gutter.setGeometry(QRect(inside.left(), inside.top(), width, inside.height()))
        self._place_words(inside)

    def _place_words(self, inside: QRect) -> None:
        """Put the placeholder beside the caret."""
        self._placeholder.setVisible(not self._text)
        left, theme = _EMPTY_LEFT + _MARGIN, self._theme
        width = max(inside.width() - 2 * left, 1)
        higher = theme.metrics("body").height() - theme.metrics("code").height()
        top = inside.top() + _MARGIN - higher // 2
        height = self._placeholder.heightForWidth(width)
        self._placeholder.setGeometry(inside.left() + left, top, width, height)

    @Slot(QRect, int)
    def _on_update(self, rect: QRect, dy: int) -> None:
        if dy:
            self._gutter.scroll(0, dy)
        else:
            self._gutter.update(0, rect.y(), self._gutter.width(), rect.height())

    @Slot(int, int, int)
    def _on_change(self, place: int, removed: int, added: int) -> None:
        """Do to the paste what was done on the screen."""
        if self._filling:
            return
        now = self.document().characterCount() - 1
        removed = min(removed, self._length - place)
        added = max(now - self._length + removed, 0)
        if not removed and not added:
            return
        start, end = self._shown.to_paste(place), self._shown.to_paste(place + removed)
        if removed and end == start:
            end += 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(place)
        cursor.setPosition(min(place + added, now), QTextCursor.MoveMode.KeepAnchor)
        inserted = cursor.selectedText().replace("\u2029", "\n")
        if removed == added and inserted == show(self._text[start:end]).text:
            return
        self._text = self._text[:start] + inserted + self._text[end:]
        if self._shown.cuts_pill(place, place + removed):
            # A half deleted pill would stay behind on the screen.
            QTimer.singleShot(0, self, partial(self._show_again, start + len(inserted)))
        self._shown = after_edit(self._shown, (start, end), inserted, place, removed)
        self._length = now
        self._lines, self._numbers = self.document().blockCount(), None
        self._gutter.setVisible(bool(self._text))
        self._place_gutter()
        self.set_spans(SpanIndex())
        self.edited.emit()

    def _show_again(self, caret: int) -> None:
        self.fill(self._text)
        self.place_caret(caret)

    def _range_of(self, block: QTextBlock) -> tuple[int, int]:
        """A line as characters of the paste, its line break included."""
        start = self._shown.to_paste(block.position())
        return start, max(self._shown.to_paste(block.position() + block.length()), start + 1)

    def _click(self, start: int, end: int) -> None:
        finding = self._spans.innermost(start, end)
        if finding >= 0:
            self.span_clicked.emit(finding)

    @Slot(int)
    def _on_line(self, number: int) -> None:
        self._click(*self._range_of(self.document().findBlockByNumber(number)))

    def _paint_spans(self) -> None:
        if not self._spans and not self._shown.pills:
            return
        painter, shown = QPainter(self.viewport()), self._shown
        for block, rect in self.visible_blocks():
            ground = BlockGround(block, rect, self.viewport().height())
            seen = (shown.to_paste(ground.first), shown.to_paste(ground.last) + 1)
            spans = self._spans.between(*seen)
            for span in sorted(spans, key=lambda span: span.finding == self._current):
                token = "mark" if span.finding == self._current else "greytint"
                ends = (shown.to_screen(span.start), shown.to_screen(span.end))
                ground.paint(painter, self._theme, ends, token)
            for pill in shown.pills_between(ground.first, ground.last):
                ground.paint(painter, self._theme, pill, "greytint", _PILL_GAP)
        painter.end()
