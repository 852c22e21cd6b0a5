"""The guided domain list in words, its reports, and every outcome in both languages."""

from __future__ import annotations

import tomllib
from dataclasses import asdict
from pathlib import Path
from urllib.parse import quote

import pytest

from qt_app.api.check_report import render_text
from qt_app.api.checks import CheckDesk, load_desk
from qt_app.api.guided import begin, run_offline, view
from qt_app.api.guided_text import customer_text, ticket_text
from qt_app.core.checklist.machine import Run
from qt_app.core.checklist.model import PLACEHOLDER
from qt_app.core.checks.model import CheckResult, Step

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "checklists"
FILES = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.toml")}
PAGE = "https://oa.abc.com.cn/x"
LINK = "https://open.qingtui.com/v1/oauth2/authorize?appid=1234567890&redirect_uri=" + quote(
    PAGE, safe=""
)


@pytest.fixture(scope="module")
def desk() -> CheckDesk:
    return load_desk(FILES)


def checked(desk: CheckDesk, target: str, safe_domain: str = "") -> Run:
    return run_offline(desk, begin(desk, "domain", {"target": target, "safe_domain": safe_domain}))


def states(run: Run) -> dict[str, str]:
    return {step.id: step.state for step in run.steps}


def test_a_link_and_the_domain_entered_now(desk: CheckDesk) -> None:
    run = checked(desk, LINK, "www.abc.com.cn")
    assert states(run)["domain.covers"] == "fail"
    assert states(run)["link.redirect"] == "pass"
    seen = view(run, desk.words, "zh")
    assert (seen.verdict, seen.number) == ("fail", "D-54")
    assert seen.headline == "目前未通过：填得太细，没包括页面"
    assert (seen.done, seen.total) == (9, 13)
    row = next(step for step in seen.steps if step.id == "domain.registrable")
    assert row.data["enter"] == "abc.com.cn"
    assert row.automatic


def test_a_page_leaves_the_link_steps_out(desk: CheckDesk) -> None:
    run = checked(desk, PAGE, "abc.com.cn")
    assert states(run)["domain.covers"] == "pass"
    assert {states(run)[step.id] for step in run.steps if step.text.probe == "link"} == {"skip"}
    assert view(run, desk.words).headline == "目前查过的都通过，6 步跳过"


def test_nothing_is_called_passed_that_somebody_was_not_sure_of(desk: CheckDesk) -> None:
    run = checked(desk, PAGE, "abc.com.cn").answered("domain.cache", "unsure")
    seen = view(run, desk.words)
    assert (run.verdict, seen.verdict, seen.number) == ("pass", "unsure", None)
    assert seen.headline == "目前没有发现问题，1 步不确定，6 步跳过"
    for step in run.steps:
        run = run.answered(step.id, "pass") if step.state == "manual" else run
    seen = view(run, desk.words)
    assert seen.headline == "没有发现问题，1 步不确定，6 步跳过"
    assert "结论：没有发现问题，1 步不确定，6 步跳过" in ticket_text(seen, PAGE)
    assert "还有几项要看一下" in customer_text(seen, PAGE)
    said = view(run, desk.words, "en").headline
    assert said == "no problem found, not sure about 1 step, 6 steps skipped"


def test_a_list_with_skipped_steps_did_not_pass_as_a_whole(desk: CheckDesk) -> None:
    run = checked(desk, PAGE, "abc.com.cn")
    for step in run.steps:
        run = run.answered(step.id, "pass") if step.state == "manual" else run
    assert view(run, desk.words).headline == "查过的都通过，6 步跳过"
    for step in run.steps:
        run = run.answered(step.id, "pass")
    assert view(run, desk.words).headline == "全部通过"
    assert view(run, desk.words, "en").headline == "all passed"


def test_a_failure_stays_the_worst_beside_an_unsure_step(desk: CheckDesk) -> None:
    run = checked(desk, PAGE, "www.abc.com.cn").answered("domain.cache", "unsure")
    assert view(run, desk.words).verdict == "fail"
    alone = begin(desk, "domain").answered("domain.cache", "unsure")
    assert view(alone, desk.words).headline == "目前没有发现问题，1 步不确定"
    skipped = begin(desk, "domain").answered("domain.cache", "skip")
    assert view(skipped, desk.words).headline == "还没有检查"


