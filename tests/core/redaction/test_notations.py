"""A secret is found by its field's name in every notation that people paste."""

from __future__ import annotations

import base64
import json
from urllib.parse import quote, quote_plus

import pytest

from qt_app.core.redaction import RedactionOptions, collect

S = "Zk3fA9xQ77plmN0w"
JSON = json.dumps({"errcode": 0, "access_token": S, "expires_in": 7200})
NOTATIONS = [
    JSON,
    json.dumps({"body": JSON}),
    json.dumps({"body": json.dumps({"body": JSON})}),
    quote(JSON),
    quote(quote(JSON)),
    quote_plus(JSON),
    quote(quote_plus(JSON)),
    base64.b64encode(JSON.encode()).decode(),
    JSON.replace('"', "&quot;"),
    JSON.replace('"', "“"),
    JSON.replace('"', "'"),
    f"{{errcode=0, access_token={S}, expires_in=7200}}",
    f"map[access_token:{S} errcode:0]",
    f'array(1) {{ ["access_token"]=> string(16) "{S}" }}',
    f"Array ( [access_token] => {S} )",
    f'{{:access_token=>"{S}"}}',
    f"{{'access_token': b'{S}'}}",
    f'{{AccessToken:"{S}", Code:0}}',
    f"access_token: {S}",
    f"access_token: >\n  x\ntoken: {S}",
    f"<access_token>{S}</access_token>",
    f"<AppSecret><![CDATA[{S}]]></AppSecret>",
    f'<item name="access_token" value="{S}"/>',
    f"https://open.qingtui.com/v1/message?access_token={S}&x=1",
    f"redirect_uri=https%3A%2F%2Fa.cn%2F%3Faccess_token%3D{S}%26b%3D1",
    f"Token更新失败, appSecret={S}, errCode=40001",
    f"获取JsApiTicket成功, ticket={S}",
    f"X-Qt-Token: {S}",
    f"Authorization: Bearer {S}",
    f"Authorization: {S}",
    f"authorization:\tBearer {S}",
    f"Cookie: JSESSIONID={S}; lang=zh",
    f"Set-Cookie: SID={S}; Path=/; HttpOnly",
    f"curl -H 'Cookie: SID={S}; b=1' https://a.cn",
    f'{{"headers":[{{"name":"Authorization","value":"Bearer {S}"}}]}}',
    f"('access_token', '{S}')",
    f"| appsecret | {S} |",
    f"appsecret\t{S}",
    f"AppSecret：{S}，appid：1",
    f"密码：{S}",
    f"密码是{S}",
    f"AppSecret改成了 {S}，还是不行",
    f"AppSecret\n{S}",
    f"accessKeySecret={S}",
    f"encodingAESKey={S}",
    f"qt_code={S}",
    f"jsapi_ticket={S}&noncestr=abc",
    f"signature={S}",
    f"mysql://root:{S}@db/x",
    f"curl -u admin:{S} http://x",
    f"access_token={S[:8]}\x1b[0m\x1b[31m{S[8:]}",
    f"access_token={S[:8]}\u200b{S[8:]}",
    f'"access_token":"{S}',
    f'"access_token":"{S}\nnext line',
    f'"secret" : [ "{S}" ]',
    f"--token={S}",
    f"ａｃｃｅｓｓ＿ｔｏｋｅｎ＝{S}",
]


@pytest.mark.parametrize("text", NOTATIONS)
def test_found_and_masked(text: str) -> None:
    redactor = collect(text)
    masked = redactor.mask(text)
    for piece in (S, S[:8], S[8:], base64.b64encode(S.encode()).decode()):
        assert piece not in masked
    assert redactor.masked
    assert not redactor.leaks(masked)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"access_token={S}", "token"),
        (f"appsecret={S}", "secret"),
        (f"jsapi_ticket={S}", "ticket"),
        (f"sign={S}", "signature"),
        (f"Cookie: a={S}", "cookie"),
        (f"Authorization: Basic {S}", "auth"),
        (f"qtCode: {S}", "qt_code"),
        (f"pwd={S}", "password"),
        (f"api_key={S}", "key"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    redactor = collect(text)
    assert [(one.kind, one.label, one.count) for one in redactor.masked] == [
        (kind, f"«{kind}-1»", 1)
    ]


KEPT = [
    "errcode=40001, errmsg=获取access_token时AppSecret错误,或者access_token无效.",
    '{"errcode":40402,"errmsg":"invalid token"}',
    "accessToken is required",
    "password is required",
    "token is valid",
    "qt_code超时",
    "ticket: 过期了",
    '{"token":null,"secret":"","password":"null"}',
    "access_token=ACCESS_TOKEN",
    "trace_id=4bf92f3577b34da6a3ce929d0e0e4736",
    "订单号 20240506120001123",
    "order_id=13912345678",
    "2026-11-02T10:00:05.007 timestamp=1700000000 1700000000000",
    "design: abcdefgh12345678",
    "token_type: bearer, expires_in=7200",
    "token: https://open.qingtui.com/v1/token",
    "Cookie: host=oa.abc.com.cn",
    "https://oa.abc.com.cn:8443?from=a@b",
    "密码是什么，口令为空",
    "token是过期了",
    "appid=2718281828 openid=oABCDEFGH1234567 10.0.0.8",
    "sha1 8c4db9868f14428a6351ed1f08a4a9ea0e70c29b",
]


@pytest.mark.parametrize("text", KEPT)
def test_kept(text: str) -> None:
    redactor = collect(text)
    assert redactor.mask(text) == text
    assert redactor.masked == ()


def test_people_and_inner_addresses_by_option() -> None:
    text = '{"openid":"oABCDEFGH1234567","user_id":"u-7788990011"} from 10.0.0.8 and 192.168.1.20'
    masked = collect(text, RedactionOptions(user_ids=True, inner_ips=True)).mask(text)
    for value in ("oABCDEFGH1234567", "u-7788990011", "10.0.0.8", "192.168.1.20"):
        assert value not in masked
    assert collect(text).mask(text) == text


def test_a_value_told_in_a_sentence_ends_at_the_comma() -> None:
    text = "我的AppSecret是Zk3fA9xQ77plmN0w，token为bQ2sT8vW1xYz4567"
    assert collect(text).mask(text) == "我的AppSecret是«secret-1»，token为«token-1»"
    text = "密码是abc12345，用户名bob"
    assert collect(text).mask(text) == "密码是«password-1»，用户名bob"


@pytest.mark.parametrize(
    "text",
    [
        json.dumps({"token": {"ttl": 1, "value": S}}),
        json.dumps(json.dumps({"token": {"value": S}})),
        f"应用密钥（AppSecret） {S}",
    ],
)
def test_a_value_further_from_its_name(text: str) -> None:
    assert S not in collect(text).mask(text)
