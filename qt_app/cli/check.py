"""`qingtui-triage check …`: the sub-commands, each run on the values it is given."""

from __future__ import annotations

import argparse
import json
import sys

from qt_app.api.check_report import CheckReport, render_text
from qt_app.cli import check_words

# Each module adds its sub-commands by `add_checks(subparsers)`; a sub-command's parser has the
# default `report`, a function of the parsed arguments that returns a CheckReport.
GROUPS = (check_words,)


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `check` to the program's commands."""
    parser = subparsers.add_parser("check", help="检查域名、链接、证书 / check a domain, link …")
    checks = parser.add_subparsers(dest="check", metavar="CHECK", required=True)
    for group in GROUPS:
        group.add_checks(checks)
    for check in checks.choices.values():
        check.add_argument("--format", choices=("text", "json"), default="text")
        check.add_argument("--lang", choices=("zh", "en"), default=None)


def run(args: argparse.Namespace) -> int:
    """Run the check that was asked for. Exit code 0 whatever it found."""
    report: CheckReport = args.report(args)
    if args.format == "json":
        write(json.dumps(report.to_dict(), ensure_ascii=False, indent=2) + "\n", exact=True)
    else:
        write(render_text(report), exact=False)
    return 0


def write(text: str, *, exact: bool) -> None:
    """To the console: UTF-8 if `exact`, else what the console can show, the rest replaced."""
    encoding = "utf-8" if exact else (sys.stdout.encoding or "utf-8")
    data = text.encode(encoding, "replace")
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(data.decode(encoding))
        return
    sys.stdout.flush()
    buffer.write(data)
    buffer.flush()
