"""Kept cases in another language than they were kept in."""

from __future__ import annotations

from dataclasses import replace

from qt_app.gui.app import load_catalogue
from qt_app.gui.case_words import in_language
from qt_app.services.cases import KeptCase, parse_case

NOW = "2026-11-27T10:00:00.000+08:00"
CASE = KeptCase(
    "0" * 32, "50002 网页域名没有授权", "error", "平台没有认 oa.abc.com.cn。", "文本", NOW, NOW,
    entry_id="global/50002", lang="zh",
)  # fmt: skip


def test_title_and_verdict_follow_the_language() -> None:
    catalogue = load_catalogue()
    assert in_language(CASE, catalogue, "zh") is CASE
    english = in_language(CASE, catalogue, "en")
    assert english.title == "50002 Page's domain not authorised"
    assert english.verdict.startswith("The platform did not accept")
    assert "{" not in english.verdict
    assert (english.text, english.id, english.lang) == (CASE.text, CASE.id, "en")


def test_what_no_entry_says_stays() -> None:
    for entry_id in ("", "global/1"):
        case = replace(CASE, entry_id=entry_id)
        assert in_language(case, load_catalogue(), "en") is case


def test_a_case_from_before_is_read() -> None:
    data = {
        name: getattr(CASE, name) for name in CASE.__slots__ if name not in ("entry_id", "lang")
    }
    case = parse_case(data)
    assert case is not None
    assert (case.entry_id, case.lang) == ("", "")
