"""The verdict: one sentence with the paste's own value, in whichever form it is read."""

from __future__ import annotations

import re

import pytest

from qt_app.api import diagnose, load_catalogue, render
from qt_app.api.messages import messages

CATALOGUE = load_catalogue()
WITH_VALUES = [
    ('{"errcode":50002,"errmsg":"未授权的域名"}', "这个网页的域名", "the page's domain"),
    ("打开 https://oa.abc.com.cn/a 提示未授权的域名", "没有认 oa.abc.com.cn", "oa.abc.com.cn"),
    (
        'GET https://open.qingtui.com/v1/app/followers?page_size=10\n{"errcode":48001}',
        "/v1/app/followers",
        "for /v1/app/followers",
    ),
    (
        (
            "GET https://open.qingtui.com/team/member/all/paged?page_size=500&request_page=1\n"
            '{"errcode":"40100","errmsg":"page_size must be an integer less than or equals to 100"}'
        ),
        "这次发的是 500",
        "this call sent 500",
    ),
    ('{"errcode":"40100","errmsg":"zodiac_sign is required"}', "缺 zodiac_sign", "zodiac_sign is"),
    (
        (
            "GET https://open.qingtui.com/v1/token?appid=2718281828&secret=x\n"
            '{"errcode":40013,"errmsg":"不合法的appid"}'
        ),
        "2718281828",
        "2718281828",
    ),
    (
        "java.net.UnknownHostException: oa.abc.com.cn: Name or service not known",
        "找不到 oa.abc.com.cn",
        "for oa.abc.com.cn",
    ),
    (
        '{"errMsg":"chooseImage:permission denied"}',
        "调用 chooseImage",
        "call chooseImage",
    ),
]


@pytest.mark.parametrize(("paste", "zh", "en"), WITH_VALUES)
def test_the_pastes_own_value_stands_in_the_sentence(paste: str, zh: str, en: str) -> None:
    assert zh in diagnose(paste, CATALOGUE, "zh").findings[0].verdict
    assert en in diagnose(paste, CATALOGUE, "en").findings[0].verdict


def test_the_host_of_the_call_is_never_taken_for_the_pages() -> None:
    paste = 'GET https://open.qingtui.com/v1/oauth2/authorize?appid=1\n{"errcode":50002}'
    assert "qingtui" not in diagnose(paste, CATALOGUE).findings[0].verdict


def test_a_customers_own_path_is_not_called_the_platforms() -> None:
    paste = 'GET https://oa.abc.com.cn/api/send\n{"errcode":42001,"errmsg":"access_token超时"}'
    assert "/api/send" not in diagnose(paste, CATALOGUE).findings[0].verdict


def test_words_alone_are_not_tied_to_the_call_beside_them() -> None:
    paste = "GET https://open.qingtui.com/v1/app/followers\n客户说报错 48001"
    assert "/v1/" not in diagnose(paste, CATALOGUE).findings[0].verdict


def test_a_secret_in_the_value_is_masked() -> None:
    token = "Zk3fA9xQ77plmN0wQQ"
    paste = (
        f"GET https://open.qingtui.com/v1/app/{token}?access_token={token}\n"
        '{"errcode":48001,"errmsg":"api功能未授权"}'
    )
    assert token not in diagnose(paste, CATALOGUE).findings[0].verdict


@pytest.mark.parametrize(
    ("paste", "zh"),
    [
        ("报错 45002", "原文只有一个数字，码表里 45002 有两条"),
        ('{"errcode":45002}', "返回里只有码，没有文字；码表里 45002 有两条"),
        ('{"errcode":50210,"errmsg":"organization is not allowed"}', "码表里 50210 有两条，现有"),
        ("报错 40100", "码表里 40100 有 23 条"),
    ],
)
def test_undecided_says_what_is_missing(paste: str, zh: str) -> None:
    finding = diagnose(paste, CATALOGUE).findings[0]
    assert finding.undecided
    assert zh in finding.verdict


