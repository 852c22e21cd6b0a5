"""Answers in structured text: which meaning, whose error, and what is no answer."""

# ruff: noqa: E501, ISC004 - a paste is one string; breaking it would hide what it looks like

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

RESPONSES = [
    # one meaning, with and without its message
    ('{"errcode":42001}', ["42001 global/42001 response platform likely decided"]),
    (
        '{"errcode":"42001","errmsg":"access_token超时"}',
        ["42001 global/42001 sure platform=qingtui"],
    ),
    ('{"errcode":42001,"errmsg":"access_token 超时。"}', ["42001 global/42001 sure"]),
    ('{"errcode":40001,"errmsg":"x"}', ["40001 global/40001 likely"]),
    ('{"errCode":40013,"errMsg":"不合法的appid"}', ["40013 global/40013 sure platform"]),
    ('{"errcode":48001,"errmsg_cn":"api功能未授权"}', ["48001 global/48001 sure"]),
    ('{"errcode":42403,"errmsg":"Expired Token"}', ["42403 token/42403 sure"]),
    ('{"errcode":40402,"errmsg":"invalid token"}', ["40402 token/40402 sure platform"]),
    ('{"errcode":99999,"errmsg":"boom"}', ["99999 - response unknown"]),
    ('{"errcode":40302,"errmsg":"?"}', ["40302 - unknown"]),
    # several meanings
    ('{"errcode":45002}', ["45002 undecided possible ask=ask.path"]),
    ('{"errcode":45002,"errmsg":"消息内容超过限制"}', ["45002 global/45002 sure decided"]),
    (
        '{"errcode":45002,"errmsg":"balance has been insufficient, please call 400-161-0019 for help"}',
        ["45002 common/45002 sure decided"],
    ),
    ('{"errcode":45002,"errmsg":"balance insufficient"}', ["45002 common/45002 decided"]),
    ('{"errcode":45002,"errmsg":"content too long"}', ["45002 decided"]),
    ('{"errcode":45001,"errmsg":"org grade is over 20"}', ["45001 org/45001 sure"]),
    ('{"errcode":45001,"errmsg":"多媒体文件太大"}', ["45001 global/45001 decided"]),
    ('{"errcode":45003,"errmsg":"comment is too long"}', ["45003 member/45003 sure"]),
    ('{"errcode":45003}', ["45003 undecided"]),
    ('{"errcode":40009,"errmsg":"password is invalid"}', ["40009 member/40009 sure"]),
    ('{"errcode":40009,"errmsg":"不合法的图片文件大小"}', ["40009 global/40009 sure platform"]),
    ('{"errcode":40009}', ["40009 undecided"]),
    ('{"errcode":46001,"errmsg":"user is not exists"}', ["46001 member/46001 sure"]),
    ('{"errcode":46001}', ["46001 undecided"]),
    ('{"errcode":46100,"errmsg":"data not exist"}', ["46100 common/46100 sure"]),
    ('{"errcode":46100,"errmsg":"domain is not exists"}', ["46100 domain/46100 sure"]),
    (
        '{"errcode":50210,"errmsg":"organization is not allowed"}',
        ["50210 undecided ask=ask.path_team"],
    ),
    ('{"errcode":50210}', ["50210 undecided"]),
    ('{"errcode":-1}', ["-1 undecided unknown"]),
    ('{"errcode":-1,"errmsg":"系统繁忙."}', ["-1 global/-1 platform sure"]),
    ('{"errcode":-1,"errmsg":"system error"}', ["-1 common/-1 unknown decided"]),
    ('{"code":-1,"message":"system error"}', ["-1 common/-1 unknown"]),
    # 40100: the message decides
    ('{"errcode":"40100"}', ["40100 undecided ask=ask.message"]),
    (
        '{"errcode":"40100","errmsg":"page_size must be an integer less than or equals to 100"}',
        ["40100 params/40100/page-size-must-be-an-integer-less-than-or-equals-to-100 sure"],
    ),
    (
        '{"errcode":"40100","errmsg":"access_token is required"}',
        ["40100 params/40100/accesstoken-is-required decided value:param=access_token"],
    ),
    (
        '{"errcode":"40100","errmsg":"openId is required"}',
        ["40100 params/40100/open-id-is-required"],
    ),
    (
        '{"errcode":"40100","errmsg":"invalid param"}',
        ["40100 params/40100/invalid-param sure platform"],
    ),
    (
        '{"errcode":"40100","errmsg":"frobnicate is required"}',
        ["40100 params/40100/invalid-param decided value:param=frobnicate"],
    ),
    # success
    ('{"errcode":0,"errmsg":"ok"}', ["0 global/0 ok decided"]),
    ('{"errcode":0,"errmsg":"请求成功."}', ["0 global/0 ok sure"]),
    ('{"errcode":0,"errmsg":"success"}', ["0 common/0 ok decided"]),
    (
        '{"errcode":0,"errmsg":"success and the accounts [a1] [b2] [c3] will not change password"}',
        ["0 member/0 ok sure"],
    ),
    (
        '{"access_token":"aa.bb.cc","refresh_token":"rr","expires_in":7200}',
        ["0 - ok response platform"],
    ),
    ('{"total_count":0,"has_more":false,"result_list":[]}', ["0 - ok"]),
    ('{"errcode":0,"errmsg":"ok","data":{"msg_id":"m1"}}', ["0 global/0 ok"]),
    ('{"errMsg":"config:ok"}', ["0 - ok jssdk client"]),
    ('{"errMsg":"chooseImage:cancel"}', ["0 - ok jssdk"]),
    # whose error
    ('{"errcode":40001,"errmsg":"invalid token"}', ["40001 global/40001 client sure"]),
    (
        'com.cisdi.nudgeplus.sdk.exception.IllegalRequestException: {"errcode":40038,'
        '"errmsg":"不合法的请求格式"}\n\tat com.cisdi.nudgeplus.sdk.utils.ClientUtils.parse(ClientUtils.java:1)',
        ["40038 global/40038 client"],
    ),
    ('{"errcode":40038,"errmsg":"不合法的请求格式"}', ["40038 global/40038 platform"]),
    (
        'PHP Fatal error: Uncaught Exception: {"errcode":40100,"errmsg":"invalid param"} in /a/b.php:3',
        ["40100 client"],
    ),
]

