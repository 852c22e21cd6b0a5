"""The http side, HSTS, mixed content and injected ads, against live servers."""

from __future__ import annotations

import gzip
import time
from typing import Any

import pytest

HOME = "https://oa.example.test/"
PLAIN = "http://oa.example.test/"
PAGE = "<!doctype html><html><head><title>OA</title>{head}</head><body>{body}</body></html>"


def page(head: str = "", body: str = "<p>hello</p>") -> str:
    return PAGE.format(head=head, body=body)


class Pair:
    """An https server with a good certificate and an http one."""

    def __init__(self, lab: Any, pki: Any, serve: Any) -> None:
        self._serve = serve
        self._context = pki.context(pki.good, pki.middle)
        self.https: Any = lambda path, headers: lab.answer(page(), **lab.HSTS)
        self.http: Any = lambda path, headers: lab.to(HOME + path[1:])

    def start(self) -> tuple[Any, Any]:
        return (
            self._serve(respond=lambda p, h: self.https(p, h), context=self._context),
            self._serve(respond=lambda p, h: self.http(p, h)),
        )


@pytest.fixture
def pair(lab: Any, pki: Any, serve: Any) -> Pair:
    return Pair(lab, pki, serve)


def test_all_is_well(pair: Pair, check: Any, by_id: Any) -> None:
    result = check(*pair.start())
    assert result.verdict == "pass"
    statuses = {step.id: step.status for step in result.steps}
    skipped = {name for name, status in statuses.items() if status == "skip"}
    assert skipped == {"https.dns", "https.injection"}


def test_without_an_http_side(pair: Pair, check: Any, by_id: Any) -> None:
    server, _ = pair.start()
    found = by_id(check(server))
    assert found["https.redirect"].status == "skip"
    assert found["https.injection"].status == "skip"
    assert found["https.hsts"].status == "pass"


@pytest.mark.parametrize("status", ["301 M", "302 F", "303 S", "307 T", "308 P"])
def test_every_kind_of_redirect(status: str, lab: Any, pair: Pair, check: Any, by_id: Any) -> None:
    pair.http = lambda path, headers: lab.to(HOME, status)
    step = by_id(check(*pair.start()))["https.redirect"]
    assert (step.status, step.outcome) == ("pass", "R-01")


def _answers(lab: Any) -> dict[str, Any]:
    moved = "https://oa.example.test/a"
    return {
        "stays": (lambda p, h: lab.answer(page()), None, "warn", "R-02"),
        "http to http": (
            lambda p, h: lab.to(PLAIN + "x") if p == "/" else lab.answer(page()),
            None, "warn", "R-02",
        ),
        "relative": (
            lambda p, h: lab.to("/login") if p == "/" else lab.answer(page()),
            None, "warn", "R-02",
        ),
        "meta refresh": (
            lambda p, h: lab.answer(page(f'<meta http-equiv="refresh" content="0; url={HOME}">')),
            None, "warn", "R-14",
        ),
        "404": (lambda p, h: lab.answer("no", "404 Not Found"), None, "warn", "R-13"),
        "loop": (lambda p, h: lab.to(PLAIN), None, "fail", "R-03"),
        "loop with cookie": (
            lambda p, h: lab.to(PLAIN, Set_Cookie="a=b"), None, "warn", "R-16",
        ),
        "two-step loop": (
            lambda p, h: lab.to(HOME), lambda p, h: lab.to(PLAIN), "fail", "R-03",
        ),
        "downgrade": (
            lambda p, h: lab.to(HOME) if p == "/" else lab.answer(page()),
            lambda p, h: lab.to(PLAIN + "old"), "fail", "R-05",
        ),
        "six hops": (
            lambda p, h: lab.to(PLAIN + str(int(p[1:] or 0) + 1)), None, "fail", "R-04",
        ),
        "private": (lambda p, h: lab.to("http://192.168.3.4/"), None, "fail", "R-06"),
        "private in disguise": (lambda p, h: lab.to("http://0x0a.1/"), None, "fail", "R-06"),
        "no location": (lambda p, h: lab.answer("", "302 Found"), None, "fail", "R-07"),
        "odd location": (lambda p, h: lab.to("javascript:alert(1)"), None, "fail", "R-07"),
        "elsewhere": (
            lambda p, h: lab.to("https://sso.other.test/?token=geheim"), None, "pass", "R-01",
        ),
        "five hops": (
            lambda p, h: lab.to(PLAIN + str(int(p[1:] or 0) + 1)) if p != "/4" else lab.to(moved),
            None, "pass", "R-01",
        ),
    }  # fmt: skip


