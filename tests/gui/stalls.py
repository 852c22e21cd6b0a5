"""Watches the event loop while tests drive the window: how long one event keeps it busy."""

from __future__ import annotations

import faulthandler
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QObject, QTimer, Slot
from pytestqt.qt_compat import qt_api

BEAT = 10  # ms between two heartbeats of the loop, and between two looks at it
REPORT, FAIL = 0.1, 0.25  # seconds


@dataclass(frozen=True)
class Stall:
    """Seconds of the GUI thread's own time between two heartbeats, and what it was doing."""

    seconds: float
    where: str


class StallWatcher(QObject):
    """A heartbeat in the event loop, and a thread that looks at how long it is overdue.

    Time is the GUI thread's own processor time, so a busy machine is no stall. Only the time in
    which a test waits for the loop (`qtbot.wait…`) counts; what a test does itself does not.
    """

    def __init__(self) -> None:
        super().__init__()
        self.stalls: list[Stall] = []
        self._clock = time.pthread_getcpuclockid(threading.get_ident())
        self._since = self._now()
        self._waits = 0
        self._where = ""
        self._over = threading.Event()
        self._timer = QTimer(self)
        self._timer.setInterval(BEAT)
        self._timer.timeout.connect(self._beat)
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def start(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Watch from now on."""
        run_loop: Callable[..., Any] = qt_api.exec

        def watched(*args: Any, **kwargs: Any) -> Any:
            self._enter()
            try:
                return run_loop(*args, **kwargs)
            finally:
                self._leave()

        monkeypatch.setattr(qt_api, "exec", watched)
        self._timer.start()
        self._thread.start()

    def stop(self) -> None:
        """Watch no more; `stalls` stays."""
        self._timer.stop()
        self._over.set()
        self._thread.join(2)

    def worst(self) -> float:
        """The longest stall in seconds, 0 if there was none worth a report."""
        return max((stall.seconds for stall in self.stalls), default=0.0)

    def _now(self) -> float:
        return time.clock_gettime(self._clock)

    def _enter(self) -> None:
        self._since, self._where = self._now(), ""
        self._waits += 1

    def _leave(self) -> None:
        self._beat()
        self._waits -= 1

    @Slot()
    def _beat(self) -> None:
        late = self._now() - self._since
        if self._waits and late > REPORT:
            self.stalls.append(Stall(late, self._where))
        self._since, self._where = self._now(), ""

    def _watch(self) -> None:
        while not self._over.wait(BEAT / 1000):
            if self._waits and not self._where and self._now() - self._since > REPORT:
                self._where = stacks()


def stacks() -> str:
    """What every thread is doing.

    By faulthandler: a frame held by this thread would keep the painters of the other one alive.
    """
    with tempfile.TemporaryFile("w+") as file:
        faulthandler.dump_traceback(file)
        file.seek(0)
        return file.read()
