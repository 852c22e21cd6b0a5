"""The smallest known mistake that reproduces a signature is found; the ticket is never kept."""

from __future__ import annotations

import hashlib
import itertools
import time
from urllib.parse import quote, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qt_app.core.checks.model import Step
from qt_app.core.checks.outcomes import Signature
from qt_app.core.checks.signature import MISTAKES, Signed, check_signature, find_mistakes

TICKET, NONCE, STAMP = "TICKET_GEHEIM_0001", "Wm3WZYTPz0wzccnW", "1700000000"
FULL = "https://oa.abc.com.cn/app/?id=7&q=%E4%B8%AD#/home?x=1"
PLAIN = FULL.partition("#")[0]
NAMES = [
    *("fragment_kept", "url_encoded", "url_decoded", "timestamp_ms", "timestamp_s"),
    *("nonce_key_camel", "order", "upper_case", "query_dropped"),
    *("slash_added", "slash_dropped", "http_https"),
]


def sign(
    url: str = PLAIN,
    stamp: str = STAMP,
    key: str = "noncestr",
    order: str = "0123",
    ticket: str = TICKET,
) -> str:
    pairs = [f"jsapi_ticket={ticket}", f"{key}={NONCE}", f"timestamp={stamp}", f"url={url}"]
    text = "&".join(pairs[int(index)] for index in order)
    return hashlib.sha1(text.encode()).hexdigest()


def seen(signature: str, url: str = FULL, stamp: str = STAMP) -> Signed:
    return Signed(TICKET, NONCE, stamp, url, signature)


def steps(one: Signed) -> tuple[Step, Step]:
    match, mistake = check_signature(one).steps
    return match, mistake


def test_the_names_are_the_contract_s() -> None:
    assert sorted(MISTAKES) == sorted(NAMES)


def test_a_right_signature_passes() -> None:
    match, mistake = steps(seen(sign()))
    assert (match.status, mistake.status) == ("pass", "pass")
    assert mistake.data == {"mistakes": [], "others": []}


@pytest.mark.parametrize(
    ("signature", "mistakes"),
    [
        ("8c4db9868f14428a6351ed1f08a4a9ea0e70c29b", [()]),
        ("bea3af88172f716839252259cb70a93a71ab509c", [("timestamp_ms",)]),
    ],
)
def test_a_known_example(signature: str, mistakes: list[tuple[str, ...]]) -> None:
    url = "https://oa.example.com/app/index.html?id=7"
    one = Signed("TICKET_EXAMPLE_0001", "abc123XYZ", "1700000000", url, signature)
    assert find_mistakes(one) == mistakes


@pytest.mark.parametrize(
    ("signature", "url", "stamp", "mistakes"),
    [
        (sign(FULL), FULL, STAMP, ["fragment_kept"]),
        (sign(quote(PLAIN, safe="")), FULL, STAMP, ["url_encoded"]),
        (sign("https%3a%2f%2fa.cn%2fx"), "https://a.cn/x", STAMP, ["url_encoded"]),
        (sign("https://a.cn/中 文"), "https://a.cn/%E4%B8%AD%20%E6%96%87", STAMP, ["url_decoded"]),
        (sign("https://a.cn/?q=a"), "https://a.cn/?q=a%23b", STAMP, ["url_decoded"]),
        (sign("https://a.cn/?q=a#b"), "https://a.cn/?q=a%23b", STAMP, ["url_decoded"]),
        (sign("https://a.cn/?q=a b"), "https://a.cn/?q=a+b", STAMP, ["url_decoded"]),
        (sign("https://a.cn/%E4%B8%AD"), "https://a.cn/中", STAMP, ["url_encoded"]),
        (sign(stamp=STAMP + "000"), FULL, STAMP, ["timestamp_ms"]),
        (sign(stamp=STAMP + "417"), FULL, STAMP, ["timestamp_ms"]),
        (sign(), FULL, STAMP + "417", ["timestamp_s"]),
        (sign(key="nonceStr"), FULL, STAMP, ["nonce_key_camel"]),
        (sign(order="1023"), FULL, STAMP, ["order"]),
        (sign(order="3210"), FULL, STAMP, ["order"]),
        (sign().upper(), FULL, STAMP, ["upper_case"]),
        (sign("https://oa.abc.com.cn/app/"), FULL, STAMP, ["query_dropped"]),
        (sign("https://a.cn/x/"), "https://a.cn/x", STAMP, ["slash_added"]),
        (sign("https://a.cn/x/?y=1"), "https://a.cn/x?y=1", STAMP, ["slash_added"]),
        (sign("https://a.cn"), "https://a.cn/#/home", STAMP, ["slash_dropped"]),
        (sign(PLAIN.replace("https", "http")), FULL, STAMP, ["http_https"]),
        (sign(PLAIN), FULL.replace("https", "http"), STAMP, ["http_https"]),
        (sign(FULL, key="nonceStr"), FULL, STAMP, ["fragment_kept", "nonce_key_camel"]),
        (sign(FULL, stamp=STAMP + "000"), FULL, STAMP, ["fragment_kept", "timestamp_ms"]),
        (sign(FULL, stamp=STAMP + "999"), FULL, STAMP, ["fragment_kept", "timestamp_ms"]),
        (sign(FULL, order="0213").upper(), FULL, STAMP, ["fragment_kept", "order", "upper_case"]),
        (sign("http://oa.abc.com.cn/app"), FULL, STAMP,
         ["http_https", "query_dropped", "slash_dropped"]),
        (sign(quote(FULL.replace("https", "http"), safe=""), key="nonceStr"), FULL, STAMP,
         ["fragment_kept", "http_https", "nonce_key_camel", "url_encoded"]),
        (sign(ticket="OTHER"), FULL, STAMP, []),
        ("0" * 40, FULL, STAMP, []),
    ],
)  # fmt: skip
def test_the_smallest_mistake_is_named(
    signature: str, url: str, stamp: str, mistakes: list[str]
) -> None:
    match, mistake = steps(seen(signature, url, stamp))
    assert match.status == "fail"
    assert mistake.data["mistakes"] == mistakes
    assert mistake.status == "fail"


