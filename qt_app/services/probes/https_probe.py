"""`check https`: run the whole check against a live server, step by step."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parsedate_to_datetime

from qt_app.core.checks.masking import mask_address, show
from qt_app.core.checks.model import CheckResult, Step
from qt_app.core.checks.web.answer import Answer, split
from qt_app.core.checks.web.cert import certificate_steps
from qt_app.core.checks.web.certificates import Certificate, read_certificate
from qt_app.core.checks.web.chain import Trust
from qt_app.core.checks.web.hsts import hsts_step
from qt_app.core.checks.web.https import (
    STEPS,
    Tried,
    as_ip,
    connect_step,
    dns_step,
    handshake_step,
    protocol_step,
    skipped,
)
from qt_app.core.checks.web.injection import compare
from qt_app.core.checks.web.mixed import mixed_step, own_rows
from qt_app.core.checks.web.outcomes import Cert, Https, Injection
from qt_app.core.checks.web.redirect import Hop, Walk, next_hop, redirect_step
from qt_app.core.checks.web.target import Target, is_private, read_target
from qt_app.services.probes.http import fetch
from qt_app.services.probes.network import (
    CancelledError,
    Clock,
    LateError,
    Network,
    Stop,
    ask_names,
    trouble_of,
)
from qt_app.services.probes.roots import as_pem, load_trust
from qt_app.services.probes.tls import (
    Sent,
    Where,
    connection,
    offered_versions,
    system_verdict,
    take_chain,
)

DEFAULT_TIMEOUT = 10.0
# A little less than the three timeouts promised: the program itself takes time to start.
WHOLE = 2.8
_OWN_TRIES = 5
_CERTIFICATE = ("https.chain", "https.hostname", "https.expiry", "https.weak")
Told = Callable[[Step], None]


@dataclass(frozen=True, slots=True)
class Place:
    """Another place to connect to, as curl's --connect-to."""

    host: str
    port: int

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Order:
    """What to check and how. `timeout` in seconds for each request, the whole takes three."""

    url: str
    connect: Place | None = None
    http_connect: Place | None = None
    added_roots: tuple[Certificate, ...] = ()
    timeout: float = DEFAULT_TIMEOUT


def check_https(
    order: Order,
    network: Network | None = None,
    stop: Stop | None = None,
    told: Told | None = None,
) -> CheckResult:
    """All twelve steps; `told` gets each as it is known. Never raises for what the server does.

    When stopped or out of time, the steps left are `skip` and say so.
    """
    target = read_target(order.url)
    probe = _Probe(order, target, network or Network(), stop or Stop())
    found: list[Step] = []
    reason = Https.NOT_RUN
    try:
        for step in probe.steps():
            found.append(step)
            if told:
                told(step)
    except CancelledError:
        reason = Https.CANCELLED
    except LateError:
        reason = Https.OUT_OF_TIME
    done = {step.id for step in found}
    for step in skipped([name for name in STEPS if name not in done], reason):
        found.append(step)
        if told:
            told(step)
    found.sort(key=lambda step: STEPS.index(step.id))
    shown = show(mask_address(target.address()), 300) if target.host else target.shown
    return CheckResult("https", shown, tuple(found))


def private_target(url: str, network: Network | None = None, timeout: float = 5.0) -> bool:
    """Does the address lead to this machine or an inner network? The window asks before that.

    Resolves the name; one that cannot be resolved is not private.
    """
    target = read_target(url)
    if target.ip is not None:
        return is_private([target.ip])
    if not target.usable:
        return False
    found, _ = ask_names(network or Network(), target.host, Clock(timeout, timeout), Stop())
    return is_private([ip for text in found if (ip := as_ip(text)) is not None])


