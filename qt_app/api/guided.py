"""The guided lists as a window shows them: state, words, and the checks that need no network.

run = desk.start("domain", {"target": link, "safe_domain": typed})
run = run_offline(desk, run)
view(run, desk.words, "zh").steps
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from qt_app.api.check_report import CheckWords, StepReport, passed_words
from qt_app.api.checks import CheckDesk
from qt_app.api.messages import Messages, messages
from qt_app.api.report import FindingReport, Said
from qt_app.core.checklist.machine import Run, StepState, prefilled, start
from qt_app.core.checklist.model import fill
from qt_app.core.checks.domain import check_domain, suggest_domain
from qt_app.core.checks.endpoint import is_platform
from qt_app.core.checks.link import check_link, is_link, page_of

TARGET, SAFE_DOMAIN = "target", "safe_domain"


@dataclass(frozen=True, slots=True)
class StepView:
    """One row and its detail. `line` is the one-line result; `number` the outcome to quote.

    `reference`: an earlier step failed. `automatic`: the state is the tool's own answer,
    `answered`: a person's.
    """

    id: str
    state: str
    state_word: str
    name: str
    line: str
    number: str | None
    why: str
    how: str | None
    question: str | None
    detail: str
    remedies: tuple[Said, ...] = ()
    reference: bool = False
    automatic: bool = False
    probed: bool = False
    answered: bool = False
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RunView:
    """The list in one language: verdict band, progress, rows.

    `verdict`: the run's, or "unsure" where nothing failed and somebody was not sure of a step.
    """

    name: str
    title: str
    verdict: str
    headline: str
    number: str | None
    done: int
    total: int
    finished: bool
    steps: tuple[StepView, ...]
    lang: str = "zh"


def begin(desk: CheckDesk, name: str, inputs: Mapping[str, str] | None = None) -> Run:
    """A fresh list; KeyError if there is none of that name."""
    return start(desk.words.checklists, name, inputs)


def begin_from(desk: CheckDesk, name: str, finding: FindingReport) -> Run:
    """A fresh list with what the finding's paste proves filled in."""
    exchange = finding.exchange
    known = {
        "url": str(exchange.get("url") or ""),
        "host": str(exchange.get("host") or ""),
        "enter": finding.enter or "",
        "code": finding.code,
    }
    return begin_with(desk, name, known)


def begin_with(desk: CheckDesk, name: str, known: Mapping[str, str]) -> Run:
    """A fresh list with what is known of a failing call: url, host, enter, code; all optional."""
    url, host, enter = (known.get(key, "") for key in ("url", "host", "enter"))
    target = url or host or enter
    if name == "domain" and is_platform(host) and not is_link(url):
        # The call went to the platform itself: its address is not the customer's page.
        target = enter
    return prefilled(desk.words.checklists, name, {TARGET: target}, known.get("code") or None)


def run_offline(desk: CheckDesk, run: Run, only: str | None = None) -> Run:
    """Check what needs no network: all of it, or one step again."""
    if run.name != "domain":
        return run
    target = run.inputs.get(TARGET, "").strip()
    typed = run.inputs.get(SAFE_DOMAIN, "")
    page = page_of(target) if target else ""
    if typed.strip():
        result = check_domain(typed, page or None, desk.suffixes)
        run = run.with_result(result, only)
    elif page:
        run = run.with_result(suggest_domain(page, desk.suffixes), only)
    if is_link(target):
        return run.with_result(check_link(target, desk.suffixes), only)
    return run.without(step.id for step in run.steps if step.text.probe == "link")


def view(run: Run, words: CheckWords, lang: str = "zh") -> RunView:
    """Everything a window needs to draw the list in `lang`."""
    steps = tuple(_step_view(run, step, words, lang) for step in run.steps)
    worst = run.worst_step
    done, total = run.progress
    return RunView(
        run.name,
        words.checklists[run.name].title.get(lang),
        _verdict(run),
        _headline(run, steps, lang),
        worst.outcome if worst is not None and worst.state != "pass" else None,
        done,
        total,
        run.finished,
        steps,
        lang,
    )


