"""Labels are stable, values go wherever they stand, short ones only in place, and it is fast."""

from __future__ import annotations

import base64
import html
import json
import re
import statistics
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qt_app.core.redaction import Redactor, collect

SECRETS = st.text(
    st.sampled_from("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789+/=_-.~!$%^@#"),
    min_size=12,
    max_size=40,
).filter(lambda text: sum(char.isdigit() for char in text) > 1 and text.strip("=-./_~!$%^@#+"))
JUNK = st.text(max_size=60)


def disguised(secret: str) -> list[str]:
    """Every form that the leak check must find."""
    return [
        secret,
        quote(secret),
        quote(secret, safe=""),
        quote_plus(secret),
        quote(quote(secret, safe=""), safe=""),
        json.dumps(secret)[1:-1],
        json.dumps(json.dumps(secret))[1:-1],
        html.escape(secret),
        *(base64.b64encode(b"x" * n + secret.encode()).decode() for n in range(3)),
        base64.urlsafe_b64encode(secret.encode()).decode(),
    ]


def test_same_value_same_label_and_counts() -> None:
    text = "access_token=abcDEF123456 token=zzzYYY987654 Authorization: Bearer abcDEF123456"
    redactor = collect(text)
    masked = redactor.mask(text)
    assert masked == "access_token=«token-1» token=«token-2» Authorization: Bearer «token-1»"
    assert [(one.label, one.count) for one in redactor.masked] == [
        ("«token-1»", 2),
        ("«token-2»", 1),
    ]
    assert redactor.mask("again abcDEF123456") == "again «token-1»"


def test_short_values_only_in_place() -> None:
    text = '{"password":"4000","errcode":40001,"port":4000}'
    redactor = collect(text)
    assert redactor.mask(text) == '{"password":"«password-1»","errcode":40001,"port":4000}'
    assert redactor.mask("4000 times") == "4000 times"
    assert not redactor.leaks("4000")


def test_public_words_only_in_place() -> None:
    public = "获取access_token时AppSecret错误,或者access_token无效."
    redactor = collect("password=AppSecret错误,或者", public=public)
    assert redactor.mask("password=AppSecret错误,或者") == "password=«password-1»,或者"
    assert redactor.mask(public) == public


def test_a_wrapped_value_goes_whole_and_the_next_record_stays() -> None:
    long = "aB3" * 25
    text = f"token={long}\n{long[:40]}\n2026-11-02 10:00:05 next\n"
    assert collect(text).mask(text) == "token=«token-1»\n2026-11-02 10:00:05 next\n"
    text = f"token={long}\n2026-11-02 10:00:05 next"
    assert collect(text).mask(text) == "token=«token-1»\n2026-11-02 10:00:05 next"


def test_a_date_is_no_secret_elsewhere() -> None:
    redactor = collect("password=2026-11-02")
    assert redactor.mask("password=2026-11-02 at 2026-11-02") == (
        "password=«password-1» at 2026-11-02"
    )


def test_what_is_masked_is_not_masked_again() -> None:
    text = "access_token=abcDEF123456"
    once = collect(text).mask(text)
    assert collect(once).mask(once) == once
    assert collect(once).masked == ()


def test_spans_are_places_in_the_text_as_given() -> None:
    text = "x \x1b[1maccess_token=abc\x1b[0mDEF123456\x1b[0m y"
    redactor = collect(text)
    (span,) = redactor.spans(text)
    assert text[span.start : span.end] == "abc\x1b[0mDEF123456"
    assert redactor.mask(text) == "x \x1b[1maccess_token=«token-1»\x1b[0m y"


def test_basic_credentials_hide_their_password_too() -> None:
    secret = base64.b64encode(b"admin:hunter2222").decode()
    text = f"Authorization: Basic {secret}\nlogin with hunter2222"
    masked = collect(text).mask(text)
    assert "hunter2222" not in masked
    assert secret not in masked


@given(SECRETS, JUNK, JUNK)
@settings(max_examples=150)
def test_planted_secrets_never_come_back(secret: str, before: str, after: str) -> None:
    text = f"{before}\n{json.dumps({'appsecret': secret})}\n{after}"
    redactor = collect(text)
    for form in disguised(secret):
        assert form not in redactor.mask(f"{after} {form} {before}")
        assert secret not in redactor.mask(text)


@given(st.text(max_size=300))
@settings(max_examples=300)
def test_any_text(text: str) -> None:
    redactor = collect(text)
    spans = redactor.spans(text)
    assert all(0 <= a.start < a.end <= len(text) for a in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert not redactor.leaks(redactor.mask(text))
    assert redactor.mask(text) == redactor.mask(text)


def log_lines(lines: int) -> str:
    return "".join(
        f"2026-11-02 10:00:05.007 WARN [exec-{n % 9}] c.q.LoginController - 授权页返回 "
        f'{{"errcode":50002,"errmsg":"未授权的域名"}} access_token=abcDEF{n:08d} cost={n}ms\n'
        for n in range(lines)
    )


# What one would write first: the names that secrets usually have.
NAIVE = re.compile(
    r"(?i)((?:access_?token|secret|ticket|password|sign(?:ature)?)[\"'=: ]+)[^\s&\"']+"
)
GOAL = 0.3  # seconds for a megabyte, printed
RATIO = 12.0


def seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


@pytest.mark.benchmark
def test_a_megabyte_beside_one_pattern(capsys: pytest.CaptureFixture[str]) -> None:
    text = log_lines(7500)
    assert len(text) > 900_000
    rounds = [
        (seconds(lambda: collect(text)), seconds(lambda: NAIVE.sub(r"\1***", text)))
        for _ in range(5)
    ]
    ours, peer = (statistics.median(times) for times in zip(*rounds, strict=True))
    with capsys.disabled():
        print(f"\nmasking 1 MB: {ours:.2f} s (goal {GOAL}), {ours / peer:.0f} times one pattern")
    assert ours <= RATIO * peer


HOSTILE = [
    '"', "\\", 'token="', "token=“", "eyJ", "eyJ.", "a", "1", "@", "138 ", '{"a":', "ab@",
    "token: ", "://a:", "cookie:", "password=(", "-----BEGIN PRIVATE KEY-----",
    "Authorization: Bearer ",
    'token:["', "1385", "\ud800", "\x1b[", "%22", "&quot;token", "=", "password 是",
    '"name":"token",', "<key>token</key>", "token(", "setToken('a', ", "--token ", "cookie:{",
    "密码", "token: Some(", "token: A.b", "+852 ", "token [", 'name="token"\r\n',
    '<a name="token" ',
    '{"name":"token" ', " -p a1b2c3", "token:\n", "账号密码 ", "://a:b@", "<token> ",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_length(piece: str) -> None:
    small, large = (piece * (size // len(piece)) for size in (20_000, 160_000))
    # Eight times the text may take eight times as long, not sixty-four; the constant is for noise.
    assert seconds(partial(collect, large)) < 20 * seconds(partial(collect, small)) + 0.2


def test_a_redactor_of_nothing() -> None:
    redactor: Redactor = collect("")
    assert redactor.mask("") == ""
    assert redactor.masked == ()
