"""What people tell in a sentence: the value goes, the words about it stay."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from qt_app.core.redaction import collect

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
H = "9f8e7d6c5b4a39281706f5e4d3c2b1a0"


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("密码 Abc12345", "Abc12345"),
        ("账号admin密码Abc12345，报错", "Abc12345"),
        ("密码是Abc12345", "Abc12345"),
        ("密码就是 Abc12345", "Abc12345"),
        ("密码：\nAbc12345\n", "Abc12345"),
        ("账号密码：admin Abc12345", "Abc12345"),
        ("用户名和密码: admin, Abc12345", "Abc12345"),
        ("口令Qt888888", "Qt888888"),
        ("密码“Abc12345”", "Abc12345"),
        ("支付密码 123456", "123456"),
        ("my password is hunter2", "hunter2"),
        ("the token is tok_8899aabbcc", "tok_8899aabbcc"),
        (f"invalid secret [{H}]", H),
        ("bad token (tok_8899aabbcc)", "tok_8899aabbcc"),
        ("invalid token 'tok_8899aabbcc'", "tok_8899aabbcc"),
        ("token tok_8899aabbcc is expired", "tok_8899aabbcc"),
        ("令牌 tk-99887766abcd 无效", "tk-99887766abcd"),
        ("应用密钥 s3cr3tvalue99", "s3cr3tvalue99"),
        ("应用密钥s3cr3tvalue99", "s3cr3tvalue99"),
        ("secret 应该是 s3cr3tvalue99 吧", "s3cr3tvalue99"),
        ("my secret is now s3cr3tvalue99", "s3cr3tvalue99"),
    ],
)
def test_a_told_value_is_masked(text: str, gone: str) -> None:
    assert gone not in collect(text).mask(text)


KEPT = """access_token超时
invalid secret
密码错误
账号密码错误 40001
密码 40001
token is expired
the token is invalid
token is base64-encoded
token is valid for 7200 seconds
password is at least 8 characters
password must be 8-16 characters
密码是什么
密码是6位数字
密码改成了新的
密码 MD5加密
password SHA256
secret 长度 32
AppSecret 32位
token有效期7200秒
token 2026-03-04T10:00:00
token HTTP/1.1
GET /v1/token HTTP/1.1
token TokenService2.java:64
token user1234 not found
token for appid 1234567890 expired
token v2.0.1
ticket QT-1234 is open
refresh token [http-nio-8080-exec-1]
token: malformed jwt
signature: mismatch
invalid token: token contains an invalid number of segments
token http://10.0.0.1:8080/v1/token
secret in application-prod2.yml
password error code 4030112
pwd: /home/app""".splitlines()


@pytest.mark.parametrize("text", KEPT)
def test_words_about_a_secret_stay(text: str) -> None:
    assert collect(text).mask(text) == text


def strings(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from strings(value)
    elif isinstance(node, list):
        for value in node:
            yield from strings(value)


@pytest.mark.parametrize("folder", ["catalogue", "checklists", "messages", "phrasebook"])
def test_our_own_texts_come_through(folder: str) -> None:
    files = sorted((RESOURCES / folder).glob("*.toml"))
    texts = [text for file in files for text in strings(tomllib.loads(file.read_text("utf-8")))]
    assert [text for text in texts if collect(text).mask(text) != text] == []
