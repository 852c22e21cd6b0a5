"""What was found in stretches of a large input, told in the places of that input."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from qt_app.core.diagnosis.model import Finding, Whole
from qt_app.core.phrases import Phrase

# No stretch with a sign is no empty input.
_NOTHING = ("note.empty", "note.blank")


def in_whole(findings: Sequence[Finding], whole: Whole | None) -> list[Finding]:
    """Findings with bytes and lines of the large input; as they are if there is none."""
    if whole is None:
        return list(findings)
    return [
        replace(
            one,
            line=whole.renumbered(one.line),
            start=whole.offset(one.start),
            end=whole.offset(max(one.start, one.end - 1)) + (one.end > one.start),
        )
        for one in findings
    ]


def notes_in_whole(notes: Iterable[Phrase], whole: Whole | None) -> list[Phrase]:
    """Notes with lines of the large input, and that only parts of it were read."""
    if whole is None:
        return list(notes)
    told = [_renumbered(note, whole) for note in notes if note.key != "note.large"]
    told.append(Phrase("note.stretches", {"mb": max(1, round(whole.size / 1_000_000))}))
    if whole.capped:
        told.append(Phrase("note.stretches_capped"))
    return told


def _renumbered(note: Phrase, whole: Whole) -> Phrase:
    if note.key in _NOTHING:
        return Phrase("note.no_code")
    line = note.args.get("line")
    if not isinstance(line, int):
        return note
    return Phrase(note.key, {**note.args, "line": whole.renumbered(line)})