def test_every_pair_that_can_happen_together_is_found() -> None:
    base = "https://oa.abc.com.cn/app/?q=%E4%B8%AD"
    changed = {
        "fragment_kept": {"url": base + "#/h"},
        "timestamp_ms": {"stamp": STAMP + "000"},
        "nonce_key_camel": {"key": "nonceStr"},
        "order": {"order": "3012"},
    }
    for first, second in itertools.combinations(changed, 2):
        one = seen(sign(**{"url": base, **changed[first], **changed[second]}), base + "#/h")
        assert find_mistakes(one) == [tuple(name for name in MISTAKES if name in (first, second))]


def test_nothing_that_changes_nothing_is_blamed() -> None:
    """An address without escapes is the same decoded: then decoding is not named."""
    url = "https://a.cn/x"
    assert unquote(url) == url
    assert find_mistakes(seen(sign(url, stamp=STAMP + "000"), url)) == [("timestamp_ms",)]


@pytest.mark.parametrize(
    ("one", "outcome"),
    [
        (Signed("", NONCE, STAMP, FULL, sign()), Signature.VALUE_MISSING),
        (Signed(TICKET, " ", STAMP, FULL, sign()), Signature.VALUE_MISSING),
        (Signed(TICKET, NONCE, STAMP, FULL, ""), Signature.VALUE_MISSING),
        (
            Signed(TICKET, NONCE, STAMP, FULL, "d41d8cd98f00b204e9800998ecf8427e"),
            Signature.NOT_SHA1,
        ),
        (Signed(TICKET, NONCE, STAMP, FULL, "z" * 40), Signature.NOT_SHA1),
    ],
)
def test_values_that_cannot_be_compared(one: Signed, outcome: Signature) -> None:
    match, mistake = steps(one)
    assert (match.outcome, match.status) == (outcome.value, "fail")
    assert mistake.data["mistakes"] == []


def test_the_ticket_is_never_kept() -> None:
    for signature in (sign(), sign(FULL), "0" * 40, "", "short"):
        assert "GEHEIM" not in repr(check_signature(seen(signature)))


def test_long_values_take_no_time() -> None:
    start = time.monotonic()
    for size in (4_000, 200_000):
        check_signature(seen("0" * 40, "https://a.cn/" + "%E4" * (size // 3) + "?x#y"))
    assert time.monotonic() - start < 10


@given(st.text(max_size=20), st.text("htps:/?#%+a ", max_size=30), st.text(max_size=15))
def test_any_values_are_judged(ticket: str, url: str, stamp: str) -> None:
    check_signature(Signed(ticket, "n", stamp, url, "0" * 40))
