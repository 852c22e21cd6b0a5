"""The checks of a server, a certificate and pages, in words.

report = check_https("https://oa.example.com/", lang="zh")
report = check_cert(Path("chain.pem").read_bytes(), host="oa.example.com")
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from qt_app.api.check_report import CheckReport, CheckWords, StepReport
from qt_app.api.checks import load_desk
from qt_app.core.checks.model import Step
from qt_app.core.checks.web import cert, injection, mixed
from qt_app.core.checks.web.certificates import Certificate
from qt_app.services.probes.https_probe import DEFAULT_TIMEOUT, Order, Place, private_target
from qt_app.services.probes.https_probe import check_https as probe_https
from qt_app.services.probes.network import Network, Stop
from qt_app.services.probes.roots import load_trust, read_ca

__all__ = ["Network", "Stop", "check_cert", "check_https", "check_injection", "check_page"]
__all__ += ["place", "private_target", "read_ca"]


def place(text: str) -> Place | None:
    """`HOST:PORT` as --connect takes it; None if it is none."""
    host, colon, port = text.strip().rpartition(":")
    if host.startswith("[") and host.endswith("]"):
        host = host[1:-1]
    elif ":" in host:
        return None
    if not (colon and host and port.isascii() and port.isdigit() and len(port) < 6):
        return None
    if any(char.isspace() for char in host) or not 0 < int(port) < 65_536:
        return None
    return Place(host, int(port))


def check_https(
    url: str,
    *,
    connect: str | None = None,
    http_connect: str | None = None,
    ca: Path | None = None,
    timeout: float = DEFAULT_TIMEOUT,
    lang: str = "zh",
    words: CheckWords | None = None,
    network: Network | None = None,
    stop: Stop | None = None,
    told: Callable[[StepReport], None] | None = None,
) -> CheckReport:
    """All steps against the live server; `timeout` in seconds for each request.

    `told` gets each step as it is known, from the thread that runs this. `connect` and
    `http_connect` are HOST:PORT. InputError if `ca` cannot be read.
    """
    known = _words(words)

    def tell(step: Step) -> None:
        if told is not None:
            told(known.step(step, lang))

    order = Order(
        url,
        place(connect) if connect else None,
        place(http_connect) if http_connect else None,
        read_ca(ca) if ca is not None else (),
        timeout,
    )
    return known.report(probe_https(order, network, stop, tell), lang)


def check_cert(
    data: bytes,
    host: str | None = None,
    *,
    added_roots: Sequence[Certificate] = (),
    now: datetime | None = None,
    name: str = "-",
    lang: str = "zh",
    words: CheckWords | None = None,
) -> CheckReport:
    """Certificates out of a file or a paste: chain, names, dates, strength."""
    trust = load_trust(added_roots)
    found = cert.check_cert(data, host, trust, now or datetime.now(UTC), name)
    return _words(words).report(found, lang)


def check_page(
    page: bytes,
    base: str | None = None,
    *,
    name: str = "-",
    lang: str = "zh",
    words: CheckWords | None = None,
) -> CheckReport:
    """A saved page: what it loads over http."""
    return _words(words).report(mixed.check_page(page, base, name), lang)


def check_injection(
    http: bytes,
    https: bytes,
    *,
    names: tuple[str, str] = ("http", "https"),
    lang: str = "zh",
    words: CheckWords | None = None,
) -> CheckReport:
    """Two saved copies of one page: what the http one holds more."""
    return _words(words).report(injection.check_injection(http, https, names), lang)


def _words(words: CheckWords | None) -> CheckWords:
    return words or load_desk().words
