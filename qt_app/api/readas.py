"""The one line that says how an input was read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qt_app.api.messages import Messages
from qt_app.api.phrases import Phrasing
from qt_app.api.visible import one_line
from qt_app.core.phrases import Phrase


def reading_line(phrase: Phrase, said: Messages, phrasing: Phrasing) -> str:
    """`Java 日志，找到 3 处 …` for one input, on one line."""
    args: dict[str, Any] = dict(phrase.args)
    shape = f"shape.{args.get('shape', 'text')}"
    args["shape"] = said.say(shape if shape in said else "shape.text")
    args["where"] = _where(args, said)
    key = phrase.key
    if key == "read_as.found" and not args.get("errors"):
        key = "read_as.found_ok"
    return one_line(phrasing.say(Phrase(key, args)))


def _where(args: Mapping[str, Any], said: Messages) -> str:
    lines = [str(line) for line in args.get("lines") or ()]
    if not lines:
        return ""
    few = "where" if len(lines) > 1 else "where_one"
    key = "where_more" if args.get("more_lines") else few
    return said.say(f"read_as.{key}", lines=said.listed(lines))
