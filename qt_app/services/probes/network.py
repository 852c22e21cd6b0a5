"""The outside world of a probe: names, connections, clocks. Tests put in their own."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
import urllib.request
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

POLL = 0.05


class CancelledError(Exception):
    """The user pressed stop."""


class LateError(Exception):
    """The time of the whole check is over."""


class Stop:
    """A button to stop a probe from another thread: what waits on a connection wakes at once."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()

    @property
    def pressed(self) -> bool:
        """Was it pressed?"""
        return self._event.is_set()

    def press(self) -> None:
        """Stop the probe; may be pressed more than once."""
        self._event.set()
        with self._lock:
            waiting = list(self._open)
        for sock in waiting:
            with contextlib.suppress(OSError):
                # The plain socket's: an encrypted one may not be touched by two threads.
                socket.socket.shutdown(sock, socket.SHUT_RDWR)

    def check(self) -> None:
        """Raise CancelledError if it was pressed."""
        if self.pressed:
            raise CancelledError

    def watch(self, sock: socket.socket) -> None:
        """Shut `sock` when pressed."""
        with self._lock:
            self._open.add(sock)
        self.check()

    def forget(self, sock: socket.socket) -> None:
        """`sock` is closed."""
        with self._lock:
            self._open.discard(sock)


@dataclass(slots=True)
class Clock:
    """Time left: `each` seconds for one request, `whole` for all."""

    each: float
    whole: float
    tick: Callable[[], float] = time.monotonic
    _end: float = field(init=False)

    def __post_init__(self) -> None:
        self._end = self.tick() + self.whole

    @property
    def left(self) -> float:
        """Seconds left for the whole check; LateError if none."""
        left = self._end - self.tick()
        if left <= 0:
            raise LateError
        return left

    def limit(self, most: float | None = None) -> float:
        """Seconds that the next request may take."""
        return min(self.each if most is None else min(most, self.each), self.left)


def resolve(host: str) -> list[str]:
    """All addresses of `host` in the system's order; OSError as `getaddrinfo` raises it."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(item[4][0]) for item in found))


def connect(address: tuple[str, int], timeout: float) -> socket.socket:
    """A TCP connection to an address that is resolved already."""
    return socket.create_connection(address, timeout)


def proxies() -> str | None:
    """The proxy that the system or the environment names for https; this check goes past it."""
    found = urllib.request.getproxies()
    return found.get("https") or found.get("all")


@dataclass(frozen=True, slots=True)
class Network:
    """What a probe uses of the world."""

    resolve: Callable[[str], Sequence[str]] = resolve
    connect: Callable[[tuple[str, int], float], socket.socket] = connect
    proxy: Callable[[], str | None] = proxies
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    tick: Callable[[], float] = time.monotonic


def ask_names(network: Network, host: str, clock: Clock, stop: Stop) -> tuple[list[str], str]:
    """(addresses, trouble): trouble is "", not_found, temporary or timeout.

    The system's resolver cannot be interrupted, so it is left behind in a thread of its own.
    """
    box: list[tuple[list[str], str]] = []
    done = threading.Event()

    def ask() -> None:
        box.append(_ask(network, host))
        done.set()

    threading.Thread(target=ask, name="resolver", daemon=True).start()
    end = network.tick() + clock.limit()
    while not done.wait(POLL):
        stop.check()
        if network.tick() >= end:
            return [], "timeout"
    return box[0]


def _ask(network: Network, host: str) -> tuple[list[str], str]:
    try:
        found = list(network.resolve(host))
    except socket.gaierror as error:
        temporary = error.errno in (socket.EAI_AGAIN, getattr(socket, "EAI_FAIL", None))
        return [], "temporary" if temporary else "not_found"
    except (OSError, UnicodeError, ValueError):
        return [], "not_found"
    return (found, "") if found else ([], "not_found")


def trouble_of(error: BaseException) -> str:
    """refused, timeout, reset or unreachable."""
    if isinstance(error, ConnectionRefusedError):
        return "refused"
    if isinstance(error, TimeoutError):
        return "timeout"
    if isinstance(error, ConnectionResetError | BrokenPipeError | ConnectionAbortedError):
        return "reset"
    return "unreachable"
