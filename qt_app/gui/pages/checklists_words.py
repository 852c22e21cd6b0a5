"""The sentences about addresses and the network that stand under the form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qt_app.core.errors import TriageError
from qt_app.gui.pages.checklists_live import Refused
from qt_app.gui.plain import one_line

if TYPE_CHECKING:
    from qt_app.api.check_report import CheckWords

_SHOWN = 80


class NetworkWords(QObject):
    """Says where a check would connect to, and why it cannot."""

    def offline(self) -> str:
        """For the list that needs no network."""
        return self.tr("This list does not use the network")

    def live(self, values: Mapping[str, str], timeout: float) -> str:
        """Names host and ports before anything is sent."""
        from qt_app.core.checks.web.target import read_target

        limits = self.tr("no login data, at most {0} s per request").format(f"{timeout:g}")
        target = read_target(values.get("target", ""))
        if not target.usable:
            where = self.tr("Connects only to the address you enter, and only after Run checks")
            return self.tr("{0}; {1}").format(where, limits)
        place = values.get("connect", "").strip()
        other = values.get("http_connect", "").strip()
        if place or other:
            return self._elsewhere(target.shown, place, other, str(target.port), limits)
        where = self.tr("Connects only to {0}, ports {1} and {2}").format(
            target.shown, target.port, target.http_port
        )
        return self.tr("{0}; {1}").format(where, limits)

    def _elsewhere(self, host: str, place: str, other: str, port: str, limits: str) -> str:
        first = _short(place) if place else f"{host}:{port}"
        places = self.tr("{0} and {1}").format(first, _short(other)) if other else first
        where = self.tr("Connects only to {0}, in the name of {1}").format(places, host)
        return self.tr("{0}; {1}").format(where, limits)

    def host(self, target: str) -> str:
        """The host of what was typed, for a sentence."""
        from qt_app.core.checks.web.target import read_target

        return read_target(target).shown

    def outdated(self, target: str) -> str:
        """The fields were changed after the check."""
        return self.tr(
            "The fields were changed. Below are the results for {0}; run the checks again."
        ).format(_short(target))

    def still(self, trouble: str, target: str) -> str:
        """Why nothing was checked, and whose results stand below all the same."""
        return self.tr("{0} Below are still the results for {1}.").format(trouble, _short(target))

    def empty(self, name: str) -> str:
        """Nothing was entered."""
        if name == "https":
            return self.tr(
                "Enter the address of the page first, for example https://oa.example.com"
            )
        return self.tr(
            "Enter the address of the failing page first, or what the back office holds now"
        )

    def refused(self, refused: Refused, words: CheckWords | None, lang: str) -> str:
        """Why a field cannot be used; nothing in it was changed."""
        if refused.why == "bad":
            return self._bad(refused, words, lang)
        found = _short(refused.found)
        if refused.field == "ca":
            from qt_app.api.messages import messages

            return messages(lang).say(refused.why, path=found)
        said = {
            "empty": self.empty("https"),
            "place": self.tr("Write {0} as host:port, for example 127.0.0.1:8443").format(found),
        }
        return said.get(refused.why, said["empty"])

    def _bad(self, refused: Refused, words: CheckWords | None, lang: str) -> str:
        from qt_app.core.checklist.model import fill

        for note in refused.notes:
            try:
                outcome = words.outcome(note.outcome) if words is not None else None
            except KeyError:
                outcome = None
            if outcome is not None:
                return one_line(fill(outcome.detail.get(lang), note.args))
        return self.tr("{0} is no web address that can be checked").format(_short(refused.found))

    def missing(self, trouble: TriageError | None) -> str:
        """The list cannot be read."""
        said = self.tr("This checklist cannot be read; install the program again")
        first = next(iter(getattr(trouble, "faults", ())), None)
        return f"{said} ({first})" if first else said


def _short(text: str) -> str:
    shown = one_line(text)
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