@dataclass(slots=True)
class _Probe:
    order: Order
    target: Target
    network: Network
    stop: Stop
    clock: Clock = field(init=False)
    address: str = ""
    walked: dict[str, Answer] = field(default_factory=dict)

    def __post_init__(self) -> None:
        each = self.order.timeout
        self.clock = Clock(each, WHOLE * each, self.network.tick)

    def steps(self) -> Iterator[Step]:
        """Each step as soon as it is known."""
        addresses, trouble = self._addresses()
        place = self.order.connect
        yield dns_step(self.target, addresses, trouble, str(place) if place else None)
        if not addresses:
            if place and trouble:
                yield connect_step([Tried(place.host, place.port, "unreachable")], None)
            return
        tried = self._connect(addresses)
        yield connect_step(tried, self._proxy())
        self.address = tried[-1].address
        secure = None
        if not tried[-1].trouble:
            secure = yield from self._tls()
        yield from self._web(secure)

    def _addresses(self) -> tuple[list[str], str]:
        if not self.target.usable:
            return [], "bad_url"
        place = self.order.connect
        if place is None and self.target.ip is not None:
            return [str(self.target.ip)], ""
        return ask_names(
            self.network, place.host if place else self.target.host, self.clock, self.stop
        )

    def _proxy(self) -> str | None:
        return self.network.proxy() if self.order.connect is None else None

    def _port(self) -> int:
        return self.order.connect.port if self.order.connect else self.target.port

    def _connect(self, addresses: Sequence[str]) -> list[Tried]:
        """Try the addresses in turn until one takes the connection."""
        tried: list[Tried] = []
        for address in addresses[:8]:
            start = self.network.tick()
            share = self.clock.each / min(len(addresses), 2)
            trouble = ""
            try:
                with connection(
                    self.network, Where(address, self._port(), ""), self.clock, self.stop, share
                ):
                    pass
            except OSError as error:
                self.stop.check()
                trouble = trouble_of(error)
            took = int((self.network.tick() - start) * 1000)
            tried.append(Tried(address, self._port(), trouble, took))
            if not trouble:
                break
        return tried

    def _where(self, host: str, secure: bool, port: int) -> Where:
        name = "" if self.target.ip is not None else host
        place = self.order.connect if secure else self.order.http_connect
        if place is None:
            return Where(self.address, port, name)
        return Where(self._place_address(place), place.port, name)

    def _place_address(self, place: Place) -> str:
        if self.order.connect and place.host == self.order.connect.host:
            return self.address
        found, _ = ask_names(self.network, place.host, self.clock, self.stop)
        return found[0] if found else place.host

    def _tls(self) -> Generator[Step, None, Answer | None]:
        where = self._where(self.target.host, True, self.target.port)
        sent = take_chain(self.network, where, self.clock, self.stop)
        yield handshake_step(sent.handshake)
        if not sent.handshake.version:
            yield from self._certificate(sent, self._trust(None), None)
            return None
        if sent.handshake.without_name:
            where = Where(where.address, where.port, "")
        known = sent.handshake.version
        versions = offered_versions(self.network, where, self.clock, self.stop, known)
        yield protocol_step(versions)
        trust = self._trust(where)
        answer = self._get(self.target.address(), where)
        yield from self._certificate(sent, trust, server_clock(answer))
        return answer

    def _certificate(self, sent: Sent, trust: Trust, clock: datetime | None) -> Iterator[Step]:
        chain = [c for der in sent.chain if (c := read_certificate(der)) is not None]
        more = [Cert.LEAF_ONLY_SEEN.note()] if sent.leaf_only else []
        if chain:
            now = self.network.now()
            yield from certificate_steps(
                chain, self.target, trust, now, server_clock=clock, more=more
            )

    def _trust(self, where: Where | None) -> Trust:
        """`where` None: the system cannot be asked."""
        added = self.order.added_roots
        own = load_trust(added)
        if where is None:
            return own
        pem = as_pem([c for c in added if c in own.roots])
        found = system_verdict(self.network, where, self.clock, self.stop, pem)
        return Trust(own.roots, own.known, found.trusts, found.code, found.message)

    def _get(self, url: str, where: Where) -> Answer:
        if url not in self.walked:
            self.walked[url] = fetch(url, where, self.network, self.clock, self.stop)
        return self.walked[url]

    def _web(self, answer: Answer | None) -> Iterator[Step]:
        """The http side, and the pages of both."""
        given = self.order.connect is None or self.order.http_connect is not None
        https = self._walk(self.target.address()) if answer is not None else None
        http = self._walk(self.target.address("http")) if given else None
        yield redirect_step(http, https, given)
        first = http[0].answer if http else None
        yield hsts_step(answer, first, self.target)
        page = _last_page(https)
        works = self._try_own(page) if page is not None else {}
        elsewhere = https is not None and bool(https) and https[-1].kind == "elsewhere"
        yield mixed_step(page, works=works, elsewhere=elsewhere)
        if not given:
            yield Step.of("https.injection", [Injection.NO_HTTP_SIDE.note()])
        else:
            yield compare(self._copy(http), page)

    def _copy(self, http: Walk | None) -> Answer | None:
        """What came over http in the end: the last page whose address is still http."""
        plain = [hop.answer for hop in http or () if hop.url.startswith("http:")]
        return plain[-1] if plain else None

    def _walk(self, url: str) -> Walk:
        walked: list[Hop] = []
        while True:
            hop = next_hop(self._ask(url), self.target, walked)
            walked.append(hop)
            if hop.kind != "next":
                return tuple(walked)
            url = hop.to

    def _ask(self, url: str) -> Answer:
        """Both walks of one check ask each address once."""
        parts = split(url)
        secure = url.startswith("https:")
        if parts is None or (not secure and self.order.connect and not self.order.http_connect):
            return Answer(url, trouble="not_asked")
        port = parts.port or (443 if secure else 80)
        return self._get(url, self._where(parts.hostname or self.target.host, secure, port))

    def _try_own(self, page: Answer) -> dict[str, bool]:
        """Do the page's own http addresses work over https? The own host only, a few."""
        works: dict[str, bool] = {}
        for url in dict.fromkeys(own_rows(page, _OWN_TRIES)):
            answer = fetch(
                url,
                self._where(self.target.host, True, self.target.port),
                self.network,
                self.clock,
                self.stop,
                "HEAD",
            )
            works[url] = not answer.trouble and answer.status < 400
        return works


def _last_page(https: Walk | None) -> Answer | None:
    """Where https led to in the end; a redirect that was not followed is no page."""
    last = https[-1] if https else None
    if last is None or last.kind not in ("final", "trouble"):
        return None
    return last.answer if last.url.startswith("https:") else None


def server_clock(answer: Answer) -> datetime | None:
    """What the server's Date header says, if it can be read."""
    try:
        found = parsedate_to_datetime(answer.first("date")) if answer.first("date") else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found if found is not None and found.tzinfo is not None else None
