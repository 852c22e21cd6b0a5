"""A report as Markdown, every pasted sign escaped."""

from __future__ import annotations

import re

from qt_app.api.blocks import Blocks
from qt_app.api.report import FindingReport, GroupReport, Report
from qt_app.api.visible import one_line

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~&$])")
_LINE_START = re.compile(r"^(\s*\d*)([-=.])")
_LINK = re.compile(r"(?i)(://|www\.)")
_FENCE = re.compile(r"`{3,}")


def escaped(text: str) -> str:
    """A line of text that Markdown shows as it is: no markup, no HTML, no link made of it."""
    text = _SPECIAL.sub(r"\\\1", one_line(text))
    text = _LINE_START.sub(r"\1\\\2", text)
    return _LINK.sub(lambda found: found[1].replace(":", "\\:").replace(".", "\\."), text)


def fenced(text: str) -> str:
    """Text in a code block that nothing in it can close."""
    longest = max((len(run[0]) for run in _FENCE.finditer(text)), default=2)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"


def as_markdown(report: Report, summary_only: bool = False) -> str:
    """Title, how it was read, a section a group, notes, what was masked."""
    blocks = Blocks(report)
    parts = [f"# {blocks.say('markdown.title')}", escaped(report.read_as)]
    if summary_only:
        parts.append(_summary(blocks))
    else:
        parts += [_finding(blocks, *pair) for pair in blocks.groups()]
    if report.notes:
        notes = "\n".join(f"- {escaped(note)}" for note in report.notes)
        parts.append(f"## {blocks.say('text.notes')}\n\n{notes}")
    masked = blocks.masked()
    parts.append(escaped(masked) if masked else "")
    parts.append(escaped(tool_line(blocks)))
    return "\n\n".join(part for part in parts if part) + "\n"


def tool_line(blocks: Blocks) -> str:
    """The product's version and the catalogue's date."""
    from qt_app import __version__

    return blocks.say("ticket.tool", version=__version__, date=blocks.report.catalogue_date)


def _summary(blocks: Blocks) -> str:
    lines = []
    for group in blocks.report.summary:
        if group.members:
            first = blocks.report.findings[group.members[0]]
            line = f"{blocks.heading(first)} · {blocks.place(first, group)}"
            lines.append(f"- {escaped(line)}")
    return "\n".join([f"## {blocks.say('text.summary')}", "", *lines]) if lines else ""


def _finding(blocks: Blocks, one: FindingReport, group: GroupReport | None) -> str:
    parts = [f"## {escaped(blocks.heading(one))}"]
    parts.append(f"{escaped(blocks.chips(one))}  \n{escaped(blocks.place(one, group))}")
    parts.append(escaped(one.what))
    parts += _bullets(blocks, "evidence", blocks.evidence(one))
    parts += _numbers(blocks, one)
    parts += _bullets(blocks, "next", [blocks.sourced(item) for item in one.next])
    key = "alternatives" if one.undecided else "other_meanings"
    meanings = blocks.other_meanings(one)
    lines = [f"{other.title} ({other.entry.id}): {other.entry.message}" for other in meanings]
    parts += _bullets(blocks, key, lines)
    if one.ask is not None:
        parts.append(f"### {blocks.say('text.ask')}\n\n> {escaped(one.ask)}")
    parts += _bullets(blocks, "facts", list(one.facts))
    if one.raw:
        parts.append(fenced(blocks.raw(one)))
    return "\n\n".join(parts)


def _numbers(blocks: Blocks, one: FindingReport) -> list[str]:
    lines, entered = [], blocks.enter(one)
    for index, step in enumerate(one.steps):
        lines.append(f"{index + 1}. {escaped(blocks.sourced(step))}")
        if entered is not None and index == one.enter_step:
            lines[-1] += f"  \n   {escaped(entered)}"
    if entered is not None and not lines:
        lines.append(escaped(entered))
    return [f"### {blocks.say('text.steps')}\n\n" + "\n".join(lines)] if lines else []


def _bullets(blocks: Blocks, key: str, lines: list[str]) -> list[str]:
    if not lines:
        return []
    listed = "\n".join(f"- {escaped(line)}" for line in lines)
    return [f"### {blocks.say(f'text.{key}')}\n\n{listed}"]
