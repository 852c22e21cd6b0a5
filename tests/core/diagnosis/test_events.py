"""One event is one finding; the paste's own values are filled in."""

# ruff: noqa: E501, ISC004 - a paste is one string; breaking it would hide what it looks like

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

EVENTS = [
    # one event, told more than once
    ('报错 40001：{"errcode":40001,"errmsg":"x"}', ["40001 response"]),
    ('{"errcode":40001}\n{"errcode":42001}', ["40001", "42001"]),
    ('{"errcode":40001}{"errcode":40001}', ["40001", "40001"]),
    ('{"errcode":40001}\n{"errcode":40001}', ["40001", "40001"]),
    ('{"code":200,"msg":"ok","data":"{\\"errcode\\":40014}"}', ["40014"]),
    (
        '{"errcode":-1,"errmsg":"system error","cause":{"errcode":42001,"errmsg":"access_token超时"}}',
        ["42001"],
    ),
    (
        '2026-11-02 10:00:00 ERROR send failed resp={"errcode":42001,"errmsg":"access_token超时"} '
        'exception: {"errcode":42001,"errmsg":"access_token超时"}',
        ["42001"],
    ),
    (
        'java.lang.RuntimeException: {"errcode":42001,"errmsg":"access_token超时"}\n'
        "\tat a.B.c(B.java:1)\n"
        'Caused by: com.cisdi.nudgeplus.sdk.exception.IllegalRequestException: {"errcode":42001,'
        '"errmsg":"access_token超时"}\n\tat a.B.d(B.java:2)',
        ["42001"],
    ),
    (
        '2026-11-02 10:00:00 ERROR [t1] call failed: {"errcode":40001}\n'
        '2026-11-02 10:00:01 ERROR [t1] call failed: {"errcode":40001}',
        ["40001", "40001"],
    ),
    ("未授权的域名\n50002", ["50002 sure"]),
    ("提示：未授权的域名\n错误码：50002", ["50002"]),
]

VALUES = [
    (
        "打开 https://oa.abc.com.cn/index.html 提示未授权的域名",
        ["50002 enter=abc.com.cn value:domain=abc.com.cn"],
    ),
    (
        "https://open.qingtui.com/v1/oauth2/authorize?appid=1&redirect_uri=https%3A%2F%2Fwx.shop.example.com%2Fcb\n"
        '{"errcode":50002,"errmsg":"未授权的域名"}',
        ["50002 enter=example.com"],
    ),
    (
        "https://open.qingtui.com/v1/oauth2/authorize?appid=1&redirect_uri=http%3a%2f%2f127.0.0.1%3a8080%2findex 报错 50002",
        ["50002 enter=127.0.0.1"],
    ),
    ("我们的域名是 hr.corp.com.cn，提示未授权的域名", ["50002 enter=corp.com.cn"]),
    ('{"errcode":50002,"errmsg":"未授权的域名"}', ["50002 enter="]),
    ("https://open.qingtui.com/ 未授权的域名", ["50002 enter="]),
]


@pytest.mark.parametrize(("text", "wanted"), EVENTS)
def test_an_event_counts_once(
    text: str, wanted: list[str], reads: Callable[..., Any], fits: Callable[..., Any]
) -> None:
    assert fits(reads(text).findings, wanted) == []


@pytest.mark.parametrize(("text", "wanted"), VALUES)
def test_values_come_from_the_paste(
    text: str, wanted: list[str], reads: Callable[..., Any], fits: Callable[..., Any]
) -> None:
    assert fits(reads(text).findings, wanted) == []
