"""Two copies of a page: what only the http one has, and what merely differs."""

from __future__ import annotations

import gzip
import time
from typing import Any

import pytest

from qt_app.core.checks.web.injection import check_injection

BASE = """<!doctype html><html><head><title>OA</title>
<script src="/js/app.js?v={n}"></script>
<script nonce="{n}abcDEF123456789">window.T={n};window.csrf="{n}f00dcafe{n}";start(T)</script>
</head><body data-t="{n}"><h1>OA</h1><img src="{scheme}://oa.example.test/logo.png">
<form action="/login"><input name="csrf" value="{n}"></form>{extra}</body></html>{after}"""


def copy(scheme: str, n: int, extra: str = "", after: str = "") -> bytes:
    return BASE.format(scheme=scheme, n=n, extra=extra, after=after).encode()


def compare(http: bytes, https: bytes) -> Any:
    (step,) = check_injection(http, https, ("a.html", "b.html")).steps
    assert step.id == "https.injection"
    return step


HTTPS = copy("https", 1700000000111)


def test_nonces_tokens_and_times_are_no_difference() -> None:
    step = compare(copy("http", 1799999999222), HTTPS)
    assert (step.status, step.outcome, step.data["added"]) == ("pass", "A-05", [])


@pytest.mark.parametrize(
    ("extra", "kind", "host", "status"),
    [
        ('<script src="http://ads.test/x.js"></script>', "script", "ads.test", "fail"),
        ('<script src="//ads.test/x.js"></script>', "script", "ads.test", "fail"),
        ('<iframe src="http://ads.test/"></iframe>', "iframe", "ads.test", "fail"),
        ("<script>document.write('<i>buy</i>')</script>", "script", None, "fail"),
        ('<link rel="stylesheet" href="http://ads.test/a.css">', "style", "ads.test", "fail"),
        ('<div onclick="window.open(1)">x</div>', "event", None, "fail"),
        ('<a href="http://ads.test/buy">buy</a>', "link", "ads.test", "warn"),
        ('<img src="http://ads.test/1.gif">', "image", "ads.test", "warn"),
    ],
)
def test_what_was_added(extra: str, kind: str, host: str | None, status: str) -> None:
    step = compare(copy("http", 1799999999222, extra), HTTPS)
    assert step.status == status
    (row,) = step.data["added"]
    assert (row["kind"], row["host"]) == (kind, host)
    assert row["line"] == 5
    assert ("A-12" in [note.outcome for note in step.more]) is True


def test_the_place_is_told() -> None:
    script = '<script src="http://ads.test/x.js"></script>'
    after = compare(copy("http", 1799999999222, after=script), HTTPS)
    assert after.data["added"][0]["position"] == "after_end"
    head = copy("http", 1799999999222).replace(b"<title>", script.encode() + b"<title>")
    assert compare(head, HTTPS).data["added"][0]["position"] == "head"


def test_a_replaced_page() -> None:
    shell = b'<html><script src="http://ads.test/a.js"></script><iframe src="/?x=1"></iframe>'
    step = compare(shell, HTTPS)
    assert (step.status, step.outcome) == ("fail", "A-04")
    assert "ads.test" in step.data["hosts"]


def test_another_file_of_the_same_folder_is_another_address() -> None:
    own = b'<p>a</p><script src="//cdn.test/static/js/main1.js?v=1700000000"></script>'
    ad = b'<p>a</p><script src="//cdn.test/static/js/push2.js?v=1700000009"></script>'
    assert compare(own, own.replace(b"1700000000", b"1800000000")).status == "pass"
    assert compare(own, ad).data["added"][0]["address"].endswith("main1.js?v=1700000000")


OWN = """<!doctype html><html><head><title>OA</title>
<script src="/js/app.{h}.js"></script><script src="/x.js?v={v}"></script>
<script src="/assets/index-{m}.js"></script><link rel="stylesheet" href="/css/v{v}/a.css">
<script>window.CFG={{token:"{h}",nonce:"{m}",ts:{t},lang:"{w}"}}</script>
</head><body><h1>OA</h1>{extra}</body></html>"""
FIRST = {"h": "3f2a1b4c", "v": "1.2.0", "m": "BdK3x9aQ", "t": "1700000001", "w": "zh", "extra": ""}
OTHER = {"h": "9c8d7e6f", "v": "1.3.1", "m": "Zk3fA9xQ", "t": "1800000002", "w": "zh", "extra": ""}


