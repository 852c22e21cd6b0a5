"""The written forms: what stands where, nothing pasted can break them, no secret in any."""

from __future__ import annotations

import base64
import json
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qt_app import __version__
from qt_app.api import FORMATS, analyse, diagnose, load_catalogue, render, search_codes
from qt_app.api.as_markdown import escaped, fenced

CATALOGUE = load_catalogue()
TWO = (
    "2026-11-02 10:01:58.402 GET https://open.qingtui.com/v1/token 200\n"
    '2026-11-02 10:01:58.502 WARN res={"errcode":40001,"errmsg":"获取access_token时AppSecret错误,'
    '或者access_token无效."}\n'
    '2026-11-02 10:02:05.007 ERROR {"errcode":48001,"errmsg":"x"}\n'
)
DOMAIN = (
    "https://open.qingtui.cn/v1/oauth2/authorize?appid=2718281828"
    "&redirect_uri=https%3A%2F%2Foa.abc.com.cn%2Flogin\n"
    '{"errcode":50002,"errmsg":"未授权的域名"}'
)
SECRETS = {
    "token": "Zk3fA9xQ77plmN0w",
    "secret": "0123456789abcdef0123456789abcdef",
    "password": "p/w+Xy&z=99!q",
    "cookie": "SESS-8899aabbccdd",
    "mobile": "13800138000",
    "mail": "zhang.san@example.com",
}
LEAKY = (
    f"王工 {SECRETS['mobile']} {SECRETS['mail']}\n"
    f"Cookie: JSESSIONID={SECRETS['cookie']}\n"
    f"GET https://open.qingtui.com/v1/app/followers?access_token={SECRETS['token']}&page_size=10\n"
    f'{{"errcode":40999,"errmsg":"bad {SECRETS["token"]} of {SECRETS["mobile"]}",'
    f'"appsecret":"{SECRETS["secret"]}","password":{json.dumps(SECRETS["password"])},'
    f'"again":"{quote(SECRETS["password"], safe="")}"}}\n'
    f'{{"errcode":42001,"errmsg":"access_token超时","access_token":"{SECRETS["token"]}"}}\n'
)


def written(text: str, form: str, lang: str = "zh") -> str:
    return render(diagnose(text, CATALOGUE, lang), form)


def test_ticket_has_its_parts_in_order() -> None:
    text = written(DOMAIN, "ticket")
    assert text.startswith("识别为：")
    heads = ["结论：", "依据：", "建议：", "原始返回（已遮盖）：", "时间、接口：", "版本："]
    places = [text.index(head) for head in heads]
    assert places == sorted(places)
    assert "安全域名 填：abc.com.cn" in text
    assert f"{__version__}，码表 {CATALOGUE.date}" in text


def test_ticket_tells_every_group_of_problems() -> None:
    text = written(TWO, "ticket")
    assert text.index("问题 1") < text.index("40001") < text.index("问题 2") < text.index("48001")
    assert "open.qingtui.com/v1/token" in text
    english = written(TWO, "ticket", "en")
    assert english.startswith("Read as:")
    assert "Problem 2" in english
    assert "Raw response (masked):" in english


def test_ticket_unmasked_says_so() -> None:
    report = analyse(LEAKY, CATALOGUE).report(redact=False)
    text = render(report, "ticket")
    assert "原始返回（未遮盖）：" in text
    assert SECRETS["token"] in text


def test_ticket_without_a_problem() -> None:
    assert "没有发现问题，1 处成功返回。" in written('{"errcode":0,"errmsg":"ok"}', "ticket")
    assert "没有找到错误码。" in written("开会", "ticket")


def test_reply_asks_when_undecided_else_tells() -> None:
    asks = written('报错 45002\n\n{"errcode":42001,"errmsg":"access_token超时"}', "reply")
    assert "45002" in asks
    assert "42001" not in asks
    assert diagnose("报错 45002", CATALOGUE).findings[0].ask in asks
    tells = written(DOMAIN, "reply")
    assert tells.startswith("你好，")
    assert "安全域名 填：abc.com.cn" in tells
    assert "Hello," in written(DOMAIN, "reply", "en")


