"""Tokens read locally: whole or not, whose, until when; and never shown."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qt_app.core.checks.model import Step
from qt_app.core.checks.outcomes import Token
from qt_app.core.checks.token import check_token

ISSUED = 1_700_000_000_000
EXPIRES = ISSUED + 7_200_000
AT = datetime.fromtimestamp(ISSUED / 1000 + 60, UTC)
CLAIMS = {
    "domain_id": "0123456789abcdef" * 2,
    "appid": "1234567890",
    "expires_in": EXPIRES,
    "dispatch": ISSUED,
}


def part(data: Any) -> str:
    raw = data if isinstance(data, bytes) else json.dumps(data).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def make(claims: Any = None, alg: str = "HS256", **changes: Any) -> str:
    body = {**CLAIMS, **changes} if claims is None else claims
    head = f"{part({'alg': alg, 'typ': 'JWT'})}.{part(body)}"
    return f"{head}.{part(hmac.new(b'key', head.encode(), hashlib.sha256).digest())}"


TOKEN = make()


def steps(token: str, at: datetime = AT) -> dict[str, Step]:
    return {one.id.split(".")[1]: one for one in check_token(token, at).steps}


def found(step: Step) -> set[str]:
    return {step.outcome, *(note.outcome for note in step.more)}


def test_a_good_token() -> None:
    one = steps(TOKEN)
    assert [step.status for step in one.values()] == ["pass", "pass", "pass"]
    assert one["app"].data == {"appid": "1234567890", "domain_id": CLAIMS["domain_id"]}
    assert one["expiry"].data["seconds_left"] == 7140
    assert one["expiry"].data["expires"] == "2023-11-15T00:13:20+00:00"


@pytest.mark.parametrize(
    ("token", "outcomes"),
    [
        ("", {Token.EMPTY}),
        (" \n", {Token.EMPTY, Token.OUTER_BLANK}),
        ("0123456789abcdef0123456789abcdef", {Token.NOT_JWT}),
        ("hello.world.x", {Token.NOT_JWT}),
        (TOKEN[:-3], {Token.CUT}),
        (TOKEN.rsplit(".", 1)[0], {Token.CUT}),
        (TOKEN[:60], {Token.CUT}),
        (TOKEN[:50] + "…" + TOKEN[-10:], {Token.MASKED, Token.BAD_BASE64, Token.CUT}),
        (TOKEN + "abc", {Token.SIGNATURE_LONG}),
        (TOKEN + ".abc", {Token.TOO_MANY_PARTS}),
        (make(alg="RS256"), {Token.OTHER_ALGORITHM}),
        (make(alg="none"), {Token.OTHER_ALGORITHM}),
        (make(claims=[1, 2]), {Token.BAD_JSON}),
        (f"Bearer {TOKEN}", {Token.BEARER}),
        (f"Authorization: bearer {TOKEN}", {Token.BEARER}),
        (f'"{TOKEN}"', {Token.QUOTED}),
        (f"  {TOKEN} ", {Token.OUTER_BLANK}),
        (f"{TOKEN[:40]}\n{TOKEN[40:]}", {Token.INNER_BLANK}),
        (TOKEN.replace(".", "%2E"), {Token.URL_ENCODED}),
        (quote(TOKEN.replace(".", "%2E"), safe=""), {Token.URL_ENCODED}),
        (f"access_token={TOKEN}&page_size=1", {Token.EMBEDDED}),
        (json.dumps({"access_token": TOKEN, "expires_in": 7200}), {Token.EMBEDDED}),
        (f"{TOKEN}=", {Token.PADDED}),
    ],
)
def test_form(token: str, outcomes: set[Token]) -> None:
    assert found(steps(token)["form"]) == {outcome.value for outcome in outcomes}


def test_a_line_end_from_a_pipe_is_no_fault() -> None:
    assert steps(f"{TOKEN}\r\n")["form"].outcome == Token.FORM_OK.value


def test_a_cut_token_still_tells_its_app() -> None:
    one = steps(TOKEN[:-3])
    assert one["app"].outcome == Token.APP_OK.value
    assert one["expiry"].outcome == Token.VALID.value


@pytest.mark.parametrize(
    ("claims", "outcome"),
    [
        ({"sub": "1", "exp": EXPIRES // 1000}, Token.NOT_QINGTUI),
        ({"appid": "1234567890", "expires_in": EXPIRES}, Token.APP_PARTLY),
        ({"appid": 1234567890, "domain_id": "a"}, Token.APP_OK),
        ({"appid": " ", "domain_id": None}, Token.NOT_QINGTUI),
        ({"appid": {"x": 1}, "domain_id": ["a"]}, Token.NOT_QINGTUI),
    ],
)
def test_app(claims: dict[str, Any], outcome: Token) -> None:
    assert steps(make(claims))["app"].outcome == outcome.value


@pytest.mark.parametrize(
    ("changes", "at", "outcomes"),
    [
        ({}, EXPIRES - 1, {Token.VALID}),
        ({}, EXPIRES, {Token.EXPIRED}),
        ({}, EXPIRES + 86_400_000, {Token.EXPIRED_LONG}),
        ({}, ISSUED - 600_000, {Token.VALID, Token.FROM_FUTURE}),
        ({"expires_in": EXPIRES // 1000}, EXPIRES - 1000, {Token.VALID, Token.IN_SECONDS}),
        ({"expires_in": EXPIRES // 1000}, EXPIRES + 1000, {Token.EXPIRED, Token.IN_SECONDS}),
        ({"expires_in": 7200}, EXPIRES + 1, {Token.EXPIRED, Token.DURATION}),
        ({"expires_in": 7_200_000}, EXPIRES - 1, {Token.VALID, Token.DURATION}),
        ({"expires_in": None}, ISSUED, {Token.NO_EXPIRY}),
        ({"expires_in": "soon"}, ISSUED, {Token.NO_EXPIRY}),
        ({"expires_in": str(EXPIRES)}, EXPIRES, {Token.EXPIRED}),
        ({"expires_in": 1e300}, ISSUED, {Token.NO_EXPIRY}),
        ({"expires_in": True}, ISSUED, {Token.NO_EXPIRY}),
    ],
)
def test_expiry(changes: dict[str, Any], at: int, outcomes: set[Token]) -> None:
    moment = datetime.fromtimestamp(at / 1000, UTC)
    found_outcomes = found(steps(make(**changes), moment)["expiry"])
    assert found_outcomes == {outcome.value for outcome in outcomes}


def test_an_unreadable_token_skips_the_rest() -> None:
    one = steps("nothing")
    assert [one["app"].status, one["expiry"].status] == ["skip", "skip"]


@pytest.mark.parametrize(
    "token",
    [
        TOKEN,
        TOKEN[:-5],
        f"Bearer {TOKEN}",
        f"{TOKEN}.x",
        TOKEN[:90],
        "plainsecret123456",
        f"x={TOKEN}",
    ],
)
def test_no_piece_of_a_token_is_kept(token: str) -> None:
    kept = repr(check_token(token, AT + timedelta(days=1)))
    for start in range(0, len(token) - 11, 4):
        assert token[start : start + 12] not in kept


@given(st.text(max_size=60) | st.text("eyJ.%2=_-\n\"' ", max_size=60))
def test_any_text_is_judged(token: str) -> None:
    assert len(check_token(token, AT).steps) == 3


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["appid", "domain_id", "expires_in", "dispatch", "exp", "iat"]),
                inner,
            )
        ),
        max_leaves=8,
    )
)
def test_any_claims_are_judged(claims: Any) -> None:
    assert len(check_token(make(claims if claims is not None else {}), AT).steps) == 3


def test_hostile_sizes() -> None:
    deep = part(b'{"a":' * 20_000)
    for token in (
        "eyJ" * 500_000,
        "." * 1_000_000,
        f"{TOKEN.split('.')[0]}.{deep}.x",
        "%25" * 400_000,
    ):
        assert check_token(token, AT).verdict == "fail"
