"""A report in one of its written forms."""

from __future__ import annotations

import json
from typing import Any

from qt_app.api.as_json import JsonWriter
from qt_app.api.as_markdown import as_markdown
from qt_app.api.as_reply import as_reply
from qt_app.api.as_text import as_text
from qt_app.api.as_ticket import as_ticket
from qt_app.api.formats import FORMATS as FORMATS
from qt_app.api.report import Report, plain

MAX_INDENTED = 300


def render(report: Report, form: str = "text", summary_only: bool = False) -> str:
    """The report as text, JSON, NDJSON, Markdown, ticket block or customer reply.

    `summary_only` leaves the findings out. Always ends with a line break. ValueError for an
    unknown form.
    """
    if form == "json":
        return _json(report, summary_only)
    if form == "ndjson":
        return _ndjson(report, summary_only)
    if form == "markdown":
        return as_markdown(report, summary_only)
    if form == "ticket":
        return as_ticket(report)
    if form == "reply":
        return as_reply(report)
    if form == "text":
        return as_text(report, summary_only)
    raise ValueError(f"no such form: {form}")


def json_text(value: Any, indent: int | None = None) -> str:
    """JSON that any console and UTF-8 reader can take: lone surrogates are escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return text if _is_utf8(text) else json.dumps(value, ensure_ascii=True, indent=indent)


def _is_utf8(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _json(report: Report, summary_only: bool) -> str:
    # Python's own encoder, which indents, is several times slower than the compiled one.
    if len(report.findings) <= MAX_INDENTED:
        return json_text(report.to_dict(findings=not summary_only), indent=2) + "\n"
    text = JsonWriter().report(report, summary_only)
    if not _is_utf8(text):
        text = json_text(report.to_dict(findings=not summary_only))
    return text + "\n"


def _ndjson(report: Report, summary_only: bool) -> str:
    writer, findings = JsonWriter(), () if summary_only else report.findings
    lines = [writer.finding(one) for one in findings]
    rest = report.to_dict(findings=False)
    lines.append(json_text({"summary": rest["summary"], "notes": rest["notes"]}))
    text = "\n".join(lines) + "\n"
    if _is_utf8(text):
        return text
    return "\n".join([*(json_text(plain(one)) for one in findings), lines[-1]]) + "\n"
