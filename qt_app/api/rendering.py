"""A report in one of its written forms."""

from __future__ import annotations

import json
from typing import Any

from qt_app.api.as_markdown import as_markdown
from qt_app.api.as_reply import as_reply
from qt_app.api.as_text import as_text
from qt_app.api.as_ticket import as_ticket
from qt_app.api.formats import FORMATS as FORMATS
from qt_app.api.report import Report

MAX_INDENTED = 300


def render(report: Report, form: str = "text", summary_only: bool = False) -> str:
    """The report as text, JSON, NDJSON, Markdown, ticket block or customer reply.

    `summary_only` leaves the findings out. Always ends with a line break. ValueError for an
    unknown form.
    """
    if form == "json":
        # Python's own encoder, which indents, is several times slower than the compiled one.
        indent = 2 if len(report.findings) <= MAX_INDENTED else None
        return json_text(_dict(report, summary_only), indent=indent) + "\n"
    if form == "ndjson":
        return _ndjson(_dict(report, summary_only))
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
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, ensure_ascii=True, indent=indent)
    return text


def _dict(report: Report, summary_only: bool) -> dict[str, Any]:
    content = report.to_dict()
    if summary_only:
        content["findings"] = []
    return content


def _ndjson(content: dict[str, Any]) -> str:
    lines = [json_text(finding) for finding in content["findings"]]
    lines.append(json_text({"summary": content["summary"], "notes": content["notes"]}))
    return "\n".join(lines) + "\n"
