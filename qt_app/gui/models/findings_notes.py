"""The notes of a report for the window: its own, and what was mended before it could be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qt_app.api.messages import Messages
    from qt_app.api.report import Report

MOST_LINES = 3
# What was written otherwise than it should be. The other names say how it was packed, or have a
# note of their own.
_MENDS = frozenset(
    {
        *("single_quotes", "smart_quotes", "full_width", "unquoted_keys", "comments"),
        *("trailing_comma", "missing_comma", "leading_zero", "raw_newline"),
        *("truncated", "head_cut", "encoding"),
    }
)


def notes_of(report: Report) -> tuple[str, ...]:
    """The report's notes and one for each kind of repair, with the lines where it was made."""
    from qt_app.api.messages import messages

    lines: dict[tuple[str, ...], list[int]] = {}
    for one in report.findings:
        if one.repairs and not _MENDS.isdisjoint(one.repairs):
            names = tuple(dict.fromkeys(name for name in one.repairs if name in _MENDS))
            lines.setdefault(names, []).append(one.line)
    said = messages(report.lang)
    mended = (_mended(said, names, places) for names, places in lines.items())
    return (*mended, *report.notes)


def _mended(said: Messages, names: tuple[str, ...], places: list[int]) -> str:
    first = list(dict.fromkeys(places))[:MOST_LINES]
    key = "note.mended" if len(first) == 1 else "note.mended_few"
    if len(places) > MOST_LINES:
        key = "note.mended_many"
    return said.say(
        key,
        lines=said.listed([str(line) for line in first]),
        count=len(places),
        repairs=said.listed([said.say(f"repair.{name}") for name in names]),
    )
