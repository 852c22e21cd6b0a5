"""`qingtui-triage diagnose`: files, standard input or the clipboard in, a report out."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from qt_app.api.formats import FORMATS
from qt_app.api.messages import Messages
from qt_app.api.visible import one_line
from qt_app.cli import clipboard
from qt_app.cli.console import Console
from qt_app.cli.parser import Parser, UsageError
from qt_app.core.errors import InputError, TriageError
from qt_app.core.phrases import Phrase

if TYPE_CHECKING:
    from qt_app.api import Input
    from qt_app.core.catalogue.catalogue import Catalogue

STDIN = "-"
EXACT = ("json", "ndjson", "markdown")


def add_parser(subparsers: argparse._SubParsersAction[Parser], said: Messages) -> None:
    """Add `diagnose` to the program's commands."""
    say = said.say
    parser = subparsers.add_parser(
        "diagnose", help=say("cli.diagnose"), description=say("cli.diagnose"), said=said
    )
    parser.add_argument("paths", metavar="PATH", nargs="*", help=say("cli.diagnose_paths"))
    parser.add_argument("--format", choices=FORMATS, default="text", help=say("cli.format"))
    parser.add_argument(
        "--lang", choices=("zh", "en"), default=argparse.SUPPRESS, help=say("cli.lang")
    )
    parser.add_argument("--summary", action="store_true", help=say("cli.summary"))
    parser.add_argument("--no-redact", action="store_true", help=say("cli.no_redact"))
    parser.add_argument("--copy", action="store_true", help=say("cli.copy"))
    parser.add_argument("--clipboard", action="store_true", help=say("cli.clipboard"))


def run(args: argparse.Namespace, said: Messages, console: Console) -> int:
    """Diagnose. 0: all inputs read, 1: some not, 2: none."""
    from qt_app.api import analyse, load_catalogue, render

    if args.clipboard and args.paths:
        raise UsageError(said.say("error.clipboard_twice"))
    catalogue = load_catalogue()
    names = [None] if args.clipboard else args.paths or [STDIN]
    inputs = list(_read_all(names, catalogue, said, console))
    if not inputs:
        return 2
    report = analyse(inputs, catalogue).report(said.lang, redact=not args.no_redact)
    text = render(report, args.format, args.summary)
    console.write(text, exact=args.format in EXACT)
    if args.copy:
        _copy(text, sum(one.count for one in report.masked), said, console)
    return 0 if len(inputs) == len(names) else 1


def _copy(text: str, masked: int, said: Messages, console: Console) -> None:
    try:
        clipboard.copy(text)
    except TriageError as error:
        console.complain(said.word(error.phrase))
        return
    console.complain(said.say("cli.copied_masked", n=masked) if masked else said.say("cli.copied"))


def _read_all(
    names: Iterable[str | None], catalogue: Catalogue, said: Messages, console: Console
) -> Iterator[Input]:
    """What can be read, in order; what cannot is named on standard error."""
    for name in names:
        try:
            yield _read(name, catalogue)
        except InputError as error:
            console.complain(one_line(said.word(error.phrase)))


def _read(name: str | None, catalogue: Catalogue) -> Input:
    from qt_app.api import Input

    if name is None:
        return Input("clipboard", clipboard.paste())
    if name == STDIN:
        return _stdin(catalogue)
    return _file(name, catalogue)


def _stdin(catalogue: Catalogue) -> Input:
    from qt_app.api import Input, stream_input

    stream = sys.stdin
    if stream is None:
        return Input(STDIN, b"")
    buffer = getattr(stream, "buffer", None)
    try:
        if buffer is None:
            return Input(STDIN, stream.read())
        return stream_input(STDIN, buffer, catalogue)
    except OSError as error:
        raise _unreadable(STDIN, error) from error


def _file(name: str, catalogue: Catalogue) -> Input:
    from qt_app.api import file_input
    from qt_app.services.files import reading

    with reading(name, one_line(name)):
        return file_input(name, catalogue)


def _unreadable(name: str, error: Exception) -> InputError:
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return InputError(Phrase("error.unreadable", {"name": name, "reason": one_line(reason)}))