def test_without_the_domain_entered_now_the_right_one_is_named(desk: CheckDesk) -> None:
    run = checked(desk, LINK)
    found = run.step("domain.registrable")
    assert found.state == "manual"
    assert found.result is not None
    assert found.result.data["enter"] == "abc.com.cn"
    row = next(s for s in view(run, desk.words, "en").steps if s.id == "domain.registrable")
    assert any("abc.com.cn" in remedy.text for remedy in row.remedies)


def test_what_to_enter_is_the_headline_while_nothing_else_is_known(desk: CheckDesk) -> None:
    run = checked(desk, "https://oa.abc.com.cn:8080/login")
    assert run.verdict == "unknown"
    told = view(run, desk.words)
    assert told.headline == "目前只知道安全域名该填 abc.com.cn"
    assert "abc.com.cn" in view(run, desk.words, "en").headline
    report = ticket_text(told, "https://oa.abc.com.cn:8080/login")
    assert "结论：目前只知道安全域名该填 abc.com.cn" in report
    assert "还没有检查" not in report
    assert report.count("abc.com.cn") >= 3


def test_with_nothing_typed_nothing_is_decided(desk: CheckDesk) -> None:
    run = checked(desk, "")
    assert run.verdict == "unknown"
    assert view(run, desk.words).headline == "还没有检查"


def test_one_step_again(desk: CheckDesk) -> None:
    run = checked(desk, PAGE, "abc.com.cn").answered("domain.covers", "fail")
    run = run_offline(desk, run.started(["domain.covers"]), only="domain.covers")
    assert run.step("domain.covers").state == "pass"


def test_answers_are_worded(desk: CheckDesk) -> None:
    run = checked(desk, PAGE, "www.abc.com.cn").answered("domain.covers", "pass")
    run = run.answered("domain.cache", "unsure")
    rows = {step.id: step for step in view(run, desk.words, "zh").steps}
    assert rows["domain.covers"].line == "你标为通过"
    assert "填得太细" in rows["domain.covers"].detail
    assert rows["domain.cache"].number == "D-63"
    assert "划掉轻推" in rows["domain.cache"].detail


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_reports_for_ticket_and_customer(desk: CheckDesk, lang: str) -> None:
    secret = "https://u:geheim@oa.abc.com.cn/x?access_token=geheim"
    run = checked(desk, secret, "com.cn")
    seen = view(run, desk.words, lang)
    ticket, customer = ticket_text(seen, secret), customer_text(seen, secret)
    assert "D-33" in ticket
    for text in (ticket, customer):
        assert "abc.com.cn" in text
        assert "geheim" not in text
    fine = view(checked(desk, PAGE, "abc.com.cn"), desk.words, lang)
    assert PAGE in customer_text(fine, PAGE)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_outcome_has_words_in_both_languages(desk: CheckDesk, lang: str) -> None:
    for checklist in desk.words.checklists.values():
        for text in checklist.outcomes.values():
            holes = PLACEHOLDER.findall(text.title.zh + text.detail.zh)
            holes += [hole for one in text.remedies for hole in PLACEHOLDER.findall(one.text.zh)]
            args = {hole: f"<{hole}>" for hole in holes}
            step = Step(text.step, text.status, text.number, args)
            report = desk.words.report(CheckResult(checklist.name, "x", (step,)), lang)
            shown = render_text(report)
            assert "{" not in shown
            assert all(f"<{hole}>" in shown for hole in PLACEHOLDER.findall(text.detail.zh))
            assert report.to_dict()["steps"][0]["outcome"] == text.number


def test_a_view_is_plain_data(desk: CheckDesk) -> None:
    data = asdict(view(checked(desk, LINK, "a.com"), desk.words))
    assert [step["id"] for step in data["steps"]][:3] == [
        "domain.form",
        "domain.registrable",
        "domain.covers",
    ]
