"""A success that leaves something to do says so; a plain one stays short."""

from __future__ import annotations

import pytest

from qt_app.api import diagnose, load_catalogue
from qt_app.api.rendering import render

NOTED = '{"errcode":"0","errmsg":"success and the accounts [a1] [b2] will not change password"}'
PLAIN = '{"errcode":"0","errmsg":"success"}'


@pytest.mark.parametrize(("lang", "kept"), [("zh", "密码"), ("en", "password")])
def test_the_note_is_told(lang: str, kept: str) -> None:
    report = diagnose(NOTED, load_catalogue(), lang=lang)
    finding = report.findings[0]
    assert finding.ok
    assert finding.entry is not None
    assert finding.entry.id == "member/0"
    assert kept in finding.title
    assert kept in finding.verdict
    assert finding.steps
    assert finding.customer is not None
    assert finding.customer in render(report, "reply")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_plain_success_has_no_steps(lang: str) -> None:
    report = diagnose(PLAIN, load_catalogue(), lang=lang)
    finding = report.findings[0]
    assert finding.ok
    assert finding.steps == ()
    assert finding.next == ()
    assert finding.customer is None
