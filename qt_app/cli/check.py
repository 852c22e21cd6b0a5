"""`qingtui-triage check …`: the sub-commands, each run on the values it is given."""

from __future__ import annotations

import argparse
import functools
import sys
from collections.abc import Sequence
from typing import Any

from qt_app.api.check_report import CheckReport, render_text
from qt_app.api.messages import Messages, messages
from qt_app.api.rendering import json_text
from qt_app.cli import check_web, check_words
from qt_app.cli.console import Console
from qt_app.cli.language import default_lang
from qt_app.cli.parser import Parser

# Each module adds its sub-commands by `add_checks(subparsers, said)`; the parser of each has the
# default `report`, a function of the parsed arguments that returns a CheckReport.
GROUPS = (check_words, check_web)


class CheckParser(Parser):
    """A parser whose options take any value, also one that starts with "-" (`-oa.example.com`)."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As argparse does, with `--option value` joined to `--option=value` before."""
        words = sys.argv[1:] if args is None else list(args)
        found, rest = super().parse_known_args(self._joined(words), namespace)
        if rest:
            # What is left over may be a piece of a token or a ticket: only options are named.
            named = [word.partition("=")[0] for word in rest if word.startswith("--")]
            self.error(f"unrecognized arguments: {' '.join(named) or '***'}")
        return found, rest

    def _joined(self, words: Sequence[str]) -> list[str]:
        taking = {
            name
            for action in self._actions
            if action.nargs is None
            for name in action.option_strings
            if name.startswith("--")
        }
        joined: list[str] = []
        waiting = iter(words)
        for word in waiting:
            if word == "--":
                return [*joined, word, *waiting]
            value = next(waiting, None) if word in taking else None
            joined.append(word if value is None else f"{word}={value}")
        return joined


def add_parser(subparsers: argparse._SubParsersAction[Any], said: Messages | None = None) -> None:
    """Add `check` to the program's commands."""
    say = (said or messages(default_lang())).say
    parser = subparsers.add_parser("check", help=say("cli.check"))
    say = parser.said.say
    parser.description = say("cli.check")
    checks = parser.add_subparsers(
        dest="check",
        metavar="CHECK",
        title=say("check.checks"),
        required=True,
        parser_class=functools.partial(CheckParser, said=parser.said),
    )
    for group in GROUPS:
        group.add_checks(checks, parser.said)
    for name, check in checks.choices.items():
        check.description = say(f"check.help_{name}")
        check.add_argument(
            "--format", choices=("text", "json"), default="text", help=say("cli.format")
        )
        check.add_argument(
            "--lang", choices=("zh", "en"), default=argparse.SUPPRESS, help=say("cli.lang")
        )


def run(args: argparse.Namespace, console: Console | None = None) -> int:
    """Run the check that was asked for. Exit code 0 whatever it found."""
    args.lang = args.lang or default_lang()
    report: CheckReport = args.report(args)
    output = console or Console()
    if args.format == "json":
        output.write(json_text(report.to_dict(), indent=2) + "\n", exact=True)
    else:
        output.write(render_text(report))
    return 0
