"""An error that the platform did not make is told by who made it, with their steps first."""

from __future__ import annotations

import pytest

from qt_app.api import diagnose, load_catalogue

SDK = "com.cisdi.nudgeplus.sdk.exception.IllegalRequestException: "
PASTES = [
    (SDK + '{"errcode":40001,"errmsg":"invalid token"}', "读不出企业 id", "长度"),
    (SDK + '{"errcode":40038,"errmsg":"不合法的请求格式"}', "不是 JSON", "真正收到的回复"),
    ('GET https://oa.abc.com.cn/x\n{"errcode":-1,"errmsg":"system error"}', "客户自己的", "日志"),
]


@pytest.mark.parametrize(("paste", "what", "step"), PASTES)
def test_the_maker_is_told_first(paste: str, what: str, step: str) -> None:
    (finding,) = diagnose(paste, load_catalogue()).findings
    assert finding.origin == "client"
    assert what in finding.verdict
    assert step in finding.steps[0].text
    assert len(finding.steps) <= 4
    assert finding.who == "developer"


def test_the_platforms_own_error_keeps_the_catalogues_words() -> None:
    paste = '{"errcode":40038,"errmsg":"不合法的请求格式"}'
    (finding,) = diagnose(paste, load_catalogue()).findings
    assert finding.origin == "platform"
    assert "不是 JSON，就自己报了" not in finding.verdict
