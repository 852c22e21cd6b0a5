"""A report as plain text for a console."""

from __future__ import annotations

from collections.abc import Iterable

from qt_app.api.blocks import Blocks
from qt_app.api.report import AlternativeReport, FindingReport, GroupReport, Report
from qt_app.api.visible import one_line

_INDENT = "   "


def as_text(report: Report, summary_only: bool = False) -> str:
    """How it was read, the findings in text order (one a group), the notes, what was masked."""
    blocks = Blocks(report)
    parts = [one_line(report.read_as)]
    if summary_only:
        parts.append(_summary(blocks))
    else:
        parts += [_finding(blocks, *pair) for pair in blocks.groups()]
    parts.append(_notes(blocks))
    masked = blocks.masked()
    parts.append(masked or "")
    return "\n\n".join(part for part in parts if part) + "\n"


def _summary(blocks: Blocks) -> str:
    lines = []
    for group in blocks.report.summary:
        first = blocks.report.findings[group.members[0]] if group.members else None
        if first is not None:
            place = blocks.place(first, group)
            lines.append(f"- {blocks.heading(first)} · {place}")
            lines += [f"{_INDENT}{one_line(fact)}" for fact in group.facts]
    return "\n".join([blocks.say("text.summary"), *lines]) if lines else ""


def _finding(blocks: Blocks, one: FindingReport, group: GroupReport | None) -> str:
    lines = [f"■ {blocks.heading(one)}"]
    lines.append(f"{_INDENT}{blocks.chips(one)}")
    lines.append(f"{_INDENT}{blocks.place(one, group)}")
    lines.append(f"{_INDENT}{one_line(one.what)}")
    lines += _section(blocks, "evidence", [f"- {text}" for text in blocks.evidence(one)])
    lines += _section(blocks, "steps", blocks.steps(one, "→ "))
    lines += _section(blocks, "next", [f"- {blocks.sourced(item)}" for item in one.next])
    lines += _meanings(blocks, one)
    if one.ask is not None:
        lines += _section(blocks, "ask", [one_line(one.ask)])
    facts = [*one.facts, *(group.facts if group is not None else ())]
    lines += _section(blocks, "facts", [f"- {one_line(fact)}" for fact in dict.fromkeys(facts)])
    repairs = blocks.repairs(one)
    if repairs is not None:
        lines.append(f"{_INDENT}{repairs}")
    return "\n".join(lines)


def _section(blocks: Blocks, key: str, lines: list[str]) -> list[str]:
    if not lines:
        return []
    return [
        f"{_INDENT}{blocks.say(f'text.{key}')}",
        *(f"{_INDENT}{_INDENT}{line}" for line in lines),
    ]


def _meanings(blocks: Blocks, one: FindingReport) -> list[str]:
    key = "alternatives" if one.undecided else "other_meanings"
    return _section(blocks, key, _equals(blocks, blocks.other_meanings(one)))


def _equals(blocks: Blocks, meanings: Iterable[AlternativeReport]) -> list[str]:
    lines = []
    for other in meanings:
        lines.append(
            f"- {other.title}（{other.entry.id}）"
            if blocks.report.lang == "zh"
            else f"- {other.title} ({other.entry.id})"
        )
        lines.append(f"  {one_line(other.entry.message)}")
        if other.sign:
            lines.append(f"  {blocks.say('text.sign', text=one_line(other.sign))}")
        if other.first_step is not None:
            step = blocks.sourced(other.first_step)
            lines.append(f"  {blocks.say('text.first_step', text=step)}")
    return lines


def _notes(blocks: Blocks) -> str:
    notes = [f"- {one_line(note)}" for note in blocks.report.notes]
    return "\n".join([blocks.say("text.notes"), *notes]) if notes else ""
