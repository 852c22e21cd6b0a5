"""`check …` as a command: its JSON, its text, its exit codes, and no secret in what it prints."""

from __future__ import annotations

import base64
import hashlib
import hmac
import io
import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qt_app.api.checks import load_desk
from qt_app.cli import check_words
from qt_app.cli.main import main

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "checklists"
FILES = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.toml")}
FIELDS = {"id", "status", "title", "detail", "remedy", "outcome", "data"}
Command = Callable[..., str]


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capfdbinary: Any) -> Command:
    """Run `check ARGS…` on the files in the tree; its output as text."""
    monkeypatch.setattr(check_words, "load_desk", lambda: load_desk(FILES))

    def run(*args: str) -> str:
        assert main(["check", *args]) == 0
        out, err = capfdbinary.readouterr()
        assert err == b""
        return str(out.decode("utf-8"))

    return run


def steps(text: str) -> dict[str, Any]:
    report = json.loads(text)
    assert list(report)[:5] == ["schema", "check", "target", "verdict", "steps"]
    assert all(set(step) >= FIELDS for step in report["steps"])
    return {step["id"]: step for step in report["steps"]}


def test_domain_as_json(command: Command) -> None:
    text = command(
        "domain", "--safe-domain", "https://u:geheim@www.abc.com.cn", "--format", "json",
        "--page", "https://oa.abc.com.cn/x",
    )  # fmt: skip
    found = steps(text)
    assert list(found) == ["domain.form", "domain.registrable", "domain.covers", "domain.cache"]
    assert found["domain.registrable"]["data"]["enter"] == "abc.com.cn"
    assert found["domain.covers"]["status"] == "fail"
    assert "abc.com.cn" in found["domain.covers"]["remedy"]
    assert "geheim" not in text


@pytest.mark.parametrize(
    ("args", "headline"),
    [
        (("--page", "https://oa.abc.com.cn/x"), "查过的都通过，1 步要你看"),
        ((), "查过的都通过，1 步跳过，1 步要你看"),
        (("--lang", "en"), "all checked steps passed, 1 step skipped, 1 step for you to check"),
    ],
)
def test_the_text_does_not_say_all_passed_over_what_was_not_checked(
    command: Command, args: tuple[str, ...], headline: str
) -> None:
    assert headline in command("domain", "--safe-domain", "abc.com.cn", *args).splitlines()[0]
    found = json.loads(command("domain", "--safe-domain", "abc.com.cn", "--format", "json"))
    assert found["verdict"] == "pass"


@pytest.mark.parametrize("value", ["", "  ", "-"])
def test_an_empty_value_is_a_fault_of_form(command: Command, value: str) -> None:
    report = json.loads(command("domain", "--safe-domain", value, "--format", "json"))
    assert report["verdict"] == "fail"


def test_text_in_both_languages(command: Command) -> None:
    chinese = command("domain", "--safe-domain", "oa.abc.com.cn", "--lang", "zh")
    assert "[注意]" in chinese
    assert "填 abc.com.cn" in chinese
    assert "编号 D-32" in chinese
    assert "[warning]" in command("domain", "--safe-domain", "oa.abc.com.cn", "--lang", "en")


def test_a_value_may_start_with_a_hyphen(command: Command) -> None:
    found = steps(command("domain", "--safe-domain", "-oa.abc.com", "--format", "json"))
    assert found["domain.form"]["status"] == "fail"
    assert found["domain.registrable"]["data"]["enter"] == "abc.com"


def test_link_as_json(command: Command) -> None:
    link = (
        "https://open.qingtui.com/v1/oauth2/authorize?appid=APPID"
        "&redirect_uri=https://oa.abc.com.cn/#/home?access_token=geheimnis"
    )
    text = command("link", link, "--format", "json")
    found = steps(text)
    assert list(found) == [
        f"link.{name}" for name in ("endpoint", "appid", "redirect", "fragment", "domain", "params")
    ]
    assert found["link.domain"]["data"]["enter"] == "abc.com.cn"
    assert found["link.fragment"]["status"] == "fail"
    assert "geheimnis" not in text


