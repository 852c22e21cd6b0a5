"""What is to be said about a whole input: how it was read, what in it was no answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from qt_app.core.diagnosis.model import Finding
from qt_app.core.phrases import Phrase
from qt_app.core.reading.model import ReadText
from qt_app.core.story.moments import beijing
from qt_app.core.story.tokens import Token, tokens_in

_AUTHORIZE = re.compile(r"https?://[\w.-]{3,253}(?::\d{1,5})?/{1,2}v1/oauth2/authorize(?![\w/])")
_LARGE = 2_000_000
# More lines than are ever listed.
_MOST_LINES = 5
_ORDER = (
    "note.cut_code",
    "note.empty_object",
    "note.other_ok",
    "note.other_system",
    "note.not_sent",
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
        notes += _instead(read.text)
    if len(read.text) > _LARGE:
        notes.append(Phrase("note.large", {"mb": round(len(read.text) / 1_000_000)}))
    return notes


def _instead(text: str) -> list[Phrase]:
    """What an input without findings holds instead: a token, an authorize link, nothing known."""
    found = [_token(token) for token in tokens_in(text)[:1] if token.appid or token.domain_id]
    if _AUTHORIZE.search(text):
        found.append(Phrase("note.link"))
    return found or [Phrase("note.binary" if _is_binary(text) else "note.no_code")]


def _token(token: Token) -> Phrase:
    args = {"appid": token.appid or "?", "domain_id": token.domain_id or "?"}
    if token.expires is None:
        return Phrase("note.token", args)
    return Phrase("note.token_until", {**args, "expires": beijing(token.expires)})


def _is_binary(text: str) -> bool:
    """Whether the text is a picture's or another file's bytes rather than text."""
    head = text[:2000]
    if head.startswith(("\x89PNG", "GIF8", "%PDF-", "PK\x03\x04", "ÿØÿ", "RIFF")):
        return True
    odd = sum(char in "\0\ufffd" or (char < " " and char not in "\t\r\n\x1b") for char in head)
    return odd * 10 > len(head)


def read_as(read: ReadText, findings: Sequence[Finding]) -> Phrase:
    """How one input was read: its shape and counts."""
    errors = [one for one in findings if not one.ok]
    lines = sorted({one.line for one in errors})
    args = {
        "shape": read.shape,
        "findings": len(findings),
        "errors": len(errors),
        "lines": lines[:_MOST_LINES],
        "json": _only_json(read, findings),
    }
    return Phrase(f"read_as.{_family(read, findings)}", args)


def _only_json(read: ReadText, findings: Sequence[Finding]) -> bool:
    """Whether the findings are all the pieces of JSON that the text holds."""
    if any(one.kind != "response" or one.dialect != "json" for one in findings):
        return False
    return sum(one.dialect == "json" for one in read.readings) == len(findings)


def _family(read: ReadText, findings: Sequence[Finding]) -> str:
    if not read.text.strip("\ufeff \t\r\n\u00a0\u200b\u3000\0"):
        return "nothing"
    if not findings:
        return "no_finding"
    if all(one.kind == "mention" for one in findings):
        return "words"
    return "found"
