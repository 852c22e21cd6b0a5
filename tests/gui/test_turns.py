"""Keys beside work in another thread: Python's turns must be short."""

from __future__ import annotations

import sys
import time

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from qt_app.gui.tasks import TURN, TaskRunner

KEYS = 12
USUAL = 0.005


@pytest.fixture
def usual_turns():
    before = sys.getswitchinterval()
    sys.setswitchinterval(USUAL)
    yield
    sys.setswitchinterval(before)


def spin(over: list[bool]) -> int:
    """What reading a large log is like for the other threads: Python without a pause."""
    count = 0
    while not over:
        count += 1
    return count


def seconds_of_keys(field: QLineEdit) -> float:
    start = time.perf_counter()
    for number in range(KEYS):
        field.setText("4" if number % 2 else "")
        QApplication.processEvents()
    return time.perf_counter() - start


def test_work_in_the_background_asks_for_short_turns(qtbot, usual_turns) -> None:
    runner, seen = TaskRunner(), []
    runner.run(lambda: 1, seen.append)
    qtbot.waitUntil(lambda: seen == [1])
    assert sys.getswitchinterval() == pytest.approx(TURN)
    runner.shut_down()


def test_a_key_is_not_held_up_by_a_large_log(qtbot, window, usual_turns) -> None:
    window.show_page("codes")
    qtbot.wait(100)
    field = window.findChild(QLineEdit, "codesFilter")
    seconds_of_keys(field)  # what is drawn for the first time is not what is asked here
    runner, over, seen = TaskRunner(), [], []
    runner.run(lambda: spin(over), seen.append)
    short, long = [], []
    for _ in range(3):
        sys.setswitchinterval(TURN)
        short.append(seconds_of_keys(field))
        sys.setswitchinterval(USUAL)
        long.append(seconds_of_keys(field))
    over.append(True)
    qtbot.waitUntil(lambda: bool(seen))
    runner.shut_down()
    print(f"{KEYS} keys: {min(short):.2f} s, with usual turns {max(long):.2f} s")
    assert min(short) * 1.5 < max(long)
