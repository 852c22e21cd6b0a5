"""A report as JSON on one line, and as one line a finding: what findings share is written once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from json.encoder import encode_basestring
from typing import Any

from qt_app.api.report import FindingReport, Report, plain

_FIELDS = tuple(FindingReport.__dataclass_fields__)


class JsonWriter:
    """Writes what `json.dumps(…, ensure_ascii=False)` writes of `Report.to_dict()`.

    Thousands of findings hold the very same tuples: their text is made once.
    """

    def __init__(self) -> None:
        self._tuples: dict[int, str] = {}

    def report(self, report: Report, summary_only: bool) -> str:
        """The whole report on one line."""
        content = report.to_dict(findings=False)
        lines = [] if summary_only else map(self.finding, report.findings)
        parts = [
            f'"{name}": [{", ".join(lines)}]'
            if name == "findings"
            else f'"{name}": {_plain_text(value)}'
            for name, value in content.items()
        ]
        return "{" + ", ".join(parts) + "}"

    def finding(self, one: FindingReport) -> str:
        """One finding as an object."""
        parts = [f'"{name}": {self._text(getattr(one, name))}' for name in _FIELDS]
        return "{" + ", ".join(parts) + "}"

    def _text(self, value: Any) -> str:
        kind = type(value)
        if kind is str:
            return encode_basestring(value)
        if kind is tuple:
            return self._tuple(value) if value else "[]"
        if value is None:
            return "null"
        if kind is bool:
            return "true" if value else "false"
        if kind is int:
            return int.__repr__(value)
        if isinstance(value, Mapping):
            parts = (f"{encode_basestring(key)}: {self._text(item)}" for key, item in value.items())
            return "{" + ", ".join(parts) + "}"
        return _plain_text(value)

    def _tuple(self, value: tuple[Any, ...]) -> str:
        """The report keeps its tuples, so that none can take another's place here."""
        known = self._tuples.get(id(value))
        if known is None:
            known = self._tuples[id(value)] = _plain_text(value)
        return known


def _plain_text(value: Any) -> str:
    return json.dumps(plain(value), ensure_ascii=False)
