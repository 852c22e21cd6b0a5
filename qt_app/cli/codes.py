"""`qingtui-triage codes`: look up the catalogue. `-word` excludes and `-1` is a code."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from qt_app.api.codes import search_codes
from qt_app.api.knowing import load_catalogue
from qt_app.api.messages import Messages
from qt_app.api.visible import one_line
from qt_app.cli.console import Console
from qt_app.cli.parser import Parser
from qt_app.core.catalogue.entries import TABLES
from qt_app.core.search import nearest_codes

_WITH_VALUE = ("--table", "--lang", "--format")
_FLAGS = ("-h", "--help")
_FEW = 3


def add_parser(subparsers: argparse._SubParsersAction[Parser], said: Messages) -> None:
    """Add `codes` to the program's commands."""
    say = said.say
    parser = subparsers.add_parser(
        "codes", help=say("cli.codes"), description=say("cli.codes"), said=said
    )
    parser.add_argument("words", metavar="WORD", nargs="*", help=say("cli.codes_words"))
    parser.add_argument("--table", choices=TABLES, default=None, help=say("cli.table"))
    parser.add_argument(
        "--lang", choices=("zh", "en"), default=argparse.SUPPRESS, help=say("cli.lang")
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help=say("cli.format")
    )


def split_words(argv: Sequence[str]) -> tuple[list[str], list[str]]:
    """Options and words apart, for argparse takes `-word` and `-1` for options."""
    options: list[str] = []
    words: list[str] = []
    rest = iter(argv)
    for arg in rest:
        if arg == "--":
            words += rest
        elif arg in _WITH_VALUE:
            options += [arg, *_next(rest)]
        elif arg in _FLAGS or (arg.startswith("--") and len(arg) > 2):
            options.append(arg)
        else:
            words.append(arg)
    return options, words


def _next(rest: Any) -> list[str]:
    value = next(rest, None)
    return [] if value is None else [value]


def run(args: argparse.Namespace, said: Messages, console: Console) -> int:
    """Print what matches; 0 also when nothing does."""
    words = " ".join(args.words)
    rows = search_codes(words, said.lang, args.table)
    if args.format == "json":
        from qt_app.api.rendering import json_text

        console.write(json_text(rows, indent=2) + "\n", exact=True)
    elif rows:
        console.write(_listing(rows, said))
    else:
        console.write(_nothing(words, said))
    return 0


def _nothing(words: str, said: Messages) -> str:
    lines = [said.say("codes.none", words=one_line(words))]
    near = nearest_codes(load_catalogue(), words.strip()) if words.strip() else []
    if near:
        lines.append(said.say("codes.nearest", codes=said.listed(near)))
    return "\n".join(lines) + "\n"


def _listing(rows: list[dict[str, Any]], said: Messages) -> str:
    if len(rows) <= _FEW:
        return "\n\n".join(_card(row, said) for row in rows) + "\n"
    tables = load_catalogue().tables
    lines = [
        f"{row['code']:<6} {row['title']} · {one_line(row['message'])} · "
        f"{tables[row['table']].get(said.lang)}"
        for row in rows
    ]
    return "\n".join([said.say("codes.count", n=len(rows)), *lines]) + "\n"


def _card(row: dict[str, Any], said: Messages) -> str:
    table = load_catalogue().tables[row["table"]].get(said.lang)
    chips = [said.say(f"severity.{row['severity']}"), said.say(f"who.{row['who']}"), table]
    lines = [f"{row['code']}  {row['title']}", f"   {' · '.join(chips)}"]
    # The seed's rows and its FAQ stand in the manual; the others are what programs say.
    words = "text" if row["provenance"] == "seed" or row["table"] == "faq" else "text_other"
    lines += _part(words, [one_line(row["message"])], said)
    lines += _part("meaning", [_sourced(row["meaning"], said)], said)
    for key in ("causes", "checks", "remedies"):
        lines += _part(key, [_sourced(one, said) for one in row[key]], said)
    lines += _part("related", [said.listed(row["related"])] if row["related"] else [], said)
    lines += _part("endpoints", [said.listed(row["endpoints"])] if row["endpoints"] else [], said)
    return "\n".join(lines)


def _part(key: str, lines: list[str], said: Messages) -> list[str]:
    return [f"   {said.say(f'codes.{key}')}", *(f"      {line}" for line in lines)] if lines else []


def _sourced(one: dict[str, str], said: Messages) -> str:
    mark = "（{}）" if said.lang == "zh" else " ({})"
    return one["text"] + mark.format(said.say(f"source.{one['source']}"))
