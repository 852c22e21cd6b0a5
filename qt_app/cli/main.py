"""The command `qingtui-triage`: which sub-command, in which language, and the exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from qt_app import __version__
from qt_app.api.messages import Messages, messages
from qt_app.cli import codes, diagnose
from qt_app.cli.console import Console
from qt_app.cli.display import has_display
from qt_app.cli.language import asked_lang, default_lang
from qt_app.cli.parser import Parser, UsageError
from qt_app.core.errors import TriageError

PROGRAM = "qingtui-triage"
USAGE, INTERRUPTED = 2, 130
# Commands that do without the checks, whose libraries take a while to load.
QUICK = ("codes", "diagnose")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; without arguments the window. Returns the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    console = Console()
    try:
        said = messages(asked_lang(arguments) or default_lang())
        return _command(arguments, said, console) if arguments else _window(said, console)
    except TriageError as error:
        console.complain(_worded(error))
    except UsageError as error:
        console.complain(f"{PROGRAM}: {error}")
    except KeyboardInterrupt:
        return INTERRUPTED
    return USAGE


def _worded(error: TriageError) -> str:
    try:
        return messages(default_lang()).word(error.phrase)
    except (TriageError, KeyError, ValueError):
        # The messages themselves are missing or broken.
        return f"{PROGRAM}: {error}"


def _command(arguments: list[str], said: Messages, console: Console) -> int:
    parser = build_parser(
        said, with_check=not any(_place_of(c, arguments) is not None for c in QUICK)
    )
    words: list[str] = []
    at = _place_of("codes", arguments)
    if at is not None:
        options, words = codes.split_words(arguments[at + 1 :])
        arguments = [*arguments[: at + 1], *options]
    try:
        args = parser.parse_args(arguments)
    except SystemExit as leaving:
        # --help and --version print and leave; anything else is wrong usage.
        return USAGE if leaving.code else 0
    if args.command == "codes":
        args.words = words
        return codes.run(args, said, console)
    if args.command == "diagnose":
        return diagnose.run(args, said, console)
    if args.command == "check":
        from qt_app.cli import check

        args.lang = said.lang
        return check.run(args)
    raise UsageError(said.say("cli.missing", name="diagnose | codes | check"))


def _place_of(command: str, arguments: Sequence[str]) -> int | None:
    """Where the sub-command stands if it is this one: the first that is no option's value."""
    skip = False
    for index, arg in enumerate(arguments):
        if not skip and not arg.startswith("-"):
            return index if arg == command else None
        skip = arg == "--lang"
    return None


def build_parser(said: Messages, with_check: bool = True) -> Parser:
    """The whole command line, its help in the messages' language."""
    say = said.say
    parser = Parser(said=said, prog=PROGRAM, description=say("app.about"), epilog=say("cli.epilog"))
    version = f"{PROGRAM} {__version__}"
    parser.add_argument("--version", action="version", version=version, help=say("cli.version"))
    parser.add_argument("--lang", choices=("zh", "en"), default=said.lang, help=say("cli.lang"))
    commands = parser.add_subparsers(
        dest="command",
        title=say("cli.commands"),
        metavar="diagnose | codes | check",
    )
    diagnose.add_parser(commands, said)
    codes.add_parser(commands, said)
    if with_check:
        from qt_app.cli import check

        check.add_parser(commands, said)
    return parser


def _window(said: Messages, console: Console) -> int:
    if not has_display():
        console.complain(said.say("cli.no_display"))
        return USAGE
    try:
        from qt_app.gui.launch import main as open_window
    except ImportError as error:
        console.complain(said.say("cli.no_gui", reason=str(error)))
        return USAGE
    return int(open_window() or 0)


if __name__ == "__main__":
    sys.exit(main())
