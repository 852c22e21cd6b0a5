"""The one line that says how an input was read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qt_app.api.blocks import FEW_LINES
from qt_app.api.messages import Messages
from qt_app.api.visible import one_line
from qt_app.core.phrases import Phrase

_JSON_SHAPES = ("json", "ndjson")


def reading_line(phrase: Phrase, said: Messages) -> str:
    """`Java 日志，3 段 JSON，其中 2 段是错误（第 12、47 行）` for one input, on one line."""
    args: dict[str, Any] = dict(phrase.args)
    kind = phrase.key.removeprefix("read_as.")
    name = f"shape.{args.get('shape', 'text')}"
    if name == "shape.phrase" and kind == "found":
        name = "shape.text"  # a line of a log or console is no sentence
    shape = said.say(name if name in said else "shape.text")
    where = _where(args.get("lines") or (), said)
    if kind == "words":
        errors = args["findings"]
        key = "word" if errors == 1 else "words"
        return one_line(said.say(f"read_as.{key}", shape=shape, n=errors, where=where))
    if kind != "found":
        return one_line(said.say(phrase.key, shape=shape))
    counted = {"count": _count(args, said), "errors": _errors(args, said)}
    return one_line(said.say(f"read_as.{_sentence(args)}", shape=shape, where=where, **counted))


def _sentence(args: Mapping[str, Any]) -> str:
    """Which sentence the numbers ask for."""
    findings, errors = args["findings"], args["errors"]
    if findings == 1:
        return "single" if errors else "single_fine"
    if not errors:
        return "fine"
    return "all" if errors == findings else "some"


def _count(args: Mapping[str, Any], said: Messages) -> str:
    """What was found: pieces of JSON where nothing else was, else places."""
    if not args.get("json"):
        return said.say("read_as.places", n=args["findings"])
    key = "pieces" if args.get("shape") in _JSON_SHAPES else "json"
    return said.say(f"read_as.{key}", n=args["findings"])


def _errors(args: Mapping[str, Any], said: Messages) -> str:
    if args["findings"] == 1:
        return said.say("read_as.one_error")
    unit = "json" if args.get("json") else "places"
    number = "error" if args["errors"] == 1 else "errors"
    return said.say(f"read_as.{unit}_{number}", n=args["errors"])


def _where(numbers: Any, said: Messages) -> str:
    """The lines, as long as they are few."""
    lines = [str(line) for line in numbers]
    if not lines or len(lines) > FEW_LINES:
        return ""
    return said.say(
        f"read_as.{'where' if len(lines) > 1 else 'where_one'}", lines=said.listed(lines)
    )
