"""Exports, HARs, lists: the event of each record is a finding, in its own place and time."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

ANSWER = '{"errcode":42001,"errmsg":"access_token超时"}'
SUCCESS = '{"errcode":0,"errmsg":"success"}'
PAGE_413 = "<html><head><title>413 Request Entity Too Large</title></head></html>"
PAGE_502 = (
    "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"
)


def entry(second: int, status: int, body: str, last: bool = False, **more: Any) -> dict[str, Any]:
    """One call of a HAR; Chrome writes the time behind the answer."""
    time = {"startedDateTime": f"2026-03-04T11:22:{second}Z"}
    call: dict[str, Any] = {
        "request": {"method": "GET", "url": "https://a.com/x", "headers": [{"a": "b"}, {"c": "d"}]},
        "response": {
            "status": status,
            "headers": [{"a": "b"}, {"c": "d"}],
            "content": {"text": body},
        },
    }
    return call | more | time if last else time | call | more


def har(*entries: dict[str, Any]) -> dict[str, Any]:
    return {"log": {"version": "1.2", "entries": list(entries)}}


def source(second: int, message: str) -> dict[str, Any]:
    return {"_source": {"@timestamp": f"2026-03-04T03:22:{second}Z", "message": message}}


TIME = "time=2026-03-04T11:22:"
DOCUMENTS = [
    (
        har(entry(33, 200, SUCCESS), entry(34, 413, PAGE_413)),
        [f"0 ok {TIME}33Z", f"http.too_large {TIME}34Z"],
    ),
    (
        har(entry(33, 413, PAGE_413), entry(34, 200, SUCCESS)),
        [f"http.too_large {TIME}33Z", f"0 ok {TIME}34Z"],
    ),
    (
        har(entry(33, 200, ANSWER), entry(34, 502, PAGE_502)),
        [f"42001 {TIME}33Z", f"http.bad_gateway {TIME}34Z"],
    ),
    (
        har(entry(33, 502, PAGE_502), entry(34, 200, ANSWER)),
        [f"http.bad_gateway {TIME}33Z", f"42001 {TIME}34Z"],
    ),
    (
        har(
            entry(33, 200, "x", last=True),
            entry(34, 0, "", last=True, _error="net::ERR_CERT_DATE_INVALID"),
            entry(35, 0, "", last=True, _error="net::ERR_NAME_NOT_RESOLVED"),
        ),
        [f"tls.expired {TIME}34Z", f"dns.not_found {TIME}35Z"],
    ),
    (
        {
            "hits": {
                "hits": [
                    source(33, "java.net.UnknownHostException: open.qingtui.com"),
                    source(40, f"resp {ANSWER}"),
                    source(41, "报错 50002 未授权的域名"),
                ]
            }
        },
        [
            "dns.not_found time=2026-03-04T03:22:33Z",
            "42001 response time=2026-03-04T03:22:40Z",
            "50002 mention time=2026-03-04T03:22:41Z",
        ],
    ),
    (
        {
            "hits": [
                source(33, f"resp {ANSWER}"),
                source(34, "java.net.ConnectException: Connection refused"),
            ]
        },
        ["42001", "tcp.refused"],
    ),
    (
        {"steps": [{"resp": json.loads(ANSWER)}, {"console": ["qt is not defined"]}]},
        ["42001", "jssdk.undefined"],
    ),
    (
        {
            "result": json.loads(ANSWER),
            "cause": "javax.net.ssl.SSLHandshakeException: PKIX path building failed",
        },
        ["42001", "tls.untrusted"],
    ),
    # What a program made of the network's failure is still one event.
    (
        {
            "data": {"errcode": -1, "errmsg": "system error"},
            "cause": "java.net.ConnectException: Connection refused",
        },
        ["tcp.refused"],
    ),
]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize(("document", "wanted"), DOCUMENTS)
def test_each_record_is_a_finding(
    document: Any,
    wanted: list[str],
    indent: int | None,
    reads: Callable[..., Any],
    fits: Callable[..., Any],
) -> None:
    text = json.dumps(document, ensure_ascii=False, indent=indent)
    assert fits(reads(text).findings, wanted) == []


@pytest.mark.parametrize(
    "text",
    [
        '{"data":{"errcode":42001}}',
        '{"resp":"{\\"errcode\\":42001}"}',
        '{"request":{"url":"https://open.qingtui.com/v1/x"},"response":{"errcode":42001}}',
        '{"list":[{"errcode":42001}]}',
    ],
)
def test_a_wrapper_of_one_answer_is_its_span(text: str, reads: Callable[..., Any]) -> None:
    found = reads(text).findings
    assert [(one.code, one.span.start, one.span.end) for one in found] == [("42001", 0, len(text))]


def test_in_a_list_of_several_things_the_answer_is_the_span(reads: Callable[..., Any]) -> None:
    text = '{"list":[{"errcode":42001},{"a":1}]}'
    found = reads(text).findings
    assert [text[one.span.start : one.span.end] for one in found] == ['{"errcode":42001}']


def test_a_har_is_called_one(reads: Callable[..., Any]) -> None:
    text = json.dumps(har(entry(33, 200, ANSWER)))
    assert reads(text).read_as[0].args["shape"] == "har"
