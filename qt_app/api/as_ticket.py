"""The block for the ticket: every group of problems, in text order."""

from __future__ import annotations

from qt_app.api.as_markdown import tool_line
from qt_app.api.blocks import Blocks
from qt_app.api.report import FindingReport, GroupReport, Report
from qt_app.api.visible import one_line


def as_ticket(report: Report) -> str:
    """Plain text, ready to paste; the first line says how the paste was read."""
    blocks = Blocks(report)
    parts = [one_line(report.read_as)]
    problems = blocks.problems()
    for number, pair in enumerate(problems, 1):
        head = blocks.say("ticket.problem", n=number) if len(problems) > 1 else ""
        body = _problem(blocks, *pair)
        parts.append(f"{head}\n{body}" if head else body)
    if not problems:
        parts.append(_nothing(blocks))
    parts.append(_version(blocks))
    return "\n\n".join(part for part in parts if part) + "\n"


def _nothing(blocks: Blocks) -> str:
    successes = sum(1 for one in blocks.report.findings if one.ok)
    text = (
        blocks.say("ticket.no_problem", n=successes) if successes else blocks.say("ticket.nothing")
    )
    notes = [one_line(note) for note in blocks.report.notes]
    # A note that says the same and more stands for it.
    told = [note for note in notes if note.startswith(text)] or [text]
    rest = [f"- {note}" for note in notes if note not in told]
    return _part(blocks, "conclusion", [*told, *rest])


def _problem(blocks: Blocks, one: FindingReport, group: GroupReport | None) -> str:
    raw = blocks.raw(one).split("\n") if one.raw else [blocks.say("ticket.raw_missing")]
    facts = dict.fromkeys([*one.facts, *(group.facts if group is not None else ())])
    evidence = [*blocks.evidence(one), *map(one_line, facts)]
    parts = [
        _part(blocks, "conclusion", [blocks.heading(one), blocks.chips(one), one_line(one.what)]),
        _part(blocks, "evidence", [f"- {text}" for text in evidence]),
        _part(blocks, "advice", _advice(blocks, one)),
        _part(blocks, "raw" if blocks.report.redacted else "raw_open", raw),
        _part(blocks, "place", _place(blocks, one, group)),
    ]
    return "\n".join(part for part in parts if part)


def _advice(blocks: Blocks, one: FindingReport) -> list[str]:
    lines = blocks.steps(one, "")
    for other in one.meanings:
        step = other.first_step
        lines.append(f"- {other.title}: {one_line(other.entry.message)}")
        if step is not None:
            lines.append(f"  {blocks.say('text.first_step', text=blocks.sourced(step))}")
    if one.ask is not None:
        lines.append(blocks.say("ticket.ask", text=one_line(one.ask)))
    if one.next:
        mark = "：" if blocks.report.lang == "zh" else ":"
        lines.append(f"{blocks.say('text.next')}{mark}")
        lines += [f"- {blocks.sourced(item)}" for item in one.next]
    return lines


def _place(blocks: Blocks, one: FindingReport, group: GroupReport | None) -> list[str]:
    say, call = blocks.say, one.exchange
    when = blocks.times(one, group)
    lines = [say("ticket.time", time=when) if when else say("ticket.no_time")]
    path = one_line(str(call.get("path") or ""))
    method = f"{call['method']} " if call.get("method") else ""
    host = one_line(str(call.get("host") or ""))
    if path or host:
        lines.append(say("ticket.endpoint", method=one_line(method), path=f"{host}{path}"))
    else:
        lines.append(say("ticket.no_endpoint"))
    if call.get("thread") and str(call["thread"]) not in (one.message or ""):
        lines.append(say("ticket.request", id=one_line(str(call["thread"]))))
    if group is not None and (group.count > 1 or group.follows):
        lines.append(blocks.place(one, group, timed=False))
    return lines


def _part(blocks: Blocks, key: str, lines: list[str]) -> str:
    if not lines:
        return ""
    mark = "：" if blocks.report.lang == "zh" else ":"
    return "\n".join([f"{blocks.say(f'ticket.{key}')}{mark}", *lines])


def _version(blocks: Blocks) -> str:
    masked = blocks.masked()
    lines = [tool_line(blocks), *([masked] if masked else [])]
    return _part(blocks, "version", lines)
