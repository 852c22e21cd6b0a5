"""Numbers beside the words that name a code: what they count, and what they are the code of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

# The statement behind a code may begin like the noun that a number counts.
STATED = [
    "返回 46001 用户不存在",
    "报 40003 用户id不对",
    "返回40003 请求失败",
    "报 47001 数据格式不对",
    "报 44002 数据包为空",
    "报 43004 人没关注",
    "返回 45009 次数用完了",
    "报 43010 号码已存在",
    "返回 44004 消息内容为空",
    "提示 40031 用户列表不合法",
    "报 50002 页面打不开",
    "报 45003 字数超了",
    "got 40003 users not following",
    "got 46001 users do not exist",
    "returns 40031 users list is invalid",
    "报42001 3次了",
    "we get errors 40001",
    "it fails with code 42001",
    "every call fails: 45009",
    "获取用户信息接口code=40029",
    "access token invalid 40014",
    "没有权限调用接口 48001",
    "页面打不开 50002",
    "今日报 42001",
    "the call returned -1",
    "接口返回码：0",
    "errcode 0",
]

COUNTED = [
    "返回 46001 用户",
    "报 40003 个用户",
    "返回 46001 条记录，失败",
    "显示 45001 条数据不对",
    "返回 40001 数据",
    "返回 40003 请求，都成功",
    "got 40003 users.",
    "gets 50002 requests per second",
    "shows 40003 users online",
    "error 40001 of 50002 processed",
    "Tests run: 50002, Failures: 40001, Errors: 42001",
    "Failed: 40001, Passed: 50002",
    "Errors 40001, Warnings 50002",
    "Errors: 40001",
    "Fails: 40001",
    "失败 42001，成功 50002",
    "错误次数：42001",
    "任务失败数 40001",
    "发送失败条数 42001",
    "The error rate is 40001 ppm",
    "变成 40001 只",
]

OTHERS = [
    "Verify return code: 0 (ok)",
    "process exited with return code 0",
    "{'retCode': 0, 'retMsg': 'OK'}",
    "getsockopt returned -1",
    "handshake failed; returned -1",
    "failed to bind socket on 50002",
    "failed to open tunnel to node 40003",
    "ERROR: could not serialize access; SQLState 40001",
    "mysql error 40001",
    "没有找到快递 42001",
    "库存不足，需要补货 50002",
    "没有权限访问分机 50001",
    "登录失败，用户名 45001",
    "need to refund, not paid 40001",
    "invalid length: expected 128, got 42001",
    "invalid checksum, got 40001",
    "Assertion failed: expected 40003 but was 50002",
    "AssertionError: 40001 != 50002",
    "IndexError at 40003",
    "java.net.SocketException 50002",
    "TimeoutException after 42001",
    "error: process 42001 killed",
    "area_code: 40001",
    '{"dept_code":"50001","dept_name":"研发"}',
    "status_code: 50002",
    "promo code 40001 valid until June",
    "Stock code 50002",
    "QR code 50002",
    "城市代码: 40001",
    "机构代码 40001",
    "取件码 42001",
    "激活码 50002",
    "付款码 40001",
    "条形码：50001",
    "商品code:50002",
    "汇报 40001",
    "https://a.com/p?id=42001&code=50002",
    'errors_total{code="200"} 40001',
]


# Codes told as past, or as not the one, are possible at most; the reply takes another.
TOLD = [
    ("上周报 50002 已经好了，现在报 42001", ["50002 possible", "42001 likely"]),
    ("50002 已经解决了，现在是 42001", ["50002 possible", "42001 likely"]),
    ("不是 50002，是 50001", ["50002 possible", "50001 likely"]),
    ("不是报 50002，而是报 50001", ["50002 possible", "50001 likely"]),
    ("我们没有收到 42001，而是报 42002", ["42001 possible", "42002 likely"]),
    ("50002，我们页面域名是 oa.abc.com", ["50002 global/50002"]),
    ("error 50002 is fixed, now 42001", ["50002 possible", "42001 likely"]),
    ("报 50002 还没解决", ["50002 likely"]),
    ("50002 怎么解决", ["50002 likely"]),
    ("是不是 50002 的问题", ["50002 likely"]),
    ("50002/42001/40001 都遇到过", ["50002", "42001", "40001"]),
    ("拉通讯录的时候45002了", ["45002 common/45002"]),
    ("订单 40001/40003 都没收到", []),
    ("粉丝 45002了", []),
]


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_what_is_told_of_a_code_counts(
    text: str, wanted: list[str], reads: Callable[..., Any], fits: Callable[..., Any]
) -> None:
    assert fits(reads(text).findings, wanted) == []


@pytest.mark.parametrize("text", STATED)
def test_a_code_with_a_statement_behind_it_is_found(text: str, reads: Callable[..., Any]) -> None:
    assert [finding.code for finding in reads(text).findings] != []


@pytest.mark.parametrize("text", COUNTED)
def test_a_number_of_things_is_no_code(text: str, reads: Callable[..., Any]) -> None:
    assert [finding.code for finding in reads(text).findings] == []


@pytest.mark.parametrize("text", OTHERS)
def test_what_names_another_thing_is_no_code(text: str, reads: Callable[..., Any]) -> None:
    assert [finding.code for finding in reads(text).findings] == []