def make_token(**claims: Any) -> str:
    def part(data: bytes) -> str:
        return base64.urlsafe_b64encode(data).rstrip(b"=").decode()

    head = part(json.dumps({"alg": "HS256", "typ": "JWT"}).encode())
    body = f"{head}.{part(json.dumps(claims).encode())}"
    return f"{body}.{part(hmac.new(b'key', body.encode(), hashlib.sha256).digest())}"


TOKEN = make_token(
    domain_id="0" * 32, appid="1234567890", expires_in=1_524_796_999_996, dispatch=1_524_789_799_996
)


@pytest.mark.parametrize(
    ("at", "status"),
    [
        ("1524796999995", "pass"),
        ("1524796999996", "fail"),
        ("2018-04-27T02:43:19Z", "pass"),
        ("2018-04-27T10:43:20+08:00", "fail"),
        ("1524790000", "pass"),
    ],
)
def test_token_at_a_time(command: Command, at: str, status: str) -> None:
    found = steps(command("token", TOKEN, "--at", at, "--format", "json"))
    assert found["token.expiry"]["status"] == status
    assert found["token.app"]["data"] == {"appid": "1234567890", "domain_id": "0" * 32}


def test_token_now_is_long_past(command: Command) -> None:
    assert steps(command("token", TOKEN, "--format", "json"))["token.expiry"]["status"] == "fail"


def test_token_from_standard_input_is_never_printed(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    for args in (["--format", "json"], ["--lang", "zh"], ["--lang", "en"]):
        stdin = io.TextIOWrapper(io.BytesIO(TOKEN.encode() + b"\n"))
        monkeypatch.setattr("sys.stdin", stdin)
        text = command("token", "-", *args)
        assert not any(piece in text for piece in TOKEN.split("."))
        assert "1234567890" in text


SEEN = [
    "--nonce", "abc123XYZ", "--timestamp", "1700000000",
    "--url", "https://oa.example.com/app/index.html?id=7#/home",
]  # fmt: skip


@pytest.mark.parametrize(
    ("signature", "verdict", "mistakes"),
    [
        ("8c4db9868f14428a6351ed1f08a4a9ea0e70c29b", "pass", []),
        ("bea3af88172f716839252259cb70a93a71ab509c", "fail", ["timestamp_ms"]),
        ("8C4DB9868F14428A6351ED1F08A4A9EA0E70C29B", "fail", ["upper_case"]),
        ("0" * 40, "fail", []),
        ("", "fail", []),
    ],
)
def test_signature(command: Command, signature: str, verdict: str, mistakes: list[str]) -> None:
    args = ["signature", "--ticket", "TICKET_EXAMPLE_0001", *SEEN, "--signature", signature]
    text = command(*args, "--format", "json")
    assert json.loads(text)["verdict"] == verdict
    data = steps(text)["signature.mistake"]["data"]
    assert data["mistakes"] == mistakes
    for shown in (text, command(*args, "--lang", "zh"), command(*args, "--lang", "en")):
        assert "TICKET" not in shown


@pytest.mark.parametrize(
    "args",
    [
        [],
        ["domain"],
        ["nothing"],
        ["domain", "--safe-domain", "a.com", "--format", "xml"],
        ["token", "x", "--at", "yesterday"],
        ["token", "x", "--at", ""],
        ["token", "x", "--at", "99999999999999999999"],
        ["signature", "--ticket", "t"],
    ],
)
def test_wrong_usage_is_exit_2(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *args]) == 2
    assert capsys.readouterr().err


@pytest.mark.parametrize(
    "args",
    [
        ["token", "eyJhbGciOiJIUzI1NiJ9", "geheim123"],
        ["token", "x", "--geheim=geheim123"],
        ["signature", "--ticket", "x", "geheim123"],
        ["token", "geheim123", "--at", "never"],
    ],
)
def test_wrong_usage_shows_no_secret(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *args]) == 2
    assert "geheim123" not in capsys.readouterr().err


def test_a_link_stands_for_its_page(command: Command) -> None:
    link = (
        "https://open.qingtui.com/v1/oauth2/authorize?appid=1234567890"
        "&redirect_uri=https%3A%2F%2Foa.abc.com.cn%2F"
    )
    found = steps(command("domain", "--safe-domain", "x.cn", "--page", link, "--format", "json"))
    assert found["domain.registrable"]["data"]["enter"] == "abc.com.cn"
