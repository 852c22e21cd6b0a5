"""The notes of a report for the window: its own, and what was repaired before it could be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qt_app.api.messages import Messages
    from qt_app.api.report import Report

MOST_LINES = 3
# What was written otherwise than it should be. The other names say how it was packed, or have a
# note of their own.
_REPAIRS = frozenset(
    {
        *("single_quotes", "smart_quotes", "full_width", "unquoted_keys", "comments"),
        *("trailing_comma", "missing_comma", "leading_zero", "raw_newline"),
        *("truncated", "head_cut", "encoding"),
    }
)


def notes_of(report: Report) -> tuple[str, ...]:
    """The report's notes and one for each kind of repair, with the lines where it was made."""
    from qt_app.api.messages import messages

    lines: dict[tuple[int, tuple[str, ...]], list[int]] = {}
    for one in report.findings:
        if one.repairs and not _REPAIRS.isdisjoint(one.repairs):
            names = tuple(dict.fromkeys(name for name in one.repairs if name in _REPAIRS))
            lines.setdefault((one.source, names), []).append(one.line)
    said = messages(report.lang)
    repaired = []
    for (source, names), places in lines.items():
        note = _repaired(said, names, places)
        if len(report.sources) > 1:
            note = said.say("note.source", name=report.sources[source].name, text=note)
        repaired.append(note)
    return (*repaired, *report.notes)


def _repaired(said: Messages, names: tuple[str, ...], places: list[int]) -> str:
    first = list(dict.fromkeys(places))[:MOST_LINES]
    key = "note.repaired" if len(first) == 1 else "note.repaired_few"
    if len(places) > MOST_LINES:
        key = "note.repaired_many"
    return said.say(
        key,
        lines=said.listed([str(line) for line in first]),
        count=len(places),
        repairs=said.listed([said.say(f"repair.{name}") for name in names]),
    )
