"""The guided lists' state: nothing locks, answers count for more, the worst step leads."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qt_app.core.checklist.build import build_checklists
from qt_app.core.checklist.machine import ANSWERS, STATES, Run, prefilled, start
from qt_app.core.checks.model import CheckResult, Step

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "checklists"
FILES = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.toml")}
LISTS = build_checklists(FILES)


def domain(**statuses: str) -> Run:
    steps = [Step(f"domain.{name}", status, "D-01") for name, status in statuses.items()]
    return start(LISTS, "domain").with_result(CheckResult("domain", "x", tuple(steps)))


def test_a_fresh_list_waits_and_asks() -> None:
    run = start(LISTS, "domain", {"target": "a.com"})
    assert run.step("domain.form").state == "waiting"
    assert run.step("domain.client").state == "manual"
    assert run.verdict == "unknown"
    assert run.worst_step is None
    assert run.progress == (0, len(run.steps))
    assert not run.finished


def test_nothing_locks_later_steps_are_for_reference() -> None:
    run = domain(form="fail", covers="pass")
    assert run.for_reference("domain.covers")
    assert run.step("domain.covers").state == "pass"
    assert not run.for_reference("domain.form")
    assert run.answered("domain.cache", "pass").step("domain.cache").state == "pass"


def test_an_answer_overrides_the_tool_and_can_be_taken_back() -> None:
    run = domain(form="fail").answered("domain.form", "pass")
    step = run.step("domain.form")
    assert (step.state, step.automatic, step.outcome) == ("pass", False, None)
    assert run.verdict == "pass"
    back = run.answered("domain.form", None)
    assert back.step("domain.form").outcome == "D-01"
    assert back.verdict == "fail"


def test_an_answer_that_agrees_keeps_the_number() -> None:
    assert domain(form="fail").answered("domain.form", "fail").step("domain.form").outcome == "D-01"


@pytest.mark.parametrize(
    ("answer", "number"),
    [("pass", "D-61"), ("fail", "D-62"), ("unsure", "D-63"), ("skip", None)],
)
def test_answers_to_a_question_have_numbers(answer: str, number: str | None) -> None:
    run = start(LISTS, "domain").answered("domain.cache", answer)
    assert run.step("domain.cache").outcome == number
    assert run.step("domain.cache").state == answer


def test_the_verdict_is_the_worst_so_far_and_names_the_first_such_step() -> None:
    run = domain(form="warn", registrable="fail", covers="fail")
    assert run.verdict == "fail"
    assert run.worst_step is not None
    assert run.worst_step.id == "domain.registrable"


def test_unsure_and_skip_decide_nothing() -> None:
    run = start(LISTS, "domain").answered("domain.cache", "unsure")
    run = run.answered("domain.client", "skip")
    assert run.verdict == "unknown"
    assert run.progress[0] == 2


def test_running_and_stopping() -> None:
    run = domain(form="pass").answered("domain.form", "fail").started()
    assert run.step("domain.form").state == "running"
    assert run.step("domain.client").state == "manual"
    stopped = run.stopped()
    assert stopped.step("domain.form").state == "fail"
    assert stopped.step("domain.covers").state == "waiting"


def test_checking_one_step_again_forgets_its_answer_only() -> None:
    run = domain(form="pass", covers="pass")
    run = run.answered("domain.form", "fail").answered("domain.covers", "fail")
    run = run.started(["domain.form"])
    result = CheckResult(
        "domain", "x", (Step("domain.form", "warn", "D-24"), Step("domain.covers", "warn", "D-24"))
    )
    run = run.with_result(result, only="domain.form")
    assert run.step("domain.form").state == "warn"
    assert run.step("domain.covers").state == "fail"


def test_a_probe_does_not_answer_for_people() -> None:
    run = domain(cache="manual")
    assert run.step("domain.cache").result is None
    assert run.step("domain.cache").state == "manual"


def test_results_of_other_lists_are_dropped() -> None:
    run = start(LISTS, "domain").with_step(Step("token.form", "fail", "T-02"))
    assert run == start(LISTS, "domain")


def test_branches_and_the_next_open_step() -> None:
    run = start(LISTS, "domain").answered("domain.certified", "fail")
    following = run.next_step("domain.certified")
    assert following is not None
    assert following.id == "domain.form"
    run = start(LISTS, "domain").answered("domain.form", "pass")
    following = run.next_step("domain.form")
    assert following is not None
    assert following.id == "domain.registrable"


def test_the_end_has_no_next_step() -> None:
    run = start(LISTS, "domain")
    for step in run.steps:
        run = run.answered(step.id, "pass")
    assert run.finished
    assert run.next_step("domain.cache") is None
    assert run.verdict == "pass"


def test_what_a_paste_proves_is_ticked_until_checked() -> None:
    files = {**FILES, "domain": {**FILES["domain"], "steps": [*FILES["domain"]["steps"]]}}
    files["domain"]["steps"][0] = {**files["domain"]["steps"][0], "proves": ["50002"]}
    run = prefilled(build_checklists(files), "domain", {"target": "a.com"}, "50002")
    assert run.step("domain.form").state == "fail"
    assert run.inputs == {"target": "a.com"}
    assert run.with_step(Step("domain.form", "pass", "D-01")).step("domain.form").state == "pass"
    other = prefilled(build_checklists(files), "domain", {}, "40001")
    assert other.step("domain.form").state == "waiting"


def test_unknown_names_are_refused() -> None:
    run = start(LISTS, "domain")
    with pytest.raises(KeyError):
        start(LISTS, "nothing")
    with pytest.raises(KeyError):
        run.step("nothing")
    with pytest.raises(ValueError, match="maybe"):
        run.answered("domain.form", "maybe")


@given(
    st.lists(
        st.tuples(
            st.sampled_from([step.id for step in start(LISTS, "domain").steps]),
            st.sampled_from([*ANSWERS, None, "started", "stopped", "result"]),
        ),
        max_size=12,
    )
)
def test_any_sequence_leaves_a_sound_state(moves: list[tuple[str, str | None]]) -> None:
    run = start(LISTS, "domain")
    for name, move in moves:
        if move == "started":
            run = run.started([name])
        elif move == "stopped":
            run = run.stopped()
        elif move == "result":
            run = run.with_step(Step(name, "fail", "D-02"))
        else:
            run = run.answered(name, move)
    assert all(step.state in STATES for step in run.steps)
    done, total = run.progress
    assert run.finished == (done == total)
    assert (run.verdict == "unknown") == (run.worst_step is None)