FOREIGN = [
    (
        '{"errcode":40001,"errmsg":"invalid credential, access_token is invalid or not latest rid: 6a-7b-8c9d0e1f"}',
        ["40001 - foreign platform=wechat"],
    ),
    (
        '{"errcode":40013,"errmsg":"invalid appid rid: 65f0a1b2-11112222-33334444"}',
        ["40013 - foreign platform=wechat"],
    ),
    (
        '{"errcode":48001,"errmsg":"api unauthorized, hints: [ req_id: abc ]"}',
        ["48001 - foreign platform=wechat"],
    ),
    (
        '{"errcode":40029,"errmsg":"invalid code, hints: [ req_id: 1 ]"}',
        ["40029 - foreign platform=wechat"],
    ),
    (
        '{"errcode":60020,"errmsg":"not allow to access from your ip, hint: [1_2_3], more info at '
        'https://open.work.weixin.qq.com/devtool/query?e=60020"}',
        ["60020 - foreign platform=wecom"],
    ),
    (
        '{"errcode":40014,"errmsg":"不合法的access_token","request_id":"1k2"}',
        ["40014 - foreign platform=dingtalk"],
    ),
    (
        '{"errcode":88,"sub_code":"60011","sub_msg":"没有权限","errmsg":"ding talk error[subcode=60011]"}',
        ["88 - foreign platform=dingtalk"],
    ),
    ('{"code":99991663,"msg":"Invalid access token"}', ["99991663 - foreign platform=feishu"]),
    (
        '{"code":"40004","msg":"Business Failed","sub_code":"ACQ.TRADE_NOT_EXIST","sub_msg":"交易不存在"}',
        ["40004 - foreign platform=other"],
    ),
    ("企业微信报错 60020，怎么处理", ["60020 - foreign platform=wecom mention"]),
    ("钉钉接口返回 errcode 40014", ["40014 - foreign platform=dingtalk"]),
    ("公众号报 40001", ["40001 - foreign platform=wechat"]),
]

QUOTED = [
    ('{"code":500,"msg":"调用轻推失败：access_token超时"}', ["42001 global/42001 mention"]),
    ('{"code":500,"msg":"轻推返回错误码 50002"}', ["50002 global/50002 mention"]),
    ('{"errcode":-1,"errmsg":"connect timed out"}', ["tcp.timeout transport network"]),
    ('{"code":500,"msg":"Read timed out"}', ["tcp.timeout transport network"]),
    ('{"err_msg":"config:access denied","err_code":1}', ["jssdk.permission_denied jssdk client"]),
    ("【46321】未知错误!", ["46321 member/46321 client"]),
    ("【45001】未知错误!", ["45001 undecided client"]),
    (
        "获取token失败, res={'errcode': 40001}\nKeyError: 'access_token'",
        ["40001 global/40001 response"],
    ),
]

OTHERS = [
    '{"code":200,"message":"ok"}',
    '{"code":404,"message":"Not Found"}',
    '{"code":500,"msg":"Internal Server Error"}',
    '{"code":0,"message":"success","data":[]}',
    '{"code":1001,"msg":"用户不存在"}',
    '{"code":40001,"message":"订单不存在"}',
    '{"status":"ok"}',
    "{}",
    "[]",
    '{"touser":"u1","msgtype":"text"}',
    '{"open_id":"o1","msg_id":"m1"}',
    '{"id":40001,"name":"x"}',
    '{"orders":[{"id":42001},{"id":50002}]}',
    "",
    "   \n\t ",
    "hello",
    "今天天气不错",
]


@pytest.mark.parametrize(("text", "wanted"), RESPONSES)
def test_a_response_is_read(
    text: str, wanted: list[str], reads: Callable[..., Any], fits: Callable[..., Any]
) -> None:
    assert fits(reads(text).findings, wanted) == []


@pytest.mark.parametrize(("text", "wanted"), FOREIGN)
def test_another_platform_is_named(
    text: str, wanted: list[str], reads: Callable[..., Any], fits: Callable[..., Any]
) -> None:
    assert fits(reads(text).findings, wanted) == []


@pytest.mark.parametrize("text", OTHERS)
def test_other_text_is_no_finding(text: str, reads: Callable[..., Any]) -> None:
    assert [finding.code for finding in reads(text).findings] == []


@pytest.mark.parametrize(("text", "wanted"), QUOTED)
def test_what_a_wrapper_quotes_is_found(
    text: str, wanted: list[str], reads: Callable[..., Any], fits: Callable[..., Any]
) -> None:
    assert fits(reads(text).findings, wanted) == []
