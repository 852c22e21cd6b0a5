"""A check's result in one language: the fields of `check --format json`, and as text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from qt_app.api.messages import Messages, messages
from qt_app.api.report import SCHEMA, Said
from qt_app.core.checklist.model import Checklist, OutcomeText, StepText, fill
from qt_app.core.checks.model import CheckResult, Note, Step


@dataclass(frozen=True, slots=True)
class StepReport:
    """One step in words. `name`, `why` and `how` are the step's own; the rest its outcome's.

    `remedy` is the text of `remedies`, a sentence a line, None if there is nothing to do.
    """

    id: str
    status: str
    title: str
    detail: str
    remedy: str | None
    outcome: str | None
    data: Mapping[str, Any]
    name: str = ""
    why: str = ""
    how: str | None = None
    remedies: tuple[Said, ...] = ()
    outcomes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckReport:
    """A whole check; `target` is masked already."""

    check: str
    target: str
    verdict: str
    steps: tuple[StepReport, ...]
    lang: str = "zh"
    schema: int = SCHEMA

    def to_dict(self) -> dict[str, Any]:
        """Plain dicts and lists, ready for JSON, `schema` first."""
        return {"schema": self.schema, **asdict(self)}


class CheckWords:
    """Words results after the checklist files."""

    def __init__(self, checklists: Mapping[str, Checklist]) -> None:
        self.checklists = checklists
        self._outcomes: dict[str, OutcomeText] = {}
        self._steps: dict[str, StepText] = {}
        for checklist in checklists.values():
            self._outcomes.update(checklist.outcomes)
            self._steps.update({step.id: step for step in checklist.steps})

    def report(self, result: CheckResult, lang: str = "zh") -> CheckReport:
        """All of a result in `lang` ("zh" or "en")."""
        steps = tuple(self.step(step, lang) for step in result.steps)
        return CheckReport(result.check, result.target, result.verdict, steps, lang)

    def step(self, step: Step, lang: str) -> StepReport:
        """One step in `lang`; what else was found follows the outcome that names it."""
        notes = (Note(step.outcome, step.status, step.args), *step.more)
        worded = [(self._outcomes[note.outcome], note.args) for note in notes]
        details = [fill(text.detail.get(lang), args) for text, args in worded]
        remedies = tuple(_remedies(worded, lang))
        about = self._steps[step.id]
        return StepReport(
            id=step.id,
            status=step.status,
            title=fill(worded[0][0].title.get(lang), step.args),
            detail=("" if lang == "zh" else " ").join(details),
            remedy="\n".join(said.text for said in remedies) or None,
            outcome=step.outcome,
            data=dict(step.data),
            name=about.title.get(lang),
            why=about.why.get(lang),
            how=about.how.get(lang) if about.how else None,
            remedies=remedies,
            outcomes=tuple(note.outcome for note in notes),
        )

    def outcome(self, number: str) -> OutcomeText:
        """The words of one outcome; KeyError if there is no such number."""
        return self._outcomes[number]

    def about(self, id: str) -> StepText:  # noqa: A002
        """The words of one step; KeyError if there is no such step."""
        return self._steps[id]


def _remedies(worded: list[tuple[OutcomeText, Mapping[str, str]]], lang: str) -> list[Said]:
    said: dict[str, Said] = {}
    for text, args in worded:
        for remedy in text.remedies:
            if remedy.fits(args):
                sentence = fill(remedy.text.get(lang), args)
                said.setdefault(sentence, Said(sentence, remedy.source))
    return list(said.values())


def render_text(report: CheckReport) -> str:
    """The report for a console: verdict, then each step with its number, detail and remedies."""
    said = messages(report.lang)
    verdict = said.say(f"check.verdict_{report.verdict}")
    if report.verdict == "pass":
        verdict = passed_words(said, (step.status for step in report.steps))
    lines = [said.say("check.headline", target=report.target.strip() or "-", verdict=verdict)]
    for step in report.steps:
        number = said.say("check.number", number=step.outcome) if _is_quoted(step) else ""
        state = said.say(f"check.state_{step.status}")
        lines += [
            "",
            said.say("check.step", state=state, name=asked(step.name), title=step.title) + number,
            f"    {step.detail}",
            *(f"    → {remedy.text}" for remedy in step.remedies),
        ]
        if step.status == "manual" and step.how:
            lines.append(f"    {step.how}")
    return "\n".join(lines) + "\n"


def asked(name: str) -> str:
    """A step's name before a colon: a question loses its mark there."""
    return name.rstrip("?？")


def passed_words(said: Messages, states: Iterable[str]) -> str:
    """How a list is summed up whose decided steps passed: what is open is counted, too."""
    counts = Counter(states)
    open_steps = [state for state in ("unsure", "skip", "manual") if counts[state]]
    if not open_steps:
        return said.say("check.verdict_pass")
    first = "no_problem" if counts["unsure"] else "passed_checked"
    parts = [said.say(f"check.{first}")]
    for state in open_steps:
        key = f"check.count_{state}{'_one' if counts[state] == 1 else ''}"
        parts.append(said.say(key, n=counts[state]))
    return said.say("guided.comma").join(parts)


def _is_quoted(step: StepReport) -> bool:
    """Only what went wrong is ever quoted by its number on the phone."""
    return step.status in ("fail", "warn")
