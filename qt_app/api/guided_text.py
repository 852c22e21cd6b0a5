"""A guided list as text: for the ticket, and for the customer. Both are masked."""

from __future__ import annotations

from qt_app.api.check_report import asked
from qt_app.api.guided import RunView, StepView
from qt_app.api.messages import Messages, messages
from qt_app.core.checks.masking import mask_address, show
from qt_app.core.redaction import collect

_PROBLEM = ("fail", "warn")


def ticket_text(view: RunView, target: str) -> str:
    """All steps with their state, numbers and what to do."""
    said = messages(view.lang)
    lines = [
        said.say("guided.ticket_title", title=view.title),
        said.say("guided.ticket_target", target=_masked_target(target)),
        said.say("guided.ticket_verdict", line=view.headline),
        said.say("guided.ticket_progress", done=view.done, total=view.total),
        "",
    ]
    for number, step in enumerate(view.steps, 1):
        lines += _ticket_step(number, step, said)
    return _masked("\n".join(lines) + "\n")


def customer_text(view: RunView, target: str) -> str:
    """What the customer has to do, without our terms; what to send if nothing was found."""
    said = messages(view.lang)
    wrong = [step for step in view.steps if step.state == "fail"]
    wrong = wrong or [step for step in view.steps if step.state == "warn"]
    lines = [said.say("reply.hello")]
    if not wrong:
        key = "customer_fine" if view.finished and view.verdict == "pass" else "customer_open"
        lines.append(said.say(f"guided.{key}", target=_masked_target(target)))
        return _masked("\n".join([*lines, *_to_do(view, said)]) + "\n")
    lines.append(said.say("guided.customer_found", target=_masked_target(target)))
    for number, step in enumerate(wrong, 1):
        lines.append(f"{number}. {step.line}{said.say('guided.colon')}{step.detail}".rstrip("：: "))
        lines += [f"   {remedy.text}" for remedy in step.remedies]
    lines.append(said.say("guided.customer_again"))
    return _masked("\n".join(lines) + "\n")


def _to_do(view: RunView, said: Messages) -> list[str]:
    """What only the customer can look at."""
    asked = [step for step in view.steps if step.state in ("manual", "unsure")]
    found: list[str] = []
    for step in asked:
        found += [f"- {text}" for text in (*(one.text for one in step.remedies), step.how) if text]
    return [said.say("guided.customer_look"), *dict.fromkeys(found)] if found else []


def _ticket_step(number: int, step: StepView, said: Messages) -> list[str]:
    quoted = said.say("check.number", number=step.number) if step.number else ""
    line = said.say("check.step", state=step.state_word, name=asked(step.name), title=step.line)
    lines = [f"{number}. {line}{quoted if step.state in _PROBLEM else ''}"]
    if step.state in _PROBLEM:
        lines.append(f"   {step.detail}")
        lines += [f"   → {remedy.text}" for remedy in step.remedies]
        if step.reference:
            lines.append(f"   {said.say('guided.reference')}")
    elif step.state == "manual" and step.data.get("enter"):
        lines.append(f"   {step.detail}")
    return lines


def _masked_target(target: str) -> str:
    return show(mask_address(target.strip()), 300)


def _masked(text: str) -> str:
    return collect(text).mask(text)