@pytest.mark.parametrize("form", ["text", "ticket", "markdown"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_form_says_once_whose_and_how_sure(form: str, lang: str) -> None:
    text = render(diagnose('{"errcode":50002,"errmsg":"未授权的域名"}', CATALOGUE, lang), form)
    say = messages(lang).say
    assert text.count(say("origin.platform")) == 1
    sure = say("text.certainty", certainty=say("certainty.sure"))
    assert text.count(sure) == 1


def test_the_value_follows_the_step_that_names_it() -> None:
    link = (
        "https://open.qingtui.com/v1/oauth2/authorize?appid=1&redirect_uri=http%3A%2F%2Foa.abc.cn"
    )
    report = diagnose(f'{link}\n{{"errcode":50002,"errmsg":"未授权的域名"}}', CATALOGUE)
    for form in ("text", "ticket", "markdown"):
        lines = render(report, form).splitlines()
        at = next(i for i, line in enumerate(lines) if "安全域名 填：abc.cn" in line)
        assert re.match(r"\s*1\. .*abc\.cn", lines[at - 1])
        assert re.match(r"\s*2\. ", lines[at + 1])


def test_lines_read_the_same_in_every_form() -> None:
    few = "\n".join(['{"errcode":42001}', "x", '{"errcode":42001}', '{"errcode":42001}'])
    many = "\n".join(['{"errcode":42001}'] * 9)
    for form in ("text", "ticket", "markdown"):
        assert "第 1、3、4 行" in render(diagnose(few, CATALOGUE), form)
        assert "9 次 · 第 1 – 9 行" in render(diagnose(many, CATALOGUE), form)


LOG = '2026-11-02 10:00:0%d ERROR c.a.B - {"errcode":42001}'


@pytest.mark.parametrize(
    ("paste", "zh", "en"),
    [
        ('{"errcode":42001}', "JSON，1 处错误（第 1 行）", "JSON, 1 error (line 1)"),
        ('{"errcode":0}', "JSON，1 处成功返回", "JSON, 1 success"),
        (
            "\n".join([LOG % 1, LOG % 2, LOG % 3, '2026-11-02 10:00:05 INFO a.B - {"msg_id":"1"}']),
            "Java 日志，4 段 JSON，其中 3 段是错误（第 1、2、3 行）",
            "Java log, 4 JSON, 3 of them errors (lines 1, 2, 3)",
        ),
        (
            "\n".join(LOG % i for i in range(9)),
            "Java 日志，9 段 JSON，都是错误",
            "Java log, 9 JSON, all errors",
        ),
        (
            "报错 50002",
            "一句话，提到 1 处错误（第 1 行）",
            "a sentence, 1 error mentioned (line 1)",
        ),
    ],
)
def test_how_it_was_read_is_one_short_line(paste: str, zh: str, en: str) -> None:
    assert diagnose(paste, CATALOGUE, "zh").read_as == f"识别为：{zh}"
    assert diagnose(paste, CATALOGUE, "en").read_as == f"Read as: {en}"


def test_successes_of_different_bodies_are_named_apart() -> None:
    paste = '{"access_token":"abcDEF123456","expires_in":7200}\n{"msg_id":"m-1"}'
    report = diagnose(paste, CATALOGUE)
    assert [row.title for row in report.summary] == [
        "成功返回：取 access_token",
        "成功返回：有 msg_id",
    ]


def test_a_hint_alone_is_no_proof_of_the_platform() -> None:
    paste = '{"errcode":60011,"errmsg":"no privilege to access/modify contact, hint: [1]"}'
    report = diagnose(paste, CATALOGUE)
    finding = report.findings[0]
    assert (finding.platform, finding.certainty) == ("wecom", "likely")
    assert finding.title == "像是企业微信的返回，不是轻推的"
    assert "像是企业微信返回的" in render(report, "reply")
    assert "标识：1" not in render(report, "ticket")
    sure = paste.replace("hint: [1]", "more info at https://open.work.weixin.qq.com/x?e=60011")
    assert diagnose(sure, CATALOGUE).findings[0].certainty == "sure"
    wechat = '{"errcode":40029,"errmsg":"invalid code hint: [x], rid: 64a1b2c3-0a1b2c3d"}'
    finding = diagnose(wechat, CATALOGUE).findings[0]
    assert (finding.platform, finding.certainty) == ("wechat", "sure")


def test_the_reply_says_whose_it_is_not() -> None:
    paste = "KeyError: 'access_token'"
    assert "不是轻推平台返回的" in render(diagnose(paste, CATALOGUE), "reply")
    assert "did not return it" in render(diagnose(paste, CATALOGUE, "en"), "reply")


def test_few_other_meanings_are_told() -> None:
    report = diagnose('{"errcode":"40100","errmsg":"org_id is required"}', CATALOGUE)
    assert len(report.findings[0].alternatives) == 22
    assert "其他可能" not in render(report, "text")
    assert "其他可能" not in render(diagnose('{"errcode":0,"errmsg":"ok"}', CATALOGUE), "text")


def test_nothing_found_is_said_once() -> None:
    text = render(diagnose("明天上午开会", CATALOGUE), "ticket")
    assert text.count("没有找到错误码") == 1