def own(**changes: str) -> bytes:
    return OWN.format(**(FIRST | changes)).encode()


def test_another_release_of_the_own_files_is_no_injection() -> None:
    step = compare(own(**OTHER), own())
    assert (step.status, step.outcome, step.data["added"]) == ("pass", "A-05", [])


@pytest.mark.parametrize(
    ("change", "status", "outcome"),
    [
        ({"extra": '<script src="/push.js"></script>'}, "warn", "A-14"),
        ({"extra": '<script src="/x.js?v=9"></script>'}, "warn", "A-14"),
        ({"extra": '<iframe src="/?x=1"></iframe>'}, "warn", "A-14"),
        ({"w": "en 更多"}, "warn", "A-15"),
        ({"w": "<script src=//ads.test/a.js>"}, "fail", "A-02"),
        ({"w": "http://ads.test/a.js"}, "fail", "A-02"),
        ({"extra": '<script src="//ads.test/app.3f2a1b4c.js"></script>'}, "fail", "A-02"),
        ({"extra": '<iframe src="javascript:go()"></iframe>'}, "fail", "A-02"),
        ({"extra": "<script>go(1)</script>"}, "fail", "A-02"),
        ({"extra": "<script>fetch('//ads.test/'+id)</script>"}, "fail", "A-02"),
    ],
)
def test_how_much_it_weighs(change: dict[str, str], status: str, outcome: str) -> None:
    step = compare(own(**(OTHER | change)), own())
    assert (step.status, step.outcome) == (status, outcome)
    assert "page.invalid" not in str(step)


def test_a_token_in_added_code_is_not_shown() -> None:
    step = compare(own(extra='<script>go({token:"Zk3fA9xQ77plmN0w"})</script>'), own())
    assert "Zk3fA9xQ77plmN0w" not in str(step)


MOVED = (
    b"<html><head><title>301 Moved Permanently</title></head><body><h1>301 Moved Permanently</h1>"
    b"<hr>nginx</body></html>"
)
EMPTY = b"<html><head><title>OA</title></head><body></body></html>"
OTHER_PAGE = b"<html><title>x</title><body><h1>Blocked by the administrator</h1></body></html>"


@pytest.mark.parametrize(
    ("http", "https", "outcome"),
    [
        (gzip.compress(HTTPS), HTTPS, "A-16"),
        (HTTPS, gzip.compress(HTTPS), "A-16"),
        (b"\x00\x01\x02" * 50, HTTPS, "A-16"),
        (MOVED, HTTPS, "A-07"),
        (
            b'<title>Redirecting</title><meta http-equiv=refresh content="0;url=https://oa.test/">',
            HTTPS,
            "A-07",
        ),
        (HTTPS, MOVED, "A-17"),
        (MOVED.replace(b"301 Moved Permanently", b"404 Not Found"), HTTPS, "A-17"),
        (EMPTY, HTTPS, "A-17"),
        (HTTPS, EMPTY, "A-17"),
        (OTHER_PAGE, HTTPS, "A-17"),
        (b'{"errcode":0}', HTTPS, "A-10"),
    ],
)
def test_what_is_no_copy_of_the_page_is_not_compared(
    http: bytes, https: bytes, outcome: str
) -> None:
    result = check_injection(http, https, ("a", "b"))
    (step,) = result.steps
    assert (step.status, step.outcome, result.verdict) == ("skip", outcome, "unknown")


def test_more_in_the_https_copy_is_no_injection() -> None:
    more = copy("https", 1700000000111, '<script src="https://stat.test/s.js"></script>')
    assert compare(copy("http", 1799999999222), more).status == "pass"


@pytest.mark.parametrize(("http", "https"), [(b"", HTTPS), (HTTPS, b""), (b" ", b" ")])
def test_a_missing_copy(http: bytes, https: bytes) -> None:
    assert compare(http, https).status == "skip"


def test_hostile_pages_take_linear_time() -> None:
    many = b"".join(b"<script>var a%d = f(x, y, z, %d);</script>" % (i, i) for i in range(5_000))
    start = time.process_time()
    compare(many, many[::-1])
    compare(b"<script>" + b"a1" * 500_000, b"<script>" + b"a1" * 400_000)
    compare(many, b"".join(b"<script>q%d(w%d)</script>" % (i, i) for i in range(5_000)))
    assert time.process_time() - start < 8
