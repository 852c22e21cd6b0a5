"""The answer to the customer: plain, polite, ready to send."""

from __future__ import annotations

from qt_app.api.blocks import Blocks
from qt_app.api.report import FindingReport, Report
from qt_app.api.visible import one_line

_SEVERITY = {"error": 0, "warning": 1, "info": 2, "success": 3}
_CERTAINTY = {"sure": 0, "likely": 1, "possible": 2}


def as_reply(report: Report) -> str:
    """For the first undecided finding, which asks, or for the worst one."""
    blocks = Blocks(report)
    chosen = chosen_finding(report)
    lines = [blocks.say("reply.hello")]
    if chosen is None:
        lines += _without_problem(blocks, report)
    elif chosen.undecided:
        lines += _asking(blocks, chosen)
    elif chosen.entry is None:
        lines += _without_entry(blocks, chosen)
    else:
        lines += _answering(blocks, chosen)
    return "\n".join(lines) + "\n"


def _without_problem(blocks: Blocks, report: Report) -> list[str]:
    notes = dict.fromkeys(one_line(one.customer) for one in report.findings if one.customer)
    if notes:
        return list(notes)
    return [blocks.say("reply.success" if report.findings else "reply.nothing")]


def chosen_finding(report: Report) -> FindingReport | None:
    """The finding the reply is about; None if there is no problem."""
    problems = [one for one in report.findings if not one.ok]
    undecided = [one for one in problems if one.undecided]
    if undecided:
        return undecided[0]
    follows = {i for group in report.summary if group.follows for i in group.members}
    ranked = [
        (
            index in follows,
            _SEVERITY.get(one.severity, 0),
            one.entry is None,
            _CERTAINTY.get(one.certainty, 2),
            index,
        )
        for index, one in enumerate(report.findings)
        if not one.ok
    ]
    return report.findings[min(ranked)[-1]] if ranked else None


def _asking(blocks: Blocks, one: FindingReport) -> list[str]:
    same = all(other.entry.code == one.code for other in one.alternatives)
    key = "undecided" if same else "undecided_plain"
    n = blocks.messages.number(1 + len(one.alternatives))
    lines = [blocks.say(f"reply.{key}", code=one.code, n=n)]
    if one.ask is not None:
        lines.append(one_line(one.ask))
    return [*lines, blocks.say("reply.ask_thanks")]


def _without_entry(blocks: Blocks, one: FindingReport) -> list[str]:
    if one.origin == "foreign":
        key = f"platform.{one.platform}"
        name = blocks.say(key if key in blocks.messages else "platform.other")
        sure = "foreign" if one.certainty == "sure" else "foreign_likely"
        return [blocks.say(f"reply.{sure}", platform=name, code=one_line(one.code))]
    return [blocks.say("reply.unknown_code", code=one_line(one.code))]


def _answering(blocks: Blocks, one: FindingReport) -> list[str]:
    say, title = blocks.say, one_line(one.title)
    named = one.code.lstrip("-").isdigit()
    lines = [say("reply.see" if named else "reply.see_plain", code=one.code, title=title)]
    if f"reply.side_{one.origin}" in blocks.messages:
        lines.append(say(f"reply.side_{one.origin}"))
    if one.customer:
        lines.append(one_line(one.customer))
    elif one.steps:
        lines.append(say("reply.first") + one_line(one.steps[0].text))
    if one.enter is not None:
        label = one.enter_label or say("enter.value")
        lines.append(say("reply.enter", label=label, value=one_line(one.enter)))
    if one.certainty != "sure":
        lines.append(say("reply.unsure", certainty=say(f"certainty.{one.certainty}")))
    return [*lines, say("reply.thanks")]
