"""Mixed content of saved pages: what is found, what is not, and how fast."""

from __future__ import annotations

import time
from typing import Any

import pytest

from qt_app.core.checks.web.mixed import check_page

H = "http://cdn.example.test/"
UPGRADE = '<meta http-equiv="Content-Security-Policy" content="upgrade-insecure-requests">'


def rows(html: str, base: str | None = None) -> list[tuple[str, str]]:
    step = check_page(html.encode(), base, "x").steps[0]
    return [(row["kind"], row["browser"]) for row in step.data.get("rows", [])]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        (f'<script src="{H}a.js"></script>', [("script", "blocked")]),
        (f"<SCRIPT SRC={H}a.js></SCRIPT>", [("script", "blocked")]),
        ("<script src='HTTP://CDN.example.test/a.js'></script>", [("script", "blocked")]),
        ('<script src="ht\ntp://cdn.example.test/a.js"></script>', [("script", "blocked")]),
        (f'<script type="text/template" src="{H}a.js"></script>', []),
        (f'<link rel="stylesheet" href="{H}a.css">', [("style", "blocked")]),
        (f'<link rel="canonical" href="{H}">', []),
        (f'<link rel="alternate" href="{H}">', []),
        (f'<link rel="shortcut icon" href="{H}a.ico">', [("image", "upgraded")]),
        (f'<img src="{H}a.png">', [("image", "upgraded")]),
        ('<img src="http://203.0.113.9/a.png">', [("image", "blocked")]),
        (f'<img srcset="/a.png 1x, {H}b.png 2x">', [("imageset", "blocked")]),
        (f'<picture><source srcset="{H}b.webp"></picture>', [("imageset", "blocked")]),
        (f'<iframe src="{H}"></iframe>', [("frame", "blocked")]),
        (f"<iframe srcdoc='<script src={H}a.js></script>'></iframe>", [("script", "blocked")]),
        (f'<form action="{H}login">', [("form", "warned")]),
        (f'<button formaction="{H}x">', [("form", "warned")]),
        (f'<object data="{H}a.swf"></object>', [("plugin", "blocked")]),
        (f'<embed src="{H}a.swf">', [("plugin", "blocked")]),
        (f'<audio src="{H}a.mp3">', [("media", "upgraded")]),
        (f'<video poster="{H}a.png"><source src="{H}a.mp4"></video>',
         [("image", "upgraded"), ("media", "upgraded")]),
        (f"<style>@import '{H}a.css'; b{{background:url({H}b.png)}}</style>",
         [("style", "blocked"), ("image", "upgraded")]),
        (f"<style>@font-face{{src:url({H}a.woff)}}</style>", [("font", "blocked")]),
        (f"<style>/* url({H}a.png) */</style>", []),
        (f'<p style="background:url(&quot;{H}b.png&quot;)">', [("image", "upgraded")]),
        (f'<meta http-equiv="Refresh" content="3;URL={H}">', [("refresh", "leaves")]),
        (f"<template><script src='{H}a.js'></script></template>", []),
        (f"<template><template></template><img src='{H}a.png'></template>", []),
        (f"<template></template><script src='{H}a.js'></script>", [("script", "blocked")]),
        (
            f"<div><template shadowrootmode=open><script src='{H}a.js'></script></template></div>",
            [("script", "blocked")],
        ),
        (f"</template><script src='{H}a.js'></script>", [("script", "blocked")]),
        (f"<noscript><img src='{H}a.png'></noscript>", []),
        (f'<!-- <script src="{H}a.js"></script> -->', []),
        (f'<a href="{H}">link</a>', []),
        (f'<script>var a = \'<img src="{H}x.png">\'</script>', []),
        (f'<textarea><script src="{H}a.js"></script></textarea>', []),
        ('<script src="//cdn.example.test/a.js"></script>', []),
        ('<script src="/a.js"></script>', []),
        ('<base href="http://cdn.example.test/"><script src="a.js"></script>',
         [("script", "blocked")]),
        ('<script>new WebSocket("ws://a.test/x")</script>', [("socket", "blocked")]),
        (f"<script>fetch('{H}api')</script>", [("request", "blocked")]),
        (f"<script>await fetch(`{H}api/${{id}}`)</script>", [("request", "blocked")]),
        (f'<script>x.open("GET", "{H}api")</script>', [("request", "blocked")]),
        (f'<script>xhr.open("post","{H}api",true)</script>', [("request", "blocked")]),
        (f"<script>axios.get('{H}api')</script>", [("request", "blocked")]),
        (f"<script>$.ajax({{type:'GET', url:'{H}api'}})</script>", [("request", "blocked")]),
        (f"<script>$.getJSON('{H}api')</script>", [("request", "blocked")]),
        (f"<script>new EventSource('{H}api')</script>", [("request", "blocked")]),
        (f"<script>window.open('{H}api')</script>", []),
        (f"<script>location.href='{H}api'</script>", []),
        (f"<script>\n// fetch('{H}api')\n</script>", []),
        ("<script>fetch('https://a.test/api'); prefetch('http://a.test/')</script>", []),
        ('<script src="http://127.0.0.1:8080/a.js"></script>', []),
        ('<script src="http://localhost/a.js"></script>', []),
        ('<img src="http://[::1]/a.png"><iframe src="http://app.localhost/"></iframe>', []),
        ('<script>new WebSocket("ws://127.0.0.1:9000/")</script>', []),
        ('<script src="http://localhost.abc.test/a.js"></script>', [("script", "blocked")]),
        ('<script src="http://10.0.0.1/a.js"></script>', [("script", "blocked")]),
        (f'{UPGRADE}<script src="{H}a.js"></script>', [("script", "upgraded")]),
    ],
)  # fmt: skip
def test_what_is_mixed(html: str, found: list[tuple[str, str]]) -> None:
    assert rows(f"<!doctype html><html>{html}</html>") == found


