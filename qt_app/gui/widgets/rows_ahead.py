"""Shapes the rows of a table that nobody has seen yet, while nobody types."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Slot

from qt_app.gui.delegates.codes_rows import CodesRows
from qt_app.gui.models.codes import CodesModel

_QUIET = 40  # ms after the last paint: typing goes first
_GAP = 4  # ms between two slices, for whatever else there is
_SLICE = 0.002  # s


class RowsAhead(QObject):
    """`touch()` with each paint. The first key then finds its rows ready, as later ones do."""

    def __init__(self, parent: QObject, model: CodesModel, painted: CodesRows) -> None:
        super().__init__(parent)
        self._model, self._painted = model, painted
        self._look = -1
        self._next = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def touch(self) -> None:
        """The table was painted; begin anew if it looks otherwise than before."""
        if self._painted.look != self._look:
            self._look, self._next = self._painted.look, 0
        if not self.is_done():
            self._timer.start(_QUIET)

    def is_done(self) -> bool:
        """Whether every row is shaped."""
        return self._next >= len(self._model.all_rows)

    @Slot()
    def _go_on(self) -> None:
        rows, until = self._model.all_rows, perf_counter() + _SLICE
        while self._next < len(rows) and perf_counter() < until:
            self._model.prepare(rows[self._next])
            self._painted.shape(rows[self._next])
            self._next += 1
        if not self.is_done():
            self._timer.start(_GAP)