def test_reply_is_about_the_cause_not_what_follows() -> None:
    assert "40001" in written(TWO, "reply")


@pytest.mark.parametrize("text", ["", "开会", '{"errcode":0}', '{"errcode":40999}'])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_reply_always_says_something(text: str, lang: str) -> None:
    assert len(written(text, "reply", lang).splitlines()) >= 2


def test_summary_alone() -> None:
    report = diagnose(TWO, CATALOGUE)
    content = json.loads(render(report, "json", summary_only=True))
    assert content["findings"] == []
    assert [row["code"] for row in content["summary"]] == ["40001", "48001"]
    (line,) = render(report, "ndjson", summary_only=True).splitlines()
    assert json.loads(line).keys() == {"summary", "notes"}
    assert "怎么处理" not in render(report, "text", summary_only=True)
    assert "怎么处理" not in render(report, "markdown", summary_only=True)


def test_ndjson_is_a_finding_a_line() -> None:
    *findings, last = written(TWO, "ndjson").splitlines()
    assert [json.loads(line)["code"] for line in findings] == ["40001", "48001"]
    assert json.loads(last).keys() == {"summary", "notes"}


def test_unknown_form() -> None:
    with pytest.raises(ValueError, match="pdf"):
        written("x", "pdf")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_secret_in_any_form(form: str, lang: str) -> None:
    text = written(LEAKY, form, lang)
    for secret in SECRETS.values():
        for shape in (
            secret,
            quote(secret, safe=""),
            json.dumps(secret)[1:-1],
            base64.b64encode(secret.encode()).decode(),
        ):
            assert shape not in text
    assert "40999" in text or form == "reply"


def test_masked_is_counted_and_named() -> None:
    report = diagnose(LEAKY, CATALOGUE)
    counts = {one.kind: one.count for one in report.masked}
    assert counts["token"] == 3
    assert counts["mobile"] == 2
    assert "已遮盖" in render(report, "text")


@given(st.text(max_size=120), st.sampled_from(FORMATS))
@settings(max_examples=120)
def test_planted_secret_in_any_text(junk: str, form: str) -> None:
    secret = "Qx7zLm0pR4tVw9aB"
    text = f'{junk}\n{{"errcode":40999,"errmsg":"{secret}","access_token":"{secret}"}}\n{junk}'
    assert secret not in render(diagnose(text, CATALOGUE), form)


def test_markdown_is_escaped() -> None:
    hostile = '{"errcode":40999,"errmsg":"<script>alert(1)</script> [x](http://e.cn) `a` # b | c"}'
    report = written(hostile, "markdown")
    outside = "".join(report.split("```")[::2])
    assert "<script>" not in outside
    assert "[x](" not in outside
    assert escaped("1. a - b") == "1\\. a - b"
    assert escaped("- a") == "\\- a"
    assert escaped("a\u202eb") == "a\\[U\\+202E\\]b"
    assert fenced("a```b\n````").startswith("`````text\n")


def test_codes_are_the_contracts() -> None:
    rows = search_codes("50002")
    assert rows[0]["id"] == "global/50002"
    assert rows[0].keys() >= {
        "id", "table", "code", "message", "title", "severity", "who", "provenance", "meaning",
        "causes", "checks", "remedies", "endpoints", "related", "checklist",
    }  # fmt: skip
    assert rows[0]["meaning"].keys() == {"text", "source"}
    assert len(search_codes("")) == len(CATALOGUE)
    assert search_codes("wsqdym")[0]["id"] == "global/50002"
    assert {row["code"] for row in search_codes("-1")} == {"-1"}
    assert all("图片" not in row["message"] for row in search_codes("文件 -图片"))
    assert {row["table"] for row in search_codes("", table="org")} == {"org"}
    assert "{" not in json.dumps([row["remedies"] for row in search_codes("", "en")]).replace(
        '{"text"', ""
    )