@pytest.mark.parametrize(
    ("html", "status", "outcome", "code"),
    [
        ("<p>ok</p>", "pass", "M-01", None),
        (f'<script src="{H}a.js"></script>', "fail", "M-02", "http.mixed_content"),
        (f'<img src="{H}a.png">', "warn", "M-03", None),
        (f'<form action="{H}a">', "warn", "M-04", None),
        (
            '<script src="http://resource.qingtui.cn/open/libs/jssdk/2.3.1/qingtui_jssdk.min.js">',
            *("fail", "M-05", "http.mixed_content"),
        ),
        ("", "skip", "M-11", None),
        ("just words", "skip", "M-07", None),
    ],
)
def test_verdicts(html: str, status: str, outcome: str, code: str | None) -> None:
    step = check_page(html.encode(), "https://oa.example.test/", "x").steps[0]
    assert (step.id, step.status, step.outcome) == ("https.mixed", status, outcome)
    assert step.data.get("code") == code


def test_rows_know_the_line_and_the_own_host() -> None:
    html = '<p>\n\n<img src="http://oa.example.test/a.png">\n<img src="http://b.test/a.png">'
    step = check_page(html.encode(), "oa.example.test/x/", "x").steps[0]
    assert [(row["line"], row["own_host"]) for row in step.data["rows"]] == [(3, True), (4, False)]
    assert {row["https"] for row in step.data["rows"]} == {"unknown"}


def test_encodings() -> None:
    html = '<meta charset="gbk"><p>中文</p><script src="http://甲.test/a.js"></script>'
    for body in (html.encode("gb18030"), html.encode("utf-8-sig"), html.encode("utf-16")):
        assert len(check_page(body, None, "x").steps[0].data["rows"]) == 1


HOSTILE = {
    "comments": "<!--a" * 400_000,
    "nested": "<div>" * 100_000 + "</div>" * 100_000,
    "tags": "<a " * 300_000,
    "quotes": '<a x="' * 300_001,
    "scripts": "<script>" * 200_000,
    "fonts": "<style>" + "@font-face{" * 200_000,
    "blanks": "<a x" + " " * 2_000_000,
    "srcset": "<img srcset='" + "http://a b " * 100_000 + "'>",
    "requests": "<script>http://" + "axios({" * 200_000,
    "opens": "<script>http://" + "x.open('GET', " * 100_000,
    "templates": "<template>" * 200_000,
    "sdk": "<script>" + "http://a/" * 200_000,
    "images": '<img src="http://a.test/x.png">\n' * 60_000,
    "angles": "<" * 2_000_000,
    "bytes": "\x00\ud800" * 10_000,
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_pages_take_linear_time(case: str) -> None:
    body = HOSTILE[case].encode("utf-8", "surrogatepass")
    start = time.process_time()
    result: Any = check_page(body, "https://oa.example.test/", "x")
    assert time.process_time() - start < 6
    assert len(result.steps[0].data.get("rows", [])) <= 200


@pytest.mark.parametrize("html", ["<!doctype html>", f'<!-- <script src="{H}a.js"></script> -->'])
def test_a_page_without_tags_is_a_page(html: str) -> None:
    assert check_page(html.encode(), None, "x").steps[0].status == "pass"
