"""The checks of words alone, no network: domain, link, token, signature."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable
from datetime import UTC, datetime

from qt_app.api.check_report import CheckReport
from qt_app.api.checks import load_desk
from qt_app.api.messages import Messages
from qt_app.cli.parser import Parser
from qt_app.core.checks.masking import show
from qt_app.core.checks.signature import Signed

Subparsers = argparse._SubParsersAction
_LIMIT = 1_000_000


def add_checks(subparsers: Subparsers[Parser], said: Messages) -> None:
    """Add the sub-commands of this module."""
    _add_domain(subparsers, said)
    _add_link(subparsers, said)
    _add_token(subparsers, said)
    _add_signature(subparsers, said)


def _add_domain(subparsers: Subparsers[Parser], said: Messages) -> None:
    parser = subparsers.add_parser("domain", help=said.say("check.help_domain"))
    say = said.say
    parser.add_argument("--safe-domain", required=True, metavar="D", help=say("check.safe_domain"))
    parser.add_argument("--page", metavar="URL", help=say("check.page"))
    parser.set_defaults(report=_domain)


def _add_link(subparsers: Subparsers[Parser], said: Messages) -> None:
    parser = subparsers.add_parser("link", help=said.say("check.help_link"))
    parser.add_argument("url", metavar="URL", help=said.say("check.link"))
    parser.set_defaults(report=_link)


def _add_token(subparsers: Subparsers[Parser], said: Messages) -> None:
    parser = subparsers.add_parser("token", help=said.say("check.help_token"))
    say = said.say
    parser.add_argument("token", metavar="TOKEN", help=say("check.token"))
    parser.add_argument("--at", type=_moment(said), metavar="TIME", help=say("check.at"))
    parser.set_defaults(report=_token)


def _add_signature(subparsers: Subparsers[Parser], said: Messages) -> None:
    parser = subparsers.add_parser("signature", help=said.say("check.help_signature"))
    for name in ("ticket", "nonce", "timestamp", "url", "signature"):
        shown = "X" if name == "signature" else name[0].upper()
        words = said.say(f"check.signature_{name}")
        parser.add_argument(f"--{name}", required=True, metavar=shown, help=words)
    parser.set_defaults(report=_signature)


def _moment(said: Messages) -> Callable[[str], datetime]:
    """The type of `--at`: a time that cannot be read is wrong usage, in words."""

    def read(text: str) -> datetime:
        found = moment(text)
        if found is None:
            shown = show(text, 40)
            raise argparse.ArgumentTypeError(said.say("check.bad_time", value=shown))
        return found

    return read


def moment(text: str) -> datetime | None:
    """ISO 8601 (without offset: this computer's time zone) or milliseconds since 1970.

    None if it is neither.
    """
    text = text.strip()
    try:
        if re.fullmatch(r"[0-9]{1,15}", text):
            value = int(text)
            # Ten digits are seconds: as milliseconds they would all lie in January 1970.
            seconds = value if 10**9 <= value < 10**11 else value / 1000
            found = datetime.fromtimestamp(seconds, UTC)
        else:
            found = datetime.fromisoformat(text)
        aware = found if found.tzinfo else found.astimezone()
    except (ValueError, OverflowError, OSError):
        return None
    return aware if 1970 <= aware.year < 9999 else None


def _domain(args: argparse.Namespace) -> CheckReport:
    return load_desk().domain(args.safe_domain, args.page, args.lang)


def _link(args: argparse.Namespace) -> CheckReport:
    return load_desk().link(args.url, args.lang)


def _token(args: argparse.Namespace) -> CheckReport:
    token = _standard_input() if args.token == "-" else args.token
    return load_desk().token(token, args.at or datetime.now(UTC), args.lang)


def _standard_input() -> str:
    # A program without console, on Windows, has no standard input at all.
    if sys.stdin is None:
        return ""
    return sys.stdin.buffer.read(_LIMIT).decode("utf-8-sig", "replace")


def _signature(args: argparse.Namespace) -> CheckReport:
    seen = Signed(args.ticket, args.nonce, args.timestamp, args.url, args.signature)
    return load_desk().signature(seen, args.lang)
