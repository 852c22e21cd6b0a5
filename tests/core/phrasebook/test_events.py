"""What counts as one event, where it stands, what its surroundings tell; and hostile text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qt_app.core.errors import CatalogueError
from qt_app.core.phrasebook import book_from_raw


def codes(hits):
    return [hit.code for hit in hits]


def test_separate_console_lines_are_separate_hits(find):
    text = (
        "Mixed Content: The page at 'https://oa.example.com/' was loaded over HTTPS, but requested "
        "an insecure script 'http://x.example.com/a.js'. This request has been blocked\n"
        "GET https://oa.example.com/b.js net::ERR_CONNECTION_REFUSED\n"
        "GET https://oa.example.com/c.js net::ERR_CONNECTION_REFUSED\n"
        "Uncaught ReferenceError: qt is not defined\n"
    )
    assert codes(find(text)) == [
        "http.mixed_content",
        "tcp.refused",
        "tcp.refused",
        "jssdk.undefined",
    ]


def test_repeated_log_lines_are_separate_hits_with_their_times(find):
    line = "2026-11-02 10:00:0{} ERROR a.B - java.net.ConnectException: Connection refused\n"
    hits = find("".join(line.format(n) for n in range(5)))
    assert [hit.time for hit in hits] == [f"2026-11-02T10:00:0{n}" for n in range(5)]


def test_deepest_cause_of_a_chain_counts(find):
    text = (
        "2026-11-02 10:00:05 ERROR a.B - call failed\n"
        "org.springframework.web.client.ResourceAccessException: I/O error on POST request for "
        '"https://oa.example.com/v1": Remote host terminated the handshake\n'
        "\tat a.B.c(B.java:1)\n"
        "Caused by: javax.net.ssl.SSLHandshakeException: Remote host terminated the handshake\n"
        "\t... 12 more\n"
        "Caused by: java.security.cert.CertificateExpiredException: NotAfter: Sun Nov 01 08:00:00\n"
    )
    (hit,) = find(text)
    assert hit.code == "tls.expired"
    assert text[hit.matched.start : hit.matched.end].startswith("java.security.cert")
    assert hit.values["host"] == "oa.example.com"


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("net::ERR_CERT_DATE_INVALID", "tls.expired", "tls.not_yet_valid"),
        ("net::ERR_CERT_AUTHORITY_INVALID", "tls.untrusted", "tls.self_signed"),
        ("[SSL: WRONG_VERSION_NUMBER] wrong version number", "tls.not_tls", "tls.protocol"),
    ],
)
def test_ties_keep_the_order_of_the_contract(find, text, first, second):
    (hit,) = find(text)
    assert [code for code, _ in hit.ranked][:2] == [first, second]


def test_values_name_the_address(find):
    (hit,) = find("connect ECONNREFUSED 10.0.0.8:8443")
    assert (hit.values["host"], hit.values["port"]) == ("10.0.0.8", "8443")
    (hit,) = find("GET http://oa.example.com:81/a?b=1 net::ERR_CONNECTION_RESET")
    assert (hit.values["url_scheme"], hit.values["host"]) == ("http", "oa.example.com")


def test_prose_is_no_hit(find):
    text = "超时时间设置为 30 秒，端口 502，订单 413；证书有效期到 2027 年。GET /502 HTTP/1.1\n"
    assert find(text) == []


def test_broken_book_names_all_faults():
    bad = {"id": "a", "runtime": "x", "code": "nope", "samples": [], "words": ["ab"]}
    worse = {
        "id": "a",
        "runtime": "x",
        "code": "tls.weak",
        "patterns": ["(", "x.*"],
        "samples": ["s"],
    }
    with pytest.raises(CatalogueError) as caught:
        book_from_raw({"t": {"phrase": [bad, worse]}}, thorough=True)
    fields = {(fault.entry, fault.field) for fault in caught.value.faults}
    assert {
        ("a", "codes"),
        ("a", "samples"),
        ("a", "id"),
        ("a", "needles"),
        ("a", "patterns"),
    } <= fields


PIECES = st.sampled_from(
    (
        "\n",
        " ",
        "<html>",
        "</html>",
        "curl: (60)",
        "Caused by: ",
        "* ",
        "\ud800",
        "İ",
        "\x00",
        "Traceback (most recent call last):",
        "net::ERR_CERT_DATE_INVALID",
        "ECONNREFUSED",
        "502 Bad Gateway",
        "qt is not defined",
        '{"errMsg":"config:ok"}',
        "timed out",
        "http://[x",
        "2026-11-02 10:00:00 ERROR ",
    )
)


@settings(max_examples=150)
@given(st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=25).map("".join))
def test_any_text_gives_hits_in_order_within_the_text(find, text):
    hits = find(text)
    places = [hit.matched for hit in hits]
    assert places == sorted(places)
    for hit in hits:
        assert 0 <= hit.span.start <= hit.matched.start < hit.matched.end <= hit.span.end
        assert hit.span.end <= len(text)
    assert codes(find(text)) == codes(hits)


@pytest.mark.parametrize(
    "piece", ["connection refused ", "<html", '{"errMsg":"a:fail"}', "50", "证书"]
)
def test_time_grows_with_the_text_only(find, piece):
    def took(size: int) -> float:
        text = piece * (size // len(piece))
        begin = time.perf_counter()
        find(text)
        return time.perf_counter() - begin

    took(20_000)
    small = min(took(60_000) for _ in range(2))
    assert took(480_000) < 8 * 4 * max(small, 0.01)
