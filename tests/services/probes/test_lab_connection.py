"""Names, ports, handshakes that fail: each with its own verdict, within the time given."""

from __future__ import annotations

import socket
import ssl
import struct
import threading
import time
from typing import Any

import pytest

from qt_app.services.probes.https_probe import Order, check_https, private_target
from qt_app.services.probes.network import Network, Stop

CERTIFICATE = ("https.chain", "https.hostname", "https.expiry", "https.weak")


def reset(sock: socket.socket) -> None:
    sock.recv(10)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def greet(sock: socket.socket) -> None:
    sock.sendall(b"SSH-2.0-OpenSSH_9.2\r\n")
    sock.recv(2000)


def hang_up(sock: socket.socket) -> None:
    sock.recv(10)


def stall(sock: socket.socket) -> None:
    sock.recv(10)
    time.sleep(4)


@pytest.mark.parametrize(
    ("raw", "outcome", "code"),
    [
        (None, "H-81", "tls.not_tls"),
        (greet, "H-81", "tls.not_tls"),
        (reset, "H-83", "tcp.reset"),
        (hang_up, "H-83", "tcp.reset"),
        (stall, "H-84", "tcp.timeout"),
    ],
)
def test_no_session(raw: Any, outcome: str, code: str, serve: Any, check: Any, by_id: Any) -> None:
    found = by_id(check(serve(raw=raw), timeout=1.0))
    step = found["https.handshake"]
    assert (step.status, step.outcome, step.data["code"]) == ("fail", outcome, code)
    assert found["https.connect"].status == "pass"
    assert {found[name].status for name in (*CERTIFICATE, "https.protocol")} == {"skip"}


def test_what_the_port_speaks_is_named(serve: Any, check: Any, by_id: Any) -> None:
    assert by_id(check(serve(), timeout=1.0))["https.handshake"].data["speaks"] == "http"
    assert by_id(check(serve(raw=greet), timeout=1.0))["https.handshake"].data["speaks"] == "ssh"


def test_a_name_that_the_server_refuses(
    lab: Any, pki: Any, serve: Any, check: Any, by_id: Any
) -> None:
    context = pki.context(pki.good, pki.middle)

    def by_name(sock: Any, name: str | None, _: ssl.SSLContext) -> int | None:
        return ssl.ALERT_DESCRIPTION_UNRECOGNIZED_NAME if name else None

    context.sni_callback = by_name
    found = by_id(check(serve(context=context), timeout=2.0))
    assert found["https.handshake"].outcome == "H-87"
    assert found["https.chain"].status == "pass"


def test_refused(serve: Any, check: Any, by_id: Any) -> None:
    server = serve()
    server.close()
    result = check(server, timeout=1.0)
    step = by_id(result)["https.connect"]
    assert (step.status, step.outcome, step.data["code"]) == ("fail", "H-71", "tcp.refused")
    assert result.verdict == "fail"


def test_no_answer_at_all(check: Any, by_id: Any, serve: Any) -> None:
    def never(address: tuple[str, int], timeout: float) -> socket.socket:
        time.sleep(min(timeout, 0.2))
        raise TimeoutError

    found = by_id(check(serve(), network=Network(connect=never), timeout=0.5))
    assert found["https.connect"].data["code"] == "tcp.timeout"


def resolving(*addresses: str, error: int | None = None, wait: float = 0) -> Network:
    def resolve(host: str) -> list[str]:
        time.sleep(wait)
        if error is not None:
            raise socket.gaierror(error, "no")
        return list(addresses)

    def refuse(address: tuple[str, int], timeout: float) -> socket.socket:
        raise ConnectionRefusedError

    return Network(resolve=resolve, connect=refuse, proxy=lambda: None)


@pytest.mark.parametrize(
    ("network", "status", "outcome"),
    [
        (resolving("203.0.113.24"), "warn", "H-53"),
        (resolving("8.8.8.8", "2001:4860:4860::8888"), "pass", "H-50"),
        (resolving("192.168.1.5"), "warn", "H-53"),
        (resolving("::ffff:10.0.0.1"), "warn", "H-53"),
        (resolving("127.0.0.1"), "warn", "H-54"),
        (resolving("2001:4860:4860::8888"), "warn", "H-55"),
        (resolving(error=socket.EAI_NONAME), "fail", "H-51"),
        (resolving(error=socket.EAI_AGAIN), "fail", "H-52"),
        (resolving("8.8.8.8", wait=2), "fail", "H-52"),
    ],
)
def test_addresses(network: Network, status: str, outcome: str, by_id: Any) -> None:
    found = by_id(check_https(Order("https://oa.example.test/", timeout=0.5), network))
    step = found["https.dns"]
    assert (step.status, step.outcome) == (status, outcome)
    if status == "fail":
        assert step.data["code"] == "dns.not_found"
        assert found["https.connect"].status == "skip"


def test_the_name_is_asked_once_and_its_address_kept(
    lab: Any, pki: Any, serve: Any, by_id: Any
) -> None:
    asked: list[str] = []
    server = serve(context=pki.context(pki.good, pki.middle), respond=lambda p, h: lab.answer())
    plain = serve(respond=lambda p, h: lab.to("https://oa.example.test/"))

    def resolve(host: str) -> list[str]:
        asked.append(host)
        return ["8.8.8.8"]

    def connect(address: tuple[str, int], timeout: float) -> socket.socket:
        assert address[0] == "8.8.8.8"
        port = {443: server.port, 80: plain.port}[address[1]]
        return socket.create_connection(("127.0.0.1", port), timeout)

    network = Network(resolve=resolve, connect=connect, proxy=lambda: "http://u:pw@proxy.test:1")
    found = by_id(check_https(Order("https://oa.example.test/", timeout=3.0), network))
    assert asked == ["oa.example.test"]
    assert found["https.redirect"].status == "pass"
    assert [note.outcome for note in found["https.connect"].more] == ["H-75"]
    assert "pw" not in found["https.connect"].more[0].args["proxy"]


