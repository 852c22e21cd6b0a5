"""What is to be said about a whole input: how it was read, what in it was no answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qt_app.core.diagnosis.model import Finding
from qt_app.core.phrases import Phrase
from qt_app.core.reading.model import ReadText

_LARGE = 2_000_000
_ORDER = (
    "note.cut_code",
    "note.empty_object",
    "note.other_ok",
    "note.other_system",
    "note.other_json",
)


def notes_for(read: ReadText, raw: Iterable[str], findings: Sequence[Finding]) -> list[Phrase]:
    """The notes of one input, each kind once."""
    if not read.text:
        return [Phrase("note.empty")]
    if not read.text.strip("\ufeff \t\r\n\u00a0\u200b\u3000\0"):
        return [Phrase("note.blank")]
    notes = list(read.notes)
    said = {note.key for note in notes}
    collected = set(raw)
    if findings:
        collected -= {"note.other_json", "note.other_ok"}
    if "note.cut_number" in said:
        collected -= {"note.cut_code", "note.other_json"}
    notes += [Phrase(key) for key in _ORDER if key in collected and key not in said]
    if not findings:
        notes.append(Phrase("note.binary" if _is_binary(read.text) else "note.no_code"))
    if len(read.text) > _LARGE:
        notes.append(Phrase("note.large", {"mb": round(len(read.text) / 1_000_000)}))
    return notes


def _is_binary(text: str) -> bool:
    """Whether the text is a picture's or another file's bytes rather than text."""
    head = text[:2000]
    if head.startswith(("\x89PNG", "GIF8", "%PDF-", "PK\x03\x04", "ÿØÿ", "RIFF")):
        return True
    odd = sum(char in "\0\ufffd" or (char < " " and char not in "\t\r\n\x1b") for char in head)
    return odd * 10 > len(head)


def read_as(read: ReadText, findings: Sequence[Finding]) -> Phrase:
    """How one input was read: its shape and counts."""
    responses = sum(one.kind == "response" for one in findings)
    errors = [one for one in findings if not one.ok]
    lines = sorted({one.line for one in errors})
    args = {
        "shape": read.shape,
        "readings": len(read.readings),
        "responses": responses,
        "findings": len(findings),
        "errors": len(errors),
        "lines": lines[:5],
        "more_lines": max(0, len(lines) - 5),
    }
    return Phrase(f"read_as.{_family(read, findings)}", args)


def _family(read: ReadText, findings: Sequence[Finding]) -> str:
    if not read.text.strip("\ufeff \t\r\n\u00a0\u200b\u3000\0"):
        return "nothing"
    if not findings:
        return "no_finding"
    if all(one.kind == "mention" for one in findings):
        return "words"
    return "found"