@pytest.mark.parametrize(
    "case",
    [
        *("stays", "http to http", "relative", "meta refresh", "404", "loop", "loop with cookie"),
        *("two-step loop", "downgrade", "six hops", "private", "private in disguise"),
        *("no location", "odd location", "elsewhere", "five hops"),
    ],
)
def test_redirects(case: str, lab: Any, pair: Pair, check: Any, by_id: Any, worded: Any) -> None:
    pair.http, secure, status, outcome = _answers(lab)[case]
    pair.https = secure or pair.https
    result = check(*pair.start())
    step = by_id(result)["https.redirect"]
    assert (step.status, step.outcome) == (status, outcome)
    assert status != "fail" or step.data["code"]
    text = str(worded(result, "en").to_dict())
    assert "geheim" not in text


def test_a_redirect_that_is_not_followed_is_no_page(
    lab: Any, pair: Pair, check: Any, by_id: Any
) -> None:
    body = "<html><body>moved</body></html>"

    def away(path: str, headers: Any) -> bytes:
        return lab.answer(body, "302 Found", Location="https://sso.other.test/in")

    pair.https = away
    pair.http = lambda p, h: lab.answer(page())
    found = by_id(check(*pair.start()))
    assert (found["https.mixed"].status, found["https.mixed"].outcome) == ("skip", "M-14")
    assert found["https.injection"].status == "skip"


def test_no_http_port(pair: Pair, check: Any, by_id: Any) -> None:
    server, plain = pair.start()
    plain.close()
    step = by_id(check(server, plain))["https.redirect"]
    assert (step.status, step.outcome) == ("pass", "R-08")


@pytest.mark.parametrize(
    ("headers", "status", "outcome"),
    [
        ({}, "warn", "R-21"),
        ({"Strict_Transport_Security": "max-age=31536000; includeSubDomains"}, "pass", "R-20"),
        ({"Strict_Transport_Security": 'Max-Age = "31536000"'}, "pass", "R-20"),
        ({"Strict_Transport_Security": "max-age=300"}, "warn", "R-22"),
        ({"Strict_Transport_Security": "max-age=0"}, "warn", "R-23"),
        ({"Strict_Transport_Security": "includeSubDomains"}, "warn", "R-24"),
        ({"Strict_Transport_Security": "max-age=1y"}, "warn", "R-24"),
        ({"Strict_Transport_Security": "max-age=31536000; max-age=1"}, "warn", "R-24"),
        (
            {
                "Strict_Transport_Security": "max-age=31536000",
                "strict_transport_security": "max-age=1",
            },
            "warn",
            "R-25",
        ),
    ],
)
def test_hsts(
    headers: dict[str, str], status: str, outcome: str, lab: Any, pair: Pair, check: Any, by_id: Any
) -> None:
    pair.https = lambda path, request: lab.answer(page(), **headers)
    step = by_id(check(*pair.start()))["https.hsts"]
    assert (step.status, step.outcome) == (status, outcome)


def test_hsts_over_http_does_not_count(lab: Any, pair: Pair, check: Any, by_id: Any) -> None:
    pair.https = lambda path, headers: lab.answer(page())
    pair.http = lambda path, headers: lab.to(HOME, **lab.HSTS)
    assert by_id(check(*pair.start()))["https.hsts"].outcome == "R-26"


def test_mixed_content_of_the_live_page(lab: Any, pair: Pair, check: Any, by_id: Any) -> None:
    body = (
        '<script src="http://resource.qingtui.cn/open/libs/jssdk/2.3.1/qingtui_jssdk.min.js">'
        '</script><img src="http://oa.example.test/works.png">'
        '<img src="http://oa.example.test/gone.png"><script src="http://cdn.other.test/a.js"></script>'
    )

    def https(path: str, headers: dict[str, str]) -> bytes:
        if path == "/gone.png":
            return bytes(lab.answer("no", "404 Not Found"))
        return bytes(lab.answer(page(body=body), **lab.HSTS))

    pair.https = https
    server, plain = pair.start()
    step = by_id(check(server, plain))["https.mixed"]
    assert (step.status, step.outcome, step.data["code"]) == ("fail", "M-05", "http.mixed_content")
    states = {row["address"].rsplit("/", 1)[1]: row["https"] for row in step.data["rows"]}
    assert states["works.png"] == "yes"
    assert states["gone.png"] == "no"
    assert states["a.js"] == "unknown"


