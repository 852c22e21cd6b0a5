"""The report's fields as the contract names them, and what they say, in both languages."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import Any

import pytest

from qt_app.api import Cancelled, Input, Report, analyse, diagnose, load_catalogue, render
from qt_app.core.catalogue.entries import SEVERITIES, SOURCES, WHO

CATALOGUE = load_catalogue()
CHINESE = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|'[^']*'|\([^()]*\)")
DOMAIN = (
    "https://open.qingtui.cn/v1/oauth2/authorize?appid=2718281828"
    "&redirect_uri=https%3A%2F%2Foa.abc.com.cn%2Flogin\n"
    '{"errcode":50002,"errmsg":"未授权的域名"}'
)
LOG = (
    '2026-11-02 10:02:05.007 ERROR PushJob - {"errcode":42001,"errmsg":"access_token超时"}\n'
    "2026-11-02 10:02:06.000 INFO  ok\n"
    '2026-11-02 10:02:16.114 ERROR PushJob - {"errcode":42001,"errmsg":"access_token超时"}\n'
    '2026-11-02 10:03:07.310 INFO  TokenJob - {"access_token":"abcDEF123456","expires_in":7200}\n'
)
PASTES = {
    "domain": DOMAIN,
    "log": LOG,
    "undecided": "客户说报错 45002",
    "unknown": '{"errcode":40999,"errmsg":"quota of \u202e x"}',
    "foreign": '{"errcode":40013,"errmsg":"invalid appid hint: [abc] rid: 5f-1-2"}',
    "sdk": "com.cisdi.nudgeplus.sdk.exception.IllegalRequestException: "
    '{"errcode":40038,"errmsg":"不合法的请求格式"}',
    "tls": "PKIX path building failed: unable to find valid certification path",
    "jssdk": '{"errMsg":"chooseImage:cancel"}',
    "nothing": "明天上午开会",
    "empty": "",
    "params": '{"errcode":"40100","errmsg":"page_size must be an integer less than or equals '
    'to 100"}',
}


def one(text: str, lang: str = "zh") -> Any:
    (finding,) = diagnose(text, CATALOGUE, lang).findings
    return finding


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", PASTES)
def test_every_field_of_the_contract(name: str, lang: str) -> None:
    report = json.loads(render(diagnose(PASTES[name], CATALOGUE, lang), "json"))
    assert report["schema"] == 1
    (source,) = report["sources"]
    assert {"name", "bytes", "lines", "encoding"} <= source.keys()
    assert source["bytes"] == len(PASTES[name].encode())
    assert isinstance(report["read_as"], str)
    assert "\n" not in report["read_as"]
    assert all(isinstance(note, str) and note for note in report["notes"])
    for finding in report["findings"]:
        check_finding(finding, PASTES[name])
    for row in report["summary"]:
        assert {
            "entry_id", "code", "table", "count", "first_line", "last_line", "first_time",
            "last_time", "follows",
        } <= row.keys()  # fmt: skip


def check_finding(finding: dict[str, Any], text: str) -> None:
    assert finding["kind"] in ("response", "mention", "transport", "jssdk")
    assert finding["origin"] in ("platform", "client", "network", "foreign", "unknown")
    assert isinstance(finding["code"], str)
    assert finding["severity"] in SEVERITIES
    assert finding["who"] in (*WHO, None)
    assert finding["certainty"] in ("sure", "likely", "possible")
    assert finding["title"]
    assert finding["verdict"]
    assert finding["verdict"].rstrip("。.").count("。") == 0
    assert 0 <= finding["start"] < finding["end"] <= len(text.encode())
    if finding["entry"] is not None:
        assert finding["entry"].keys() == {"id", "table", "code", "message"}
    for sentence in (*finding["steps"], *finding["next"]):
        assert sentence.keys() == {"text", "source"}
        assert sentence["source"] in SOURCES
        assert "{" not in sentence["text"]
    for other in finding["alternatives"]:
        assert {"entry", "confidence", "sign", "first_step"} <= other.keys()
    for sign in finding["evidence"]:
        assert sign["rule"]
        assert sign["text"]
        assert len(sign["chip"]) <= 20
    if finding["undecided"]:
        assert finding["steps"] == []
        assert finding["enter"] is None
        assert finding["ask"]
    if finding["enter"] is not None:
        assert finding["enter_label"]


@pytest.mark.parametrize("name", PASTES)
def test_english_holds_no_chinese_of_ours(name: str) -> None:
    report = diagnose(PASTES[name], CATALOGUE, "en")
    said = [report.read_as, *report.notes]
    for finding in report.findings:
        said += [finding.title, finding.verdict, finding.ask or "", finding.enter_label or ""]
        said += [text.text for text in (*finding.steps, *finding.next)]
        said += [sign.text for sign in finding.evidence] + [sign.chip for sign in finding.evidence]
        said += [finding.customer or "", *finding.facts]
    assert not [text for text in said if CHINESE.search(QUOTED.sub("", text))]


def test_decided() -> None:
    finding = one(DOMAIN)
    assert finding.entry.id == "global/50002"
    assert finding.enter == "abc.com.cn"
    assert finding.enter_label == "安全域名 填"
    assert any("abc.com.cn" in step.text for step in finding.steps)
    assert finding.what == "平台没有认 oa.abc.com.cn：它不在安全域名里，或者客户端还留着旧缓存。"
    assert finding.checklist == "domain"
    assert one(DOMAIN, "en").what == (
        "The platform did not accept oa.abc.com.cn: it is not under the safe domain, "
        "or the app's cache is stale."
    )
    assert any(sign.chip == "链接里的域名 oa.abc.com.cn" for sign in finding.evidence)
    assert any(sign.chip == "Link: oa.abc.com.cn" for sign in one(DOMAIN, "en").evidence)


def test_undecided() -> None:
    finding = one(PASTES["undecided"])
    assert finding.title == "有两种含义"
    assert finding.steps == finding.next == ()
    assert finding.enter is None
    assert [other.entry.id for other in finding.meanings] == ["global/45002", "common/45002"]
    assert all(other.sign and other.first_step for other in finding.meanings)
    assert one(PASTES["undecided"], "en").title == "Two meanings"


def test_unknown_code_shows_the_nearest_and_the_platforms_text() -> None:
    finding = one(PASTES["unknown"])
    assert finding.title == "40999 不在码表里"
    assert "quota of [U+202E] x" in finding.verdict
    assert any("40009" in sign.text for sign in finding.evidence)


def test_another_platforms_answer() -> None:
    finding = one(PASTES["foreign"])
    assert (finding.origin, finding.entry) == ("foreign", None)
    assert finding.title == "这是微信的返回，不是轻推的"
    assert "轻推后台" not in "".join(step.text for step in finding.steps)


SURE = {"zh": ("确定", "很可能", "可能"), "en": ("sure", "likely", "possible")}


@pytest.mark.parametrize("lang", SURE)
@pytest.mark.parametrize("name", PASTES)
def test_the_verdict_names_side_certainty_and_source(name: str, lang: str) -> None:
    for finding in diagnose(PASTES[name], CATALOGUE, lang).findings:
        level = SURE[lang][("sure", "likely", "possible").index(finding.certainty)]
        assert finding.verdict.startswith(finding.what.rstrip("。.")[:8])
        assert f"：{level}" in finding.verdict or f": {level}" in finding.verdict
        assert len(finding.verdict) > len(finding.what)
        if finding.entry is not None and not finding.ok:
            assert ("依据：" if lang == "zh" else "source: ") in finding.verdict


def test_made_by_the_sdk() -> None:
    finding = one(PASTES["sdk"])
    assert finding.origin == "client"
    assert finding.what == (
        "这是官方 Java SDK 自己报的：收到的回复不是 JSON，先看服务器真正返回了什么。"
    )


def test_success_and_cancel() -> None:
    success = one('{"access_token":"abcDEF123456","expires_in":7200}')
    assert (success.ok, success.code, success.entry, success.steps) == (True, "0", None, ())
    assert success.title == "成功返回：取 access_token"
    assert success.title not in success.verdict
    assert one('{"errcode":0,"errmsg":"ok"}').title == "成功返回，没有错误码"
    assert one(PASTES["jssdk"]).title == "用户取消了操作"


def test_words_again_without_diagnosing_again() -> None:
    analysis = analyse(LOG, CATALOGUE)
    zh, en, open_ = (
        analysis.report("zh"),
        analysis.report("en"),
        analysis.report("zh", redact=False),
    )
    assert [f.code for f in zh.findings] == [f.code for f in en.findings]
    assert zh.findings[0].title != en.findings[0].title
    assert "abcDEF123456" in open_.findings[-1].raw
    assert (open_.redacted, open_.masked) == (False, ())
    assert "«token-1»" in zh.findings[-1].raw


def test_groups() -> None:
    report = diagnose(LOG, CATALOGUE)
    row = report.summary[0]
    assert (row.entry_id, row.count, row.first_line, row.last_line) == ("global/42001", 2, 1, 3)
    assert row.first_time == "2026-11-02T10:02:05.007"
    assert row.title == report.findings[0].title


def test_inputs_in_order_progress_and_stop() -> None:
    inputs = [Input("a", "报错 50002"), Input("b", b""), Input("c", '{"errcode":42001}')]
    told: list[tuple[int, int]] = []
    report = analyse(
        inputs, CATALOGUE, progress=lambda done, whole: told.append((done, whole))
    ).report()
    assert [source.name for source in report.sources] == ["a", "b", "c"]
    assert [finding.source for finding in report.findings] == [0, 2]
    assert told[-1] == (3, 3)
    with pytest.raises(Cancelled):
        analyse(inputs, CATALOGUE, cancelled=lambda: True)


@pytest.mark.parametrize("junk", ["\ud800{", b"\xff\xfe\x00", "\x00" * 50, '{"errcode":"\ud800"}'])
def test_no_exception(junk: str | bytes) -> None:
    report = diagnose(junk, CATALOGUE)
    for form in ("text", "json", "ndjson", "markdown", "ticket", "reply"):
        render(report, form).encode("utf-8")


def test_no_qt_is_imported() -> None:
    code = "import qt_app.api, sys; sys.exit(any(m.startswith('PySide6') for m in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_report_is_a_value() -> None:
    report = diagnose(LOG, CATALOGUE)
    assert isinstance(report, Report)
    assert report == diagnose(LOG, CATALOGUE)


def test_where_errors_stand_is_said_of_one_line_and_of_several() -> None:
    one = '{"errcode":42001}\n'
    assert diagnose(one, CATALOGUE, lang="en").read_as.endswith("(line 1)")
    assert diagnose(one * 2, CATALOGUE, lang="en").read_as.endswith("(lines 1, 2)")