@pytest.mark.parametrize(
    ("url", "outcome", "usable"),
    [
        ("", "H-58", False),
        ("   ", "H-58", False),
        ("javascript:alert(1)", "H-60", False),
        ("ftp://oa.example.test/", "H-60", False),
        ("https://oa.example.test:99999/", "H-67", False),
        ("https://a..b.test/", "H-59", False),
        ("https://*.example.test/", "H-59", False),
        ("https://278.1.1.1/", "H-59", False),
        ("oa.example.test/x", "H-61", True),
        ("http://oa.example.test/x", "H-62", True),
        ("https://oa.example .test/", "H-63", True),
        ("https：//oa．example．test/", "H-64", True),
        ("https://u:geheim@oa.example.test/", "H-65", True),
        ("https://0x7f.1/", "H-66", True),
    ],
)
def test_faults_of_the_address(url: str, outcome: str, usable: bool, by_id: Any) -> None:
    network = resolving("8.8.8.8")
    result = check_https(Order(url, timeout=0.5), network)
    step = by_id(result)["https.dns"]
    assert outcome in [step.outcome, *(note.outcome for note in step.more)]
    assert (step.status == "fail") is not usable
    assert "geheim" not in str(result)


def test_private_targets_are_known_before_anything_is_sent() -> None:
    assert private_target("https://192.168.0.1/")
    assert private_target("https://2130706433/")
    assert private_target("oa.example.test", resolving("10.1.1.1"))
    assert not private_target("oa.example.test", resolving("8.8.8.8"))
    assert not private_target("", resolving("8.8.8.8"))


def test_stop_ends_it_at_once(serve: Any, check: Any) -> None:
    stop = Stop()
    threading.Timer(0.4, stop.press).start()
    start = time.monotonic()
    result = check(serve(raw=stall), stop=stop, timeout=10.0)
    assert time.monotonic() - start < 3
    assert {step.outcome for step in result.steps[2:]} == {"H-78"}
    assert len(result.steps) == 12


def test_the_whole_is_bounded(lab: Any, pki: Any, serve: Any, check: Any) -> None:
    def drip(path: str, headers: dict[str, str]) -> Any:
        yield b"HTTP/1.1 200 OK\r\n"
        for _ in range(100):
            time.sleep(0.1)
            yield b"X: y\r\n"

    server = serve(context=pki.context(pki.good, pki.middle), respond=drip)
    plain = serve(respond=drip)
    start = time.monotonic()
    result = check(server, plain, timeout=0.8)
    assert time.monotonic() - start < 3.4
    assert {step.status for step in result.steps[4:8]} == {"pass"}
    assert len(result.steps) == 12


@pytest.mark.parametrize("version", ["TLSv1_2", "TLSv1_3"])
def test_a_server_that_wants_a_certificate(
    version: str, lab: Any, pki: Any, serve: Any, check: Any, by_id: Any
) -> None:
    """TLS 1.2 says so in the handshake, 1.3 only after it; the certificate is judged anyway."""
    high = ssl.TLSVersion[version]
    context = pki.context(pki.good, pki.middle, high=high)
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_verify_locations(cadata=pki.root.pem)
    found = by_id(check(serve(context=context), timeout=2.0))
    if version == "TLSv1_2":
        assert (found["https.handshake"].status, found["https.handshake"].outcome) == (
            "fail",
            "H-86",
        )
    assert {found[name].status for name in CERTIFICATE} == {"pass"}
    assert found["https.mixed"].status == "skip"


def test_a_dead_ipv6_route_is_not_the_servers_fault(
    lab: Any, pki: Any, serve: Any, by_id: Any
) -> None:
    server = serve(context=pki.context(pki.good, pki.middle))

    def connect(address: tuple[str, int], timeout: float) -> socket.socket:
        if ":" in address[0]:
            raise OSError(101, "Network is unreachable")
        if address[0] == "8.8.4.4":
            raise ConnectionRefusedError
        return socket.create_connection(("127.0.0.1", server.port), timeout)

    for addresses, status in (
        (["2001:4860:4860::8888", "8.8.8.8"], "pass"),
        (["8.8.4.4", "8.8.8.8"], "warn"),
    ):
        network = Network(lambda host, a=addresses: a, connect, lambda: None)
        found = by_id(check_https(Order("https://oa.example.test/", timeout=2.0), network))
        assert found["https.connect"].status == status


def test_the_clocks_are_compared(lab: Any, pki: Any, serve: Any, check: Any, by_id: Any) -> None:
    server = serve(
        context=pki.context(pki.good, pki.middle),
        respond=lambda p, h: lab.answer(Date="Mon, 06 Jan 2020 10:00:00 GMT"),
    )
    step = by_id(check(server))["https.expiry"]
    assert step.status == "pass"
    assert [note.outcome for note in step.more] == ["H-37"]
    later = Network(now=lambda: lab.NOW + 900 * lab.DAY)
    step = by_id(check(server, network=later))["https.expiry"]
    assert (step.status, step.outcome) == ("fail", "H-32")
