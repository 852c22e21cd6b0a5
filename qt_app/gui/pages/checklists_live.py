"""The live HTTPS check behind the window: what is asked for, off the thread, stopped at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from qt_app.core.errors import InputError
from qt_app.gui.tasks import Job, TaskRunner

if TYPE_CHECKING:
    from qt_app.core.checks.model import Note, Step
    from qt_app.services.probes.https_probe import Order
    from qt_app.services.probes.network import Stop


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the form holds. `connect`, `http_connect`: "HOST:PORT" or ""; `ca`: a path or ""."""

    url: str
    connect: str = ""
    http_connect: str = ""
    ca: str = ""
    timeout: float = 10.0


class Refused(Exception):  # noqa: N818 - an answer to the user, no accident
    """A field that cannot be used: `field` target, connect, http_connect or ca; `why` a key.

    Keys: empty, bad, place, or that of a message about the CA file. `found` is what stood there,
    `notes` are the faults of a bad address.
    """

    def __init__(self, field: str, why: str, found: str = "", notes: Sequence[Note] = ()) -> None:
        super().__init__(field, why)
        self.field, self.why, self.found, self.notes = field, why, found, tuple(notes)


def make_order(wanted: Wanted) -> Order:
    """The probe's order; Refused names the field that is wrong."""
    from qt_app.api.web_checks import place, read_ca
    from qt_app.core.checks.web.target import read_target
    from qt_app.services.probes.https_probe import Order

    target = read_target(wanted.url)
    if not target.usable:
        faults = tuple(note for note in target.notes if note.status == "fail")
        raise Refused("target", "bad" if wanted.url.strip() else "empty", target.shown, faults)
    places = {}
    for name in ("connect", "http_connect"):
        text = getattr(wanted, name).strip()
        places[name] = place(text) if text else None
        if text and places[name] is None:
            raise Refused(name, "place", text)
    path = wanted.ca.strip()
    try:
        roots = read_ca(Path(path)) if path else ()
    except InputError as error:
        raise Refused("ca", error.phrase.key, path) from error
    return Order(wanted.url, places["connect"], places["http_connect"], roots, wanted.timeout)


def ask_private(url: str) -> bool:
    """Does the address lead to this machine or an inner network?"""
    from qt_app.api.web_checks import private_target

    return private_target(url)


def probe(order: Order, stop: Stop, told: Callable[[Step], None]) -> object:
    """Run the check; each step is told as soon as it is known."""
    from qt_app.services.probes.https_probe import check_https

    return check_https(order, stop=stop, told=told)


class LiveCheck(QObject):
    """One live check at a time. Nothing arrives after `stop()`.

    `private_found()`: the address is an inner one, go on with `go()` or `stop()`.
    `told(step)` for each step, `ended()` when there are no more, `broke(error)` if it fell over.
    """

    private_found = Signal()
    told = Signal(object)
    ended = Signal()
    broke = Signal(object)
    _arrived = Signal(int, object)

    def __init__(self, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._serial = 0
        self._order: Order | None = None
        self.only: str | None = None
        self._stop: Stop | None = None
        self._job: Job | None = None
        # Steps are told on the probe's thread; queued they arrive on the window's.
        self._arrived.connect(self._on_step, Qt.ConnectionType.QueuedConnection)

    def busy(self) -> bool:
        """Is a check under way?"""
        return self._job is not None

    def start(self, order: Order, only: str | None, *, ask: bool) -> None:
        """Begin; with `ask` inner addresses are asked about first."""
        self.stop()
        self._order, self.only = order, only
        if ask:
            question = partial(ask_private, order.url)
            self._job = self._tasks.run(question, self._on_kind, self._on_broken)
        else:
            self.go()

    def go(self) -> None:
        """Connect now."""
        from qt_app.api.web_checks import Stop

        if self._order is None:
            return
        self._serial += 1
        self._stop = Stop()
        tell = partial(self._tell, self._serial)
        work = partial(probe, self._order, self._stop, tell)
        self._job = self._tasks.run(work, self._on_done, self._on_broken)

    def stop(self) -> None:
        """Drop everything that is under way, at once."""
        self._serial += 1
        if self._stop is not None:
            self._stop.press()
        if self._job is not None:
            self._job.cancel()
        self._stop = self._job = None

    def _tell(self, serial: int, step: Step) -> None:
        """On the probe's thread. The window may be gone by now."""
        try:
            self._arrived.emit(serial, step)
        except RuntimeError:
            return

    @Slot(int, object)
    def _on_step(self, serial: int, step: Step) -> None:
        if serial != self._serial:
            return
        self.told.emit(step)
        if step.id == self.only:
            self.stop()
            self.ended.emit()

    def _on_kind(self, private: bool) -> None:
        if private:
            self.private_found.emit()
        else:
            self.go()

    def _on_done(self, result: object) -> None:
        # Steps still in the queue come first: they were posted before this answer.
        self._stop = self._job = None
        self.ended.emit()

    def _on_broken(self, error: Exception) -> None:
        self._serial += 1
        self._stop = self._job = None
        self.broke.emit(error)
