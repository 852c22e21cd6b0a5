"""The one door for work off the GUI thread; the only user of threads in the window."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

_AT_ONCE = 4

# Seconds for which a thread keeps Python while another waits for it. A key is painted in dozens of
# small calls from Qt, and each waits its turn: with Python's usual 0.005 one key took half a second
# beside a large log, with this one a hundredth; the log is read no slower.
TURN = 0.0001


class Job(QObject):
    """A running piece of work. `done(result)` or `failed(error)` arrives on the GUI thread.

    After `cancel()` neither arrives; a function that takes long may look at `is_cancelled`.
    """

    done = Signal(object)
    failed = Signal(object)
    progress = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._ended = threading.Event()
        self._answer: tuple[Any, Exception | None] = (None, None)

    @property
    def is_cancelled(self) -> bool:
        """Whether the answer is no longer wanted. Safe from any thread."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Drop the answer."""
        self._stop.set()

    def end(self, result: Any, error: Exception | None) -> None:
        """From inside the work: it is done."""
        self._answer = (result, error)
        self._ended.set()

    def take(self, seconds: float) -> tuple[Any, Exception | None] | None:
        """Wait a moment on the GUI thread: result and error, which then are not delivered any
        more; None if they will come later."""
        if not self._ended.wait(seconds):
            return None
        self.cancel()
        return self._answer


class _Relay(QObject):
    """Carries results over the thread border; lives on the GUI thread, owned by the runner."""

    finished = Signal(object, object, object)
    progressed = Signal(object, object)


class _Work(threading.Thread):
    """One job's thread. Qt's own pool would wait for it when the window goes, holding Python, which
    the work needs to come to its end. No daemon: one stopped inside C++ would abort the process."""

    def __init__(
        self, relay: _Relay, job: Job, function: Callable[[], Any], room: threading.Semaphore
    ) -> None:
        super().__init__(name="qingtui-work")
        self._relay, self._job, self._function, self._room = relay, job, function, room

    def run(self) -> None:
        with self._room:
            result, error = (None, None) if self._job.is_cancelled else self._outcome()
        # The window may be gone by now; then nobody waits for the answer.
        try:
            self._job.end(result, error)
            self._relay.finished.emit(self._job, result, error)
        except RuntimeError:
            return

    def _outcome(self) -> tuple[Any, Exception | None]:
        try:
            return self._function(), None
        except Exception as caught:
            return None, caught


def still_working() -> bool:
    """Whether a thread is at work that nobody waits for any more, or will be."""
    return any(isinstance(thread, _Work) for thread in threading.enumerate())


class TaskRunner(QObject):
    """Runs pure functions on other threads: `job = tasks.run(function, on_done, on_failed)`.

    `function` takes no arguments (bind them with functools.partial) and touches no widget. Four
    run at once.
    `stopping()` is emitted before the threads are waited for: wake up what hangs on a network.
    """

    stopping = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = threading.Semaphore(_AT_ONCE)
        self._threads: list[_Work] = []
        self._is_over = False
        self._jobs: set[Job] = set()
        # Without a parent: it outlives the window as long as a thread may speak through it.
        self._relay = _Relay()
        queued = Qt.ConnectionType.QueuedConnection
        self._relay.finished.connect(self._deliver, queued)
        self._relay.progressed.connect(self._deliver_progress, queued)

    def run(
        self,
        function: Callable[[], Any],
        on_done: Callable[[Any], None],
        on_failed: Callable[[Exception], None] | None = None,
    ) -> Job:
        """Start `function`; exactly one of the two is called later unless cancelled.

        After `shut_down()` nothing is started any more.
        """
        # Costs nothing while only one thread runs, so nobody sets it back.
        sys.setswitchinterval(min(TURN, sys.getswitchinterval()))
        job = Job(self)
        job.done.connect(on_done)
        if on_failed is not None:
            job.failed.connect(on_failed)
        if self._is_over:
            job.cancel()
            return job
        self._jobs.add(job)
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        work = _Work(self._relay, job, function, self._room)
        self._threads.append(work)
        work.start()
        return job

    def report(self, job: Job, value: object) -> None:
        """From inside the work: deliver `job.progress(value)` on the GUI thread."""
        self._relay.progressed.emit(job, value)

    def busy(self) -> bool:
        """Whether anything is still running."""
        return bool(self._jobs)

    def shut_down(self, milliseconds: int = 2000) -> None:
        """Drop all answers and wait a little for the threads."""
        self._is_over = True
        self.stopping.emit()
        for job in self._jobs:
            job.cancel()
        until = time.monotonic() + milliseconds / 1000
        for thread in self._threads:
            thread.join(max(until - time.monotonic(), 0))

    @Slot(object, object, object)
    def _deliver(self, job: Job, result: Any, error: Exception | None) -> None:
        self._jobs.discard(job)
        if not job.is_cancelled:
            if error is None:
                job.done.emit(result)
            else:
                job.failed.emit(error)
        job.deleteLater()

    @Slot(object, object)
    def _deliver_progress(self, job: Job, value: object) -> None:
        if job in self._jobs and not job.is_cancelled:
            job.progress.emit(value)
