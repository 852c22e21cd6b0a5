"""`https.hsts`: does the server tell browsers to come by https only?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from qt_app.core.checks.masking import show
from qt_app.core.checks.model import Note, Step
from qt_app.core.checks.web.answer import Answer
from qt_app.core.checks.web.outcomes import Https
from qt_app.core.checks.web.target import Target

HEADER = "strict-transport-security"
# Half a year: what browsers' preload lists and the usual graders start from is more or equal.
SHORTEST = 180 * 86_400
_DIRECTIVE = re.compile(r"\s*([A-Za-z0-9_-]{1,40})\s*(?:=\s*(\"[^\"]{0,40}\"|[^\s;\"]{1,40})\s*)?")


def hsts_step(answer: Answer | None, http: Answer | None, target: Target) -> Step:
    """`answer` is the https side's own, `http` what came over plain http."""
    if target.ip is not None:
        return Step.of("https.hsts", [Https.HSTS_IP.note(host=target.shown)])
    if answer is None or answer.trouble:
        return Step.of("https.hsts", [Https.NO_ANSWER.note()])
    values = answer.all(HEADER)
    data: dict[str, Any] = {"values": values[:5], "max_age": None}
    if not values:
        over_http = http is not None and bool(http.all(HEADER))
        note = (Https.HSTS_OVER_HTTP if over_http else Https.HSTS_MISSING).note(host=target.shown)
        return Step.of("https.hsts", [note], data | {"over_http": over_http})
    notes, more = _judge(values)
    return Step.of("https.hsts", notes, data | more)


def _judge(values: Sequence[str]) -> tuple[list[Note], dict[str, Any]]:
    shown = show(values[0], 120)
    read = read_hsts(values[0])
    notes: list[Note] = []
    if read is None or "max-age" not in read:
        return [Https.HSTS_BROKEN.note(value=shown)], {}
    age = int(read["max-age"])
    more = {"max_age": age, "include_subdomains": "includesubdomains" in read}
    if age == 0:
        notes.append(Https.HSTS_OFF.note(value=shown))
    elif age < SHORTEST:
        notes.append(Https.HSTS_SHORT.note(value=shown, days=str(age // 86_400)))
    else:
        notes.append(Https.HSTS_OK.note(value=shown, days=str(age // 86_400)))
    if len(values) > 1:
        notes.append(Https.HSTS_TWICE.note(value=shown, n=str(len(values))))
    return notes, more


def read_hsts(value: str) -> dict[str, str] | None:
    """The directives (lower case), or None where a browser ignores the whole header."""
    found: dict[str, str] = {}
    for piece in value[:2000].split(";"):
        if not piece.strip():
            continue
        match = _DIRECTIVE.fullmatch(piece)
        if match is None or match[1].lower() in found:
            return None
        found[match[1].lower()] = (match[2] or "").strip('"')
    age = found.get("max-age")
    if age is not None and not re.fullmatch(r"[0-9]{1,18}", age):
        return None
    return found
