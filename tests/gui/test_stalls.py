"""The watcher of the event loop, watched itself."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QTimer

from tests.gui.stalls import REPORT, StallWatcher


def busy(seconds: float) -> None:
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


@pytest.fixture
def watcher(qapp, monkeypatch):
    watcher = StallWatcher()
    watcher.start(monkeypatch)
    yield watcher
    watcher.stop()


def test_a_stall_in_a_slot_is_seen(qtbot, watcher: StallWatcher) -> None:
    QTimer.singleShot(0, lambda: busy(REPORT + 0.06))
    qtbot.wait(400)
    assert watcher.worst() > REPORT
    assert "busy" in watcher.stalls[0].where


def test_a_test_that_takes_its_time_is_no_stall(qtbot, watcher: StallWatcher) -> None:
    qtbot.wait(30)
    busy(0.3)
    qtbot.wait(30)
    assert watcher.worst() == 0


def test_many_short_events_are_no_stall(qtbot, watcher: StallWatcher) -> None:
    timer = QTimer()
    timer.timeout.connect(lambda: busy(0.02))
    timer.start(0)
    qtbot.wait(400)
    timer.stop()
    assert watcher.worst() < REPORT
