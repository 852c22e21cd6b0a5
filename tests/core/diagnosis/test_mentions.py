"""Codes and documented messages in plain words, and numbers that are none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

MENTIONS = [
    ("45002，调的是发消息接口 /v1/message/text/send/mass", ["45002 global/45002 decided"]),
    ("一直给我返回一个50002", ["50002"]),
    ("the API keeps returning 43004", ["43004"]),
    ("登录不上（50002）", ["50002"]),
    ("错误码→40001", ["40001"]),
    ("the API returns -1", ["-1 undecided"]),
    ("用户 40003 报错 43004", ["43004"]),
    ("图片上传失败，提示文件过大 45001", ["45001 global/45001"]),
    ("昨天是42001，今天变成40001了", ["42001", "40001"]),
    ("40401和40402有什么区别", ["40401", "40402"]),
    ("50002、42001、40001", ["50002", "42001", "40001"]),
    ("返回 -1，system error", ["-1 common/-1 unknown"]),
    (
        "接口报错：40100，page_size must be an integer less than or equals to 100",
        ["40100 params/40100/page-size-must-be-an-integer-less-than-or-equals-to-100 sure"],
    ),
    (
        "2026-11-02 10:00:05.007 [main] ERROR c.a.B - 调用轻推失败，错误码 45009",
        ["45009 time=2026-11-02T10:00:05.007"],
    ),
    ("我们处理了40001条数据，报错42001", ["42001"]),
    ("50002", ["50002 global/50002 mention platform"]),
    ("-1", ["-1 undecided mention"]),
    ("40001?", ["40001 mention"]),
    ("【42001】", ["42001 mention"]),
    ("５０００２", ["50002 mention"]),
    ("报错 50002", ["50002 global/50002 mention platform"]),
    ("报错50002怎么处理", ["50002"]),
    ("提示 42001", ["42001"]),
    ("errcode 42001", ["42001"]),
    ("错误码：40001", ["40001"]),
    ("错误码是40001，帮忙看看", ["40001"]),
    ("code is 45009", ["45009"]),
    ("error 40014", ["40014"]),
    ("we get error code 40402 again", ["40402 token/40402"]),
    ("返回了43004", ["43004"]),
    ("接口返回 40001 了，怎么办？", ["40001"]),
    ("40001 是什么意思", ["40001"]),
    ("40001错误", ["40001"]),
    ("What does 46321 mean?", ["46321 member/46321"]),
    ("未授权的域名（50002）", ["50002 sure"]),
    ("50002 未授权的域名", ["50002 sure"]),
    ("access_token超时(42001)", ["42001 sure"]),
    ("报错 99999", ["99999 - unknown"]),
    ("错误码 123456", ["123456 - unknown"]),
    ("先报 40001，刷新以后又报 42001", ["40001", "42001"]),
    ("报错 50002，50002 是域名问题吗", ["50002"]),
    ("上传图片报错 45001", ["45001 global/45001 decided"]),
    ("删除员工报错 46001", ["46001 member/46001 decided"]),
    ("调 /v1/message/text/send/single 报 45002", ["45002 global/45002 decided"]),
    ("调 /team/member/all/paged 报 45002", ["45002 common/45002 decided"]),
    ("报错 45002", ["45002 undecided"]),
]

WORDS = [
    ("提示 page_size is required", ["40100 params/40100/page-size-is-required"]),
    ("openid不合法", ["40003 global/40003 likely"]),
    ("系统一直繁忙", ["-1 global/-1"]),
    ("页面弹出 50002 未授权域名", ["50002 global/50002 sure"]),
    ("refresh_token怎么用", []),
    ("请问access_token多久过期", []),
    ("未授权的域名", ["50002 global/50002 mention platform sure"]),
    ("打开页面提示“未授权的域名”", ["50002 global/50002"]),
    ("说token超时了", ["42001 global/42001 likely"]),
    ("token 过期了怎么办", ["42001 global/42001"]),
    ("页面里老是弹广告", ["faq.ads faq/faq.ads"]),
    ("链接被运营商劫持了", ["faq.ads faq/faq.ads"]),
    ("有广告", ["faq.ads"]),
    ("不合法的access_token", ["40014 global/40014"]),
    ("接口调用超过限制", ["45009 global/45009"]),
    ("user is not exists", ["46001 member/46001"]),
    ("it says: manager user cannot to be deleted", ["46002 member/46002"]),
    ("不合法的openid列表长度", ["40032 global/40032"]),
    ("提示需要接收者关注", ["43004 global/43004"]),
    ("系统繁忙", ["-1 global/-1"]),
    ("The page says unauthorized domain", ["50002 global/50002"]),
    ("access token has expired", ["42001 global/42001"]),
    ("域名未授权", ["50002 global/50002"]),
    ("缺少 access_token 参数", ["41001 global/41001"]),
    ("organization is not allowed", ["50210 undecided"]),
    ("open_id is not follow the app", ["46321 member/46321"]),
    ("我们做广告投放业务", []),
    ("token 怎么获取", []),
    ("域名备案怎么做", []),
]

TRAPS = [
    "    return -1;",
    "if (x < 0) { return -1 }",
    "Process finished with exit code 40001",
    "Error: listen EADDRINUSE: address already in use :::50002",
    "http://127.0.0.1:40001/v1/token 打不开",
    "exit code 1",
    "ERROR 1045 (28000): Access denied for user",
    "登录失败，工号 40003",
    "导入失败 总数 45001",
    "2026-11-02 10:00:05 INFO task 40001 finished, cost 42001ms, code=200",
    "共 40001 条",
    "端口 40001 被占用",
    "耗时 42001 ms",
    "订单 40001 已发货",
    "订单号：40001",
    "at com.foo.Bar.run(Bar.java:40001)",
    "error at line 40001",
    "pid=50002",
    "2026-11-02 10:00:00.123 ERROR 40001 --- [main] o.s.b.App : started",
    "金额 45002 元",
    "电话 40029123",
    "手机 13840001234",
    "一共 42001 个用户",
    "返回 40001 条数据",
    "got 50002 results",
    "listening on 127.0.0.1:50002",
    "http://10.0.0.1:40001/index",
    "version 4.0.40001",
    "2026-40001",
    "邮编 410001，房间 42001",
    "今年营收 45009 万",
    "Content-Length: 40001",
    "took 42001ms",
    "user_id 46001 login ok",
    "工号 40003 的同事",
    "价格 ¥50002",
    "验证码 40001",
    "处理失败 40001 条",
    "序号40001",
    "第 42001 行",
    "QQ群 50002",
    "总数: 45001",
    "张三（40001）来过",
    "重试 40001 次",
    "the file has 40001 lines",
    "room 50002 is ready",
    "ticket #40001 closed",
    "超过 50002 人在线",
    "size=45001 bytes",
    "id: 40013",
    "10:00:01 INFO processed 42001 records",
    "返回 200",
    "HTTP 404",
]


@pytest.mark.parametrize(("text", "wanted"), MENTIONS)
def test_a_code_named_in_words_is_found(
    text: str, wanted: list[str], reads: Callable[..., Any], fits: Callable[..., Any]
) -> None:
    assert fits(reads(text).findings, wanted) == []


@pytest.mark.parametrize(("text", "wanted"), WORDS)
def test_a_message_in_plain_words_is_found(
    text: str, wanted: list[str], reads: Callable[..., Any], fits: Callable[..., Any]
) -> None:
    assert fits(reads(text).findings, wanted) == []


@pytest.mark.parametrize("text", TRAPS)
def test_a_number_is_no_code(text: str, reads: Callable[..., Any]) -> None:
    assert [finding.code for finding in reads(text).findings] == []


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("2026-11-02 10:00:05 INFO ok\n客户补充：下午又报错 45002", [None]),
        ("2026-11-02 10:00:05 ERROR 调用失败，错误码 45009", ["2026-11-02T10:00:05"]),
        (
            "2026-11-02 10:00:05 INFO c.a.B - ok\n客户说打开就提示 net::ERR_CERT_DATE_INVALID",
            [None],
        ),
        ("2026-11-02 10:00:05 INFO c.a.B - ok\n客户说返回 {'errcode':42001}", [None]),
        (
            (
                "2026-11-02 10:00:05 ERROR c.a.B - boom\n"
                "javax.net.ssl.SSLHandshakeException: PKIX path building failed\n\tat a.B.c(C.java)"
            ),
            ["2026-11-02T10:00:05"],
        ),
        (
            '2026-11-02 10:00:05 WARN c.a.B - 返回\n{"errcode":42001}\n后来又报错 50002',
            ["2026-11-02T10:00:05", None],
        ),
    ],
)
def test_words_have_the_time_of_their_own_line_only(
    reads: Callable[..., Any], text: str, times: list[str | None]
) -> None:
    assert [finding.time for finding in reads(text).findings] == times
