"""argparse in our languages: help, headings and complaints about usage."""

from __future__ import annotations

import argparse
import functools
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from qt_app.api.messages import Messages

_BAD_CHOICE = re.compile(
    r"argument (?P<name>[^:]+): invalid choice: (?P<value>.+?) \(choose from (?P<choices>.*)\)",
    re.S,
)
_UNKNOWN = re.compile(r"unrecognized arguments: (?P<value>.*)", re.S)
_REQUIRED = re.compile(r"the following arguments are required: (?P<name>.*)", re.S)
_NEEDS = re.compile(r"argument (?P<name>[^:]+): expected (?:one|at least one|\d+) arguments?")
_NO_VALUE = re.compile(r"argument (?P<name>[^:]+): ignored explicit argument")


class UsageError(Exception):
    """Wrong usage, in words."""


class Parser(argparse.ArgumentParser):
    """A parser that speaks through messages and raises UsageError instead of leaving."""

    def __init__(self, *, said: Messages, **options: Any) -> None:
        self.said = said
        super().__init__(
            add_help=False, allow_abbrev=False, formatter_class=argparse.HelpFormatter, **options
        )
        self._positionals.title = said.say("cli.positional")
        self._optionals.title = said.say("cli.options")
        self.add_argument("-h", "--help", action="help", help=said.say("cli.help"))

    def add_subparsers(self, **options: Any) -> Any:
        """Sub-commands whose parsers speak the same language."""
        options.setdefault("parser_class", functools.partial(type(self), said=self.said))
        return super().add_subparsers(**options)

    def error(self, message: str) -> NoReturn:
        """Raise what is wrong, in our words."""
        problem = self.said.say("cli.bad_usage", problem=_worded(message, self.said))
        raise UsageError(f"{problem}\n{self.said.say('cli.try_help')}")

    def format_help(self) -> str:
        """The help text with our heading before the usage."""
        return self._ours(super().format_help())

    def format_usage(self) -> str:
        """The usage line with our heading."""
        return self._ours(super().format_usage())

    def _ours(self, text: str) -> str:
        return text.replace("usage: ", self.said.say("cli.usage"), 1)


def _worded(message: str, said: Messages) -> str:
    table = (
        (_BAD_CHOICE, "cli.bad_choice"),
        (_UNKNOWN, "cli.unknown_argument"),
        (_REQUIRED, "cli.missing"),
        (_NEEDS, "cli.needs_value"),
        (_NO_VALUE, "cli.takes_no_value"),
    )
    for pattern, key in table:
        found = pattern.search(message)
        if found is not None:
            return said.say(key, **_plain(found.groupdict().items()))
    return message


def _plain(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Values as they were typed, without Python's quotes."""
    return {name: value.replace("'", "") for name, value in pairs}
