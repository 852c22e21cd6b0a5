"""Every error that the product raises on purpose.

TriageError
├── CatalogueError      a catalogue, rule or checklist file is wrong (all faults at once)
├── ResourceError       a packaged file is missing or was asked for by a forbidden path
├── InputError          something handed in cannot be read
└── SettingsError       settings or another file of the user's home cannot be kept
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from qt_app.core.phrases import Phrase


class TriageError(Exception):
    """Base of all; `phrase` says it in the user's language."""

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(f"{phrase.key} {dict(phrase.args)}")
        self.phrase = phrase


class Fault(NamedTuple):
    """One thing wrong in a data file."""

    file: str
    entry: str
    field: str
    problem: str

    def __str__(self) -> str:
        return f"{self.file}: {self.entry}: {self.field}: {self.problem}"


class CatalogueError(TriageError):
    """Data files are wrong; `faults` lists all of them."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        listing = "\n".join(str(fault) for fault in self.faults)
        super().__init__(Phrase("error.catalogue", {"faults": listing, "n": len(self.faults)}))


class ResourceError(TriageError):
    """A packaged file is missing, or its path is not allowed."""


class InputError(TriageError):
    """Something handed in cannot be read."""


class SettingsError(TriageError):
    """A file in the user's home cannot be read or written."""