def _verdict(run: Run) -> str:
    """Never more certain than the steps are."""
    unsure = any(step.state == "unsure" for step in run.steps)
    return "unsure" if unsure and run.verdict in ("pass", "unknown") else run.verdict


def _headline(run: Run, steps: tuple[StepView, ...], lang: str) -> str:
    said, verdict = messages(lang), _verdict(run)
    if verdict == "unknown":
        return _nothing_judged(run, steps, said)
    key = "done" if run.finished else "so_far"
    if verdict in ("pass", "unsure"):
        # A step that waits for an answer is what "so far" says; the rest is counted.
        states = {step.state for step in run.steps} - {"manual"}
        if states <= {"pass", "waiting", "running"} and not run.finished:
            return said.say("guided.so_far_all")
        counted = [step.state for step in run.steps if step.state in states]
        return said.say(f"guided.{key}_pass", line=passed_words(said, counted))
    worst = run.worst_step
    line = next((step.line for step in steps if worst and step.id == worst.id), "")
    return said.say(f"guided.{key}", verdict=said.say(f"check.verdict_{verdict}"), line=line)


def _nothing_judged(run: Run, steps: tuple[StepView, ...], said: Messages) -> str:
    """Before a check; after one that could only say what to enter, or what is left to look at."""
    if all(step.result is None for step in run.steps):
        return said.say("guided.not_yet")
    enter = next((step.data["enter"] for step in steps if step.data.get("enter")), None)
    if enter is not None:
        return said.say("guided.so_far_enter", enter=enter)
    n = sum(step.state in ("manual", "waiting") for step in steps)
    if not n:
        return said.say("guided.skipped")
    return said.say("guided.so_far_look_one" if n == 1 else "guided.so_far_look", n=n)


def _step_view(run: Run, step: StepState, words: CheckWords, lang: str) -> StepView:
    worded = _worded(step, words, lang)
    text = step.text
    return StepView(
        id=step.id,
        state=step.state,
        state_word=messages(lang).say(f"guided.state_{step.state}"),
        name=text.title.get(lang),
        line=worded.title,
        number=worded.outcome,
        why=text.why.get(lang),
        how=text.how.get(lang) if text.how else None,
        question=text.question.get(lang) if text.question else None,
        detail=worded.detail,
        remedies=worded.remedies,
        reference=step.state not in ("waiting", "running") and run.for_reference(step.id),
        automatic=step.automatic,
        probed=text.probe is not None,
        answered=step.answer is not None,
        data=worded.data,
    )


def _worded(step: StepState, words: CheckWords, lang: str) -> StepReport:
    """The words of a step's state: of its answer, of the tool's result, or of neither."""
    said = messages(lang)
    answered = step.text.answers.get(step.answer or "")
    if answered is not None:
        outcome = words.outcome(answered)
        remedies = [remedy for remedy in outcome.remedies if remedy.fits({})]
        return _report(
            step,
            outcome.title.get(lang),
            fill(outcome.detail.get(lang), {}),
            answered,
            tuple(Said(fill(one.text.get(lang), {}), one.source) for one in remedies),
        )
    if step.result is not None and step.state == step.result.status:
        return words.step(step.result, lang)
    if step.answer is not None:
        title = said.say(f"guided.answered_{step.answer}")
        tool = words.step(step.result, lang) if step.result is not None else None
        detail = said.say("guided.tool_said", line=tool.title) if tool else ""
        return _report(step, title, detail, step.outcome, tool.remedies if tool else ())
    if step.proven:
        return _report(step, said.say("guided.proven"), said.say("guided.proven_detail"))
    return _report(step, said.say(f"guided.line_{step.state}"), "")


def _report(
    step: StepState,
    title: str,
    detail: str,
    outcome: str | None = None,
    remedies: tuple[Said, ...] = (),
) -> StepReport:
    remedy = "\n".join(said.text for said in remedies) or None
    data = step.result.data if step.result is not None else {}
    return StepReport(step.id, step.state, title, detail, remedy, outcome, data, remedies=remedies)
