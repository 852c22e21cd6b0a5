"""The one-line result of a step that passed: the value itself instead of "all is well"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from qt_app.gui.plain import one_line

if TYPE_CHECKING:
    from qt_app.api.guided import StepView

Data = Mapping[str, Any]


class StepFacts(QObject):
    """`line(step)` for a row. What failed keeps its outcome's words, they say more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._makers: dict[str, Callable[[Data], str]] = {
            "domain.form": lambda data: _text(data, "host"),
            "domain.registrable": lambda data: _text(data, "enter"),
            "domain.covers": lambda data: _text(data, "page_host"),
            "link.appid": lambda data: _text(data, "appid"),
            "link.redirect": lambda data: _text(data, "redirect_uri"),
            "link.domain": self._enter,
            "https.dns": self._resolved,
            "https.connect": self._connected,
            "https.handshake": lambda data: _text(data, "version"),
            "https.protocol": self._versions,
            "https.hostname": self._covers,
            "https.expiry": self._days,
            "https.weak": _key,
            "https.redirect": _last_hop,
        }

    def line(self, step: StepView) -> str:
        """The second line of a row."""
        shown = step.state == "pass" or (step.state == "warn" and step.id == "https.expiry")
        maker = self._makers.get(step.id)
        if maker is None or not shown or step.answered or not step.data:
            return step.line
        return maker(step.data) or step.line

    def _enter(self, data: Data) -> str:
        enter = _text(data, "enter")
        return self.tr("Enter {0}").format(enter) if enter else ""

    def _resolved(self, data: Data) -> str:
        found = [_text(row, "address") for row in _rows(data, "addresses")]
        if not found:
            return ""
        more = self.tr(" and %n more", "", len(found) - 1) if len(found) > 1 else ""
        return f"{_text(data, 'host')} → {found[0]}{more}"

    def _connected(self, data: Data) -> str:
        tried = _rows(data, "tried")
        took = data.get("milliseconds")
        if not tried or took is None:
            return ""
        return self.tr("Port {0}, {1} ms").format(_text(tried[-1], "port"), took)

    def _versions(self, data: Data) -> str:
        versions = data.get("versions")
        offered = (
            [str(name) for name, state in versions.items() if state == "yes"]
            if isinstance(versions, Mapping)
            else []
        )
        short = [*offered[:1], *(name.removeprefix("TLS ") for name in offered[1:])]
        return self.tr(", ").join(short)

    def _covers(self, data: Data) -> str:
        matched = _text(data, "matched")
        return self.tr("{0} covers this name").format(matched) if matched else ""

    def _days(self, data: Data) -> str:
        days = data.get("days_left")
        return self.tr("%n day(s) left", "", days) if isinstance(days, int) else ""


def _key(data: Data) -> str:
    row = next(iter(_rows(data, "keys")), {})
    return " · ".join(part for part in (_text(row, "key"), _text(row, "signature")) if part)


def _last_hop(data: Data) -> str:
    rows = _rows(data, "hops")
    return " → ".join(dict.fromkeys(_text(row, "url") for row in rows)) if len(rows) > 1 else ""


def _rows(data: Data, key: str) -> list[Data]:
    found = data.get(key)
    return [row for row in found if isinstance(row, Mapping)] if isinstance(found, list) else []


def _text(row: Data, key: str) -> str:
    value = row.get(key)
    return "" if value is None else one_line(str(value))
