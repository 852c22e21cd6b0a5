"""Other platforms' codes are not called ours: named beside the code, or told by their own text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

CASES = [
    (
        "我们对接了微信和轻推，微信那边 48001，轻推这边 50002",
        ["48001 - foreign platform=wechat", "50002 global/50002 platform"],
    ),
    ("轻推报 50002，微信报 40001", ["50002 global/50002 platform", "40001 - platform=wechat"]),
    ("企业微信报 40001，轻推报 40003，钉钉报 40014", ["40001 platform=wecom", "40003", "40014 -"]),
    ("40001 是微信返回的", ["40001 - platform=wechat"]),
    ("微信、轻推都报 50002", ["50002 platform"]),
    ("微信打开正常，轻推报 50002", ["50002 platform"]),
    ("轻推里报 50002，微信里打开正常", ["50002 platform"]),
    ("轻推的应用，在微信里打开报 50002", ["50002 platform"]),
    ('{"errcode":50002,"errmsg":"未授权的域名"}', ["50002 global/50002 platform"]),
    ('[WeixinService] resp {"errcode":40029,"errmsg":"invalid code"}', ["40029 - platform=wechat"]),
    (
        '钉钉返回：\n{"errcode":40014,"errmsg":"不合法的access_token"}',
        ["40014 - platform=dingtalk"],
    ),
    (
        '轻推接口返回 {"errcode":40014,"errmsg":"不合法的access_token"}，钉钉是好的',
        ["40014 global/40014 platform"],
    ),
    (
        '钉钉接口正常，我们的接口返回 {"errcode":50002,"errmsg":"未授权的域名"}',
        ["50002 global/50002 platform"],
    ),
    (
        '微信里打开页面返回 {"errcode":50002,"errmsg":"未授权的域名"}',
        ["50002 global/50002 platform"],
    ),
    (
        'curl https://open.qingtui.com/v1/token 微信返回 {"errcode":40001,"errmsg":"x"}',
        ["40001 global/40001 platform"],
    ),
    ('微信返回 {"code":0,"msg":"ok"}', []),
    # A message of another system is no rewording of ours, unless it quotes 轻推.
    ('{"code":19001,"msg":"param invalid: incoming webhook access token invalid"}', []),
    ('{"status":"error","code":42001,"message":"余额不足"}', []),
    ('{"code":1001,"msg":"调用轻推失败：token已过期"}', ["42001 mention"]),
    ('{"code":500,"msg":"error: access_token超时"}', ["42001 mention"]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_the_platform_that_is_named_has_said_it(
    text: str, wanted: list[str], reads: Callable[..., Any], fits: Callable[..., Any]
) -> None:
    assert fits(reads(text).findings, wanted) == []
