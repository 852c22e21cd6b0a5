"""The checks of a server and of what was saved from one: https, cert, page, injection."""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Callable
from pathlib import Path

from qt_app.api import web_checks
from qt_app.api.check_report import CheckReport
from qt_app.api.messages import Messages
from qt_app.cli.parser import Parser
from qt_app.core.checks.masking import mask_address, show
from qt_app.core.errors import InputError
from qt_app.core.phrases import Phrase

Subparsers = argparse._SubParsersAction
_LIMIT = 20_000_000
_LONGEST = 300.0


def add_checks(subparsers: Subparsers[Parser], said: Messages) -> None:
    """Add the sub-commands of this module."""
    _add_https(subparsers, said)
    _add_cert(subparsers, said)
    _add_page(subparsers, said)
    _add_injection(subparsers, said)


def _add_https(subparsers: Subparsers[Parser], said: Messages) -> None:
    parser = subparsers.add_parser("https", help=said.say("check.help_https"))
    say, where = said.say, _place(said)
    parser.add_argument("url", metavar="URL", help=say("check.https_url"))
    parser.add_argument("--connect", metavar="HOST:PORT", type=where, help=say("check.connect"))
    parser.add_argument(
        "--http-connect", metavar="HOST:PORT", type=where, help=say("check.http_connect")
    )
    parser.add_argument("--ca", metavar="FILE", type=Path, help=say("check.ca"))
    parser.add_argument(
        "--timeout", metavar="S", type=_seconds(said), default=10.0, help=say("check.timeout")
    )
    parser.set_defaults(report=_https)


def _add_cert(subparsers: Subparsers[Parser], said: Messages) -> None:
    parser = subparsers.add_parser("cert", help=said.say("check.help_cert"))
    say = said.say
    parser.add_argument("file", metavar="FILE|-", help=say("check.cert_file"))
    parser.add_argument("--host", metavar="H", help=say("check.cert_host"))
    parser.add_argument("--ca", metavar="FILE", type=Path, help=say("check.ca"))
    parser.set_defaults(report=_cert)


def _add_page(subparsers: Subparsers[Parser], said: Messages) -> None:
    parser = subparsers.add_parser("page", help=said.say("check.help_page"))
    say = said.say
    parser.add_argument("file", metavar="FILE", help=say("check.page_file"))
    parser.add_argument("--base", metavar="URL", help=say("check.page_base"))
    parser.set_defaults(report=_page)


def _add_injection(subparsers: Subparsers[Parser], said: Messages) -> None:
    parser = subparsers.add_parser("injection", help=said.say("check.help_injection"))
    say = said.say
    parser.add_argument("http_file", metavar="HTTP_FILE", help=say("check.http_file"))
    parser.add_argument("https_file", metavar="HTTPS_FILE", help=say("check.https_file"))
    parser.set_defaults(report=_injection)


def _place(said: Messages) -> Callable[[str], str]:
    def read(text: str) -> str:
        if web_checks.place(text) is None:
            shown = show(mask_address(text), 60)
            raise argparse.ArgumentTypeError(said.say("check.bad_place", value=shown))
        return text

    return read


def _seconds(said: Messages) -> Callable[[str], float]:
    def read(text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            value = 0.0
        if not math.isfinite(value) or value <= 0:
            shown = show(text, 40)
            raise argparse.ArgumentTypeError(said.say("check.bad_seconds", value=shown))
        return min(value, _LONGEST)

    return read


def _https(args: argparse.Namespace) -> CheckReport:
    return web_checks.check_https(
        args.url,
        connect=args.connect,
        http_connect=args.http_connect,
        ca=args.ca,
        timeout=args.timeout,
        lang=args.lang,
    )


def _cert(args: argparse.Namespace) -> CheckReport:
    data = _read(args.file)
    added = web_checks.read_ca(args.ca) if args.ca is not None else ()
    return web_checks.check_cert(data, args.host, added_roots=added, name=args.file, lang=args.lang)


def _page(args: argparse.Namespace) -> CheckReport:
    return web_checks.check_page(_read(args.file), args.base, name=args.file, lang=args.lang)


def _injection(args: argparse.Namespace) -> CheckReport:
    http, https = _read(args.http_file), _read(args.https_file)
    names = (args.http_file, args.https_file)
    return web_checks.check_injection(http, https, names=names, lang=args.lang)


def _read(name: str) -> bytes:
    """A file's bytes, of standard input for "-"; InputError if it cannot be read."""
    if name == "-":
        return sys.stdin.buffer.read(_LIMIT)
    try:
        with Path(name).open("rb") as file:
            return file.read(_LIMIT)
    except (OSError, ValueError) as error:
        raise InputError(Phrase("check.unreadable", {"path": show(name, 200)})) from error