@pytest.mark.parametrize(
    ("status", "body", "kind", "outcome"),
    [
        ("204 No Content", "", "text/html", "M-11"),
        ("200 OK", "", "text/html", "M-11"),
        ("404 Not Found", "<p>no</p>", "text/html", "M-08"),
        ("502 Bad Gateway", "<p>bad</p>", "text/html", "M-08"),
        ("200 OK", '{"errcode":0}', "application/json", "M-07"),
    ],
)
def test_answers_without_a_page(
    status: str, body: str, kind: str, outcome: str, lab: Any, pair: Pair, check: Any, by_id: Any
) -> None:
    pair.https = lambda path, headers: lab.answer(body, status, kind, **lab.HSTS)
    result = check(*pair.start())
    step = by_id(result)["https.mixed"]
    assert (step.status, step.outcome) == ("skip", outcome)
    assert result.verdict == "pass"


AD = '<script src="http://ads.carrier.test/inject.js?t=1700000000"></script>'


def test_injected_ads(lab: Any, pair: Pair, check: Any, by_id: Any) -> None:
    nonce = iter(range(100))
    make = lambda extra: page(  # noqa: E731
        f'<meta name="csrf" content="{next(nonce)}abc">'
        f"<script>var t={time.time_ns()};run(t)</script>",
        f'<script src="/app.js?v={time.time_ns()}"></script>{extra}',
    )
    pair.https = lambda path, headers: lab.answer(make(""), **lab.HSTS)
    pair.http = lambda path, headers: lab.answer(make(AD))
    step = by_id(check(*pair.start()))["https.injection"]
    assert (step.status, step.outcome) == ("fail", "A-02")
    assert [row["host"] for row in step.data["added"]] == ["ads.carrier.test"]
    pair.http = lambda path, headers: lab.answer(make(""))
    step = by_id(check(*pair.start()))["https.injection"]
    assert (step.status, step.outcome) == ("pass", "A-01")


def _bomb(lab: Any) -> bytes:
    return bytes(lab.answer(gzip.compress(bytes(60_000_000)), Content_Encoding="gzip", **lab.HSTS))


def _endless_header(path: str, headers: dict[str, str]) -> Any:
    yield b"HTTP/1.1 200 OK\r\n"
    while True:
        yield b"X-A: " + b"a" * 2000 + b"\r\n"


def _endless_line(path: str, headers: dict[str, str]) -> Any:
    yield b"HTTP/1.1 200 OK\r\nX: "
    while True:
        yield b"a" * 20_000


def _endless_body(path: str, headers: dict[str, str]) -> Any:
    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>"
    while True:
        yield b"a" * 20_000


def _information(path: str, headers: dict[str, str]) -> Any:
    while True:
        yield b"HTTP/1.1 103 Early Hints\r\n\r\n"


@pytest.mark.parametrize("case", ["bomb", "header", "line", "body", "information", "no http"])
def test_hostile_answers_are_cut_off(
    case: str, lab: Any, pair: Pair, check: Any, by_id: Any
) -> None:
    bomb = _bomb(lab) if case == "bomb" else b""
    pair.https = {
        "bomb": lambda path, headers: bomb,
        "header": _endless_header,
        "line": _endless_line,
        "body": _endless_body,
        "information": _information,
        "no http": lambda path, headers: b"\x00\xff garbage\n\n" * 50,
    }[case]
    pair.http = pair.https
    start = time.monotonic()
    result = check(*pair.start(), timeout=3.0)
    assert time.monotonic() - start < 9
    found = by_id(result)
    assert len(result.steps) == 12
    certificate = ("handshake", "protocol", "chain", "hostname", "expiry", "weak")
    assert {found[f"https.{name}"].status for name in certificate} == {"pass"}


def test_no_cookies_no_credentials_and_every_address_once(lab: Any, pair: Pair, check: Any) -> None:
    pair.https = lambda path, headers: lab.answer(page(), Set_Cookie="sid=1", **lab.HSTS)
    pair.http = lambda path, headers: lab.to(HOME, Set_Cookie="sid=2")
    server, plain = pair.start()
    check(server, plain, url="https://user:geheim@oa.example.test/")
    for path, headers in [*server.requests, *plain.requests]:
        assert path == "/"
        assert not {"cookie", "authorization", "referer"} & set(headers)
        assert headers["host"] == "oa.example.test"
    assert (len(server.requests), len(plain.requests)) == (1, 1)


def test_a_name_in_unicode_is_the_same_host(
    lab: Any, pki: Any, serve: Any, check: Any, by_id: Any
) -> None:
    leaf = lab.make("x", pki.middle, dns=["xn--fiq228c.example.test"])
    server = serve(
        context=pki.context(leaf, pki.middle), respond=lambda p, h: lab.answer(page(), **lab.HSTS)
    )
    plain = serve(respond=lambda p, h: lab.to("https://中文.example.test/"))
    result = check(server, plain, url="https://中文.example.test/")
    assert result.verdict == "pass"
    step = by_id(result)["https.redirect"]
    assert step.data["hops"][-1]["url"] == "https://xn--fiq228c.example.test/"
