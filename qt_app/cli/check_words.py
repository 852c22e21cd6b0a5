"""The checks of words alone, no network: domain."""

from __future__ import annotations

import argparse

from qt_app.api.check_report import CheckReport
from qt_app.api.checks import load_desk

Subparsers = argparse._SubParsersAction


def add_checks(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the sub-commands of this module."""
    _add_domain(subparsers)


def _add_domain(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser("domain", help="安全域名 / the safe domain")
    parser.add_argument("--safe-domain", required=True, metavar="D")
    parser.add_argument("--page", metavar="URL")
    parser.set_defaults(report=_domain)


def _domain(args: argparse.Namespace) -> CheckReport:
    return load_desk().domain(args.safe_domain, args.page, args.lang or "zh")
