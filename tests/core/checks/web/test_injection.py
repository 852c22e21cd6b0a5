"""Two copies of a page: what only the http one has, and what merely differs."""

from __future__ import annotations

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
