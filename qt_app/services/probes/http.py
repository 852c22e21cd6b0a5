"""One request at a time to an address given: no redirect, no cookie, no credentials, limits."""

from __future__ import annotations

import http.client
import io
import socket
import zlib
from collections.abc import Callable
from urllib.parse import quote, urlsplit

from qt_app import __version__
from qt_app.core.checks.web.answer import Answer
from qt_app.services.probes.network import (
    CancelledError,
    Clock,
    LateError,
    Network,
    Stop,
    trouble_of,
)
from qt_app.services.probes.tls import Where, connection, encrypted, open_context

BODY_LIMIT = 1_000_000
_WIRE_LIMIT = BODY_LIMIT + 100_000
_PIECE = 65_536
_SAFE = "/?:@!$&'()*+,;=-._~%[]"
_INFORMATION_LIMIT = 10
Progress = Callable[[float], float]


class TooMuchError(Exception):
    """More bytes than any answer may have."""


def fetch(
    url: str, where: Where, network: Network, clock: Clock, stop: Stop, method: str = "GET"
) -> Answer:
    """The answer to one request; what goes wrong is its `trouble`.

    CancelledError and LateError pass through.
    """
    stop.check()
    end = network.tick() + clock.limit()
    try:
        with connection(network, where, clock, stop) as sock:
            if url.startswith("https:"):
                with encrypted(sock, open_context(), where.name, stop) as secure:
                    return _exchange(secure, url, method, _Limits(network, end, stop))
            return _exchange(sock, url, method, _Limits(network, end, stop))
    except (http.client.HTTPException, TooMuchError, ValueError):
        return Answer(url, trouble="broken")
    except OSError as error:
        stop.check()
        return Answer(url, trouble=_named(error))


def _named(error: OSError) -> str:
    trouble = trouble_of(error)
    if trouble == "unreachable" and type(error).__module__ == "ssl":
        return "tls"
    return trouble


class _Limits:
    """When this request must be over, and whether it still may go on."""

    def __init__(self, network: Network, end: float, stop: Stop) -> None:
        self._tick, self._end, self._stop = network.tick, end, stop

    def left(self) -> float:
        self._stop.check()
        left = self._end - self._tick()
        if left <= 0:
            raise TimeoutError
        return left


class _Wire(io.RawIOBase):
    """Reads a socket: a dripping server cannot stretch the time, an endless one not the size."""

    def __init__(self, sock: socket.socket, limits: _Limits) -> None:
        self._sock, self._limits, self._read = sock, limits, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        self._sock.settimeout(self._limits.left())
        count = self._sock.recv_into(buffer)  # type: ignore[arg-type]
        self._read += count
        if self._read > _WIRE_LIMIT:
            raise TooMuchError
        return count


class _Plug:
    """What `HTTPResponse` takes for a socket."""

    def __init__(self, wire: _Wire) -> None:
        self._wire = wire

    def makefile(self, *_: object, **__: object) -> io.BufferedReader:
        return io.BufferedReader(self._wire)


def _exchange(sock: socket.socket, url: str, method: str, limits: _Limits) -> Answer:
    sock.settimeout(limits.left())
    sock.sendall(_request(url, method))
    response = http.client.HTTPResponse(_Plug(_Wire(sock, limits)), method=method)  # type: ignore[arg-type]
    try:
        for _ in range(_INFORMATION_LIMIT):
            response.begin()
            if not 100 <= response.status < 200:
                break
        headers = tuple((key, _utf8(value)) for key, value in response.getheaders())
        body, cut = _body(response, response.getheader("content-encoding") or "")
        return Answer(url, response.status, headers, body, cut)
    finally:
        response.close()


def _request(url: str, method: str) -> bytes:
    parts = urlsplit(url)
    path = quote((parts.path or "/").encode("utf-8", "replace"), safe=_SAFE)
    if parts.query:
        path += "?" + quote(parts.query.encode("utf-8", "replace"), safe=_SAFE)
    host = parts.hostname or ""
    host = f"[{host}]" if ":" in host else host
    usual = {"https": 443, "http": 80}.get(parts.scheme)
    if parts.port not in (None, usual):
        host += f":{parts.port}"
    lines = (
        f"{method} {path} HTTP/1.1",
        f"Host: {host}",
        f"User-Agent: Mozilla/5.0 (compatible; qingtui-triage/{__version__})",
        "Accept: text/html,application/xhtml+xml,*/*;q=0.8",
        "Accept-Encoding: gzip, deflate",
        "Cache-Control: no-cache",
        "Connection: close",
    )
    return ("\r\n".join(lines) + "\r\n\r\n").encode("ascii", "replace")


def _utf8(value: str) -> str:
    try:
        return value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return value


def _body(response: http.client.HTTPResponse, encoding: str) -> tuple[bytes, bool]:
    """(the body, decoded, at most BODY_LIMIT bytes; was it cut)."""
    decoder = _decoder(encoding)
    found = bytearray()
    try:
        while piece := response.read(_PIECE):
            room = BODY_LIMIT - len(found)
            found += decoder(piece, room)
            if len(found) >= BODY_LIMIT:
                return bytes(found[:BODY_LIMIT]), True
    except (TooMuchError, http.client.HTTPException, TimeoutError, ConnectionError, zlib.error):
        return bytes(found), True
    except (CancelledError, LateError):
        raise
    except OSError:
        return bytes(found), True
    return bytes(found), False


def _decoder(encoding: str) -> Callable[[bytes, int], bytes]:
    name = encoding.strip().lower()
    if name not in ("gzip", "x-gzip", "deflate"):
        return lambda piece, room: piece[: room + 1]
    # 32 + 15: gzip or zlib by their heads.
    inflate = zlib.decompressobj(47)
    return lambda piece, room: inflate.decompress(piece, room + 1)
