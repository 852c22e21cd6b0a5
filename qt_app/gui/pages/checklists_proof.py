"""The proof of a step, out of the data of its check: as a widget and as plain lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qt_app.gui.plain import one_line
from qt_app.gui.theme import Theme
from qt_app.gui.widgets.cards import Section, Well
from qt_app.gui.widgets.proofs import AddressParts, ProofFrame, ProofRow, ProofTable
from qt_app.gui.widgets.words import plain_label

MOST_ROWS = 30
Data = Mapping[str, Any]
GOOD, BAD, CARE, OPEN = (
    ("circle-check", "ok"),
    ("circle-x", "error"),
    ("alert-triangle", "warn"),
    ("help-circle", "violet"),
)
NEUTRAL = ("info-circle", "text2")


@dataclass(slots=True)
class Proof:
    """A section and what it says."""

    widget: QWidget
    lines: list[str] = field(default_factory=list)


class Proofs(QObject):
    """Makes proofs. `make(step id, data, link parts)` is None where there is nothing to show.

    `passed`: nothing is ticked in the proof of a step that did not pass.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._makers: dict[str, Callable[[Data], Proof | None]] = {
            "https.dns": self._addresses,
            "https.connect": self._tried,
            "https.protocol": self._versions,
            "https.chain": self._chain,
            "https.hostname": self._names,
            "https.weak": self._keys,
            "https.hsts": self._headers,
            "https.mixed": self._mixed,
            "https.injection": self._added,
        }

    def make(self, step_id: str, data: Data, link: Data, *, passed: bool = True) -> Proof | None:
        """`link` is the data of link.fragment: every step of a link shows it taken apart."""
        if step_id.startswith("link."):
            return self._link(link)
        if step_id == "https.redirect":
            return self._hops(data, passed=passed)
        maker = self._makers.get(step_id)
        return maker(data) if maker is not None and data else None

    # The chain

    def _chain(self, data: Data) -> Proof | None:
        rows = [self._chain_row(row) for row in _rows(data, "chain")]
        return self._rows(self.tr("What the server really sent"), rows)

    def _chain_row(self, row: Data) -> ProofRow:
        issuer = _text(row, "issuer")
        roles = {
            "leaf": self.tr("Server certificate, issued by {0}").format(issuer)
            if issuer
            else self.tr("Server certificate"),
            "intermediate": self.tr("Intermediate, issued by {0}").format(issuer)
            if issuer
            else self.tr("Intermediate; the server should send it along"),
            "root": self.tr("Root certificate"),
        }
        states = {
            "sent": (GOOD, self.tr("Sent")),
            "not_sent": (BAD, self.tr("Not sent")),
            "trusted": (GOOD, self.tr("Trusted here")),
            "extra": (NEUTRAL, self.tr("Not needed")),
            "unknown": (BAD, self.tr("Not trusted here")),
        }
        mark, word = states.get(_text(row, "state"), (NEUTRAL, ""))
        if row.get("trusted") and row.get("state") == "sent":
            word = self.tr("Sent, trusted here")
        return ProofRow(*mark, _text(row, "name"), roles.get(_text(row, "role"), ""), word)

    # Names and addresses

    def _addresses(self, data: Data) -> Proof | None:
        kinds = {
            "public": (GOOD, self.tr("Public")),
            "private": (CARE, self.tr("Inner network")),
            "loopback": (CARE, self.tr("This machine")),
            "link_local": (CARE, self.tr("Inner network")),
        }
        rows = []
        for row in _rows(data, "addresses"):
            mark, word = kinds.get(_text(row, "kind"), (CARE, self.tr("Reserved")))
            rows.append(ProofRow(*mark, _text(row, "address"), _text(row, "family"), word))
        return self._rows(self.tr("Addresses of the name"), rows)

    def _tried(self, data: Data) -> Proof | None:
        troubles = {
            "refused": self.tr("Refused"),
            "timeout": self.tr("No answer in time"),
            "reset": self.tr("Cut off"),
            "unreachable": self.tr("Not reachable"),
        }
        rows = []
        for row in _rows(data, "tried"):
            trouble = _text(row, "trouble")
            word = troubles.get(trouble, trouble) or self.tr("Connected")
            place = f"{_text(row, 'address')} · {_text(row, 'port')}"
            rows.append(ProofRow(*(BAD if trouble else GOOD), place, "", word))
        return self._rows(self.tr("Connections tried"), rows)

    def _versions(self, data: Data) -> Proof | None:
        words = {
            "yes": (GOOD, self.tr("Offered")),
            "no": (NEUTRAL, self.tr("Not offered")),
            "cannot_test": (OPEN, self.tr("Cannot be tested here")),
            "unknown": (OPEN, self.tr("No answer")),
        }
        versions = data.get("versions")
        if not isinstance(versions, Mapping):
            return None
        rows = []
        for name, state in versions.items():
            mark, word = words.get(str(state), words["unknown"])
            old = str(name) in ("TLS 1.0", "TLS 1.1") and state == "yes"
            rows.append(ProofRow(*(CARE if old else mark), str(name), "", word))
        return self._rows(self.tr("Versions"), rows)

    def _names(self, data: Data) -> Proof | None:
        matched = _text(data, "matched")
        rows = []
        for item in data.get("names") or ():
            name = one_line(str(item))
            hit = bool(matched) and name == matched
            word = self.tr("Covers this address") if hit else ""
            rows.append(ProofRow(*(GOOD if hit else NEUTRAL), name, "", word))
        if not rows and data.get("common_name"):
            rows.append(ProofRow(*CARE, _text(data, "common_name"), self.tr("Common name only")))
        return self._rows(self.tr("Names in the certificate"), rows)

    def _keys(self, data: Data) -> Proof | None:
        rows = []
        for row in _rows(data, "keys"):
            made = " · ".join(part for part in (_text(row, "key"), _text(row, "signature")) if part)
            rows.append(ProofRow("certificate", "text2", _text(row, "name"), made))
        return self._rows(self.tr("Keys and signatures"), rows)

    # Http

    def _hops(self, data: Data, *, passed: bool) -> Proof | None:
        kinds = {
            "final": (GOOD if passed else NEUTRAL, ""),
            "next": (NEUTRAL, ""),
            "loop": (BAD, self.tr("A loop")),
            "too_many": (BAD, self.tr("Too many hops")),
            "broken": (BAD, self.tr("Leads nowhere")),
            "private": (BAD, self.tr("Inner network")),
            "elsewhere": (NEUTRAL, self.tr("Not followed")),
            "trouble": (BAD, self.tr("No answer")),
        }
        rows = []
        for row in _rows(data, "hops"):
            mark, word = kinds.get(_text(row, "kind"), (NEUTRAL, ""))
            if row.get("kind") == "final" and not _text(row, "url").startswith("https:"):
                # The journey ends where ads can still be put in: nothing to tick.
                mark, word = CARE, self.tr("Stays on http")
            to = _text(row, "to") or _text(row, "location")
            under = " → ".join(part for part in (_text(row, "status"), to) if part)
            rows.append(ProofRow(*mark, _text(row, "url"), under, word))
        return self._rows(self.tr("Hops"), rows)

    def _headers(self, data: Data) -> Proof | None:
        rows = []
        for value in data.get("values") or ():
            name = "Strict-Transport-Security"
            rows.append(ProofRow("code", "text2", name, one_line(str(value))))
        return self._rows(self.tr("Header as sent"), rows)

    def _mixed(self, data: Data) -> Proof | None:
        browser = {
            "blocked": (self.tr("Blocked"), "error"),
            "upgraded": (self.tr("Turned into https"), "warn"),
            "warned": (self.tr("Warns before sending"), "warn"),
            "leaves": (self.tr("Leaves https"), "error"),
        }
        works = {
            "yes": (self.tr("Works"), "ok"),
            "no": (self.tr("Does not work"), "error"),
            "unknown": (self.tr("Not tried"), "text2"),
        }
        rows = []
        for row in _rows(data, "rows")[:MOST_ROWS]:
            treated = browser.get(_text(row, "browser"), (_text(row, "browser"), "text2"))
            tried = works.get(_text(row, "https"), works["unknown"])
            rows.append([(_text(row, "address"), ""), treated, tried])
        if not rows:
            return None
        heads = [self.tr("Address"), self.tr("What browsers do"), self.tr("Does https work?")]
        title = self.tr("Loaded over http")
        table = ProofTable(self._theme, heads, rows)
        lines = [" · ".join(text for text, _ in row) for row in rows]
        return self._section(title, table, lines, _count(data, len(rows)))

    def _added(self, data: Data) -> Proof | None:
        rows = []
        for row in _rows(data, "added"):
            line = self.tr("line {0}").format(_text(row, "line"))
            kinds = dict.fromkeys([_text(row, "tag"), _text(row, "kind"), line])
            kind = " · ".join(part for part in kinds if part)
            name = _text(row, "address") or _text(row, "text")
            rows.append(ProofRow(*BAD, name or kind, kind if name else ""))
        title = self.tr("Only in the copy that came over http")
        return self._rows(title, rows[:MOST_ROWS], _count(data, min(len(rows), MOST_ROWS)))

    # A link

    def _link(self, data: Data) -> Proof | None:
        parts = [(str(text), str(role)) for text, role in data.get("parts") or ()]
        if not parts:
            return None
        well = Well("grey")
        column = QVBoxLayout(well)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(8)
        column.addWidget(AddressParts(self._theme, parts))
        lines = ["".join(text for text, _ in parts)]
        lost = data.get("fragment")
        if lost:
            said = self.tr("The server never receives what is struck out: #{0}")
            lines.append(said.format(one_line(str(lost))))
            column.addWidget(plain_label(lines[-1], "small", "error", wrap=True))
        else:
            lines.append(self.tr("The server receives all of it."))
            column.addWidget(plain_label(lines[-1], "small", "text2", wrap=True))
        return self._section(self.tr("The link taken apart"), well, lines)

    # Frames

    def _rows(self, title: str, rows: Sequence[ProofRow], more: int = 0) -> Proof | None:
        if not rows:
            return None
        shown = rows[:MOST_ROWS]
        lines = [" · ".join(p for p in (row.name, row.under, row.word) if p) for row in shown]
        rest = max(more, len(rows) - len(shown))
        return self._section(title, ProofFrame(self._theme, shown), lines, rest)

    def _section(self, title: str, widget: QWidget, lines: Sequence[str], more: int = 0) -> Proof:
        section = Section(title)
        section.add(widget)
        said = [title, *lines]
        if more > 0:
            said.append(self.tr("and %n more", "", more))
            section.add(plain_label(said[-1], "small", "text2"))
        return Proof(section, said)


def _rows(data: Data, key: str) -> list[Data]:
    found = data.get(key)
    return [row for row in found if isinstance(row, Mapping)] if isinstance(found, list) else []


def _text(row: Data, key: str) -> str:
    value = row.get(key)
    return "" if value is None else one_line(str(value))


def _count(data: Data, shown: int) -> int:
    count = data.get("count")
    return count - shown if isinstance(count, int) else 0
