"""Named filters of the code table: one JSON file, written whole or not at all.

{"schema": 1, "filters": [{"name", "text", "table", "severity", "who"}]}
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from qt_app.core.catalogue.entries import SEVERITIES, WHO
from qt_app.core.errors import SettingsError
from qt_app.core.phrases import Phrase
from qt_app.services.settings import write_whole

SCHEMA = 1
LONGEST_NAME, LONGEST_TEXT, MOST = 60, 1000, 200
_LARGEST = 1 << 20
_FIELDS = ("name", "text", "table", "severity", "who")


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """What is typed and what the three drop-downs ask for; "" is all."""

    name: str
    text: str = ""
    table: str = ""
    severity: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class FilterFault:
    """What is wrong with the `number`th filter, from 1; 0 is the file itself.

    `field`: file, schema, many, row, name, twice, text, table, severity or who.
    """

    number: int
    field: str
    value: str = ""


@dataclass(slots=True)
class Parsed:
    """The filters that are right, and everything that is wrong."""

    filters: list[SavedFilter] = field(default_factory=list)
    faults: list[FilterFault] = field(default_factory=list)


def parse_filters(data: bytes, tables: Sequence[str]) -> Parsed:
    """Reads a file's bytes; `tables` are the names that exist. Never raises."""
    try:
        plain = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return Parsed(faults=[FilterFault(0, "file")])
    rows = plain.get("filters") if isinstance(plain, dict) else None
    if not isinstance(rows, list):
        return Parsed(faults=[FilterFault(0, "file")])
    parsed = Parsed()
    version = plain.get("schema")
    if version != SCHEMA or isinstance(version, bool):
        parsed.faults.append(FilterFault(0, "schema", _shown(version)))
    if len(rows) > MOST:
        parsed.faults.append(FilterFault(0, "many", str(len(rows))))
    for number, row in enumerate(rows[:MOST], 1):
        _take_row(parsed, number, row, tables)
    return parsed


def dump_filters(filters: Sequence[SavedFilter]) -> str:
    """The filters as they stand in a file."""
    plain = {"schema": SCHEMA, "filters": [asdict(one) for one in filters]}
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def _take_row(parsed: Parsed, number: int, row: Any, tables: Sequence[str]) -> None:
    if not isinstance(row, dict):
        parsed.faults.append(FilterFault(number, "row"))
        return
    values = {key: row.get(key, "") for key in _FIELDS}
    accepted = {
        "name": _is_name(values["name"]),
        "text": _is_text(values["text"], LONGEST_TEXT),
        "table": values["table"] == "" or values["table"] in tables,
        "severity": values["severity"] == "" or values["severity"] in SEVERITIES,
        "who": values["who"] == "" or values["who"] in WHO,
    }
    faults = [FilterFault(number, key, _shown(values[key])) for key in _FIELDS if not accepted[key]]
    if accepted["name"] and any(values["name"] == one.name for one in parsed.filters):
        faults.append(FilterFault(number, "twice", values["name"]))
    parsed.faults += faults
    if not faults:
        parsed.filters.append(SavedFilter(**values))


def _is_name(value: Any) -> bool:
    return _is_text(value, LONGEST_NAME) and bool(value.strip())


def _is_text(value: Any, longest: int) -> bool:
    if not isinstance(value, str) or len(value) > longest:
        return False
    # Half of a surrogate pair could be read, but not be written again.
    return not any("\ud800" <= letter <= "\udfff" for letter in value)


def _shown(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=True)
    return text[:40]


class FiltersStore:
    """Reads and writes the file in the data folder. `moved`: where a damaged one was put."""

    def __init__(self, file: Path, tables: Sequence[str]) -> None:
        self.file = file
        self.moved: Path | None = None
        self._tables = tables

    def load(self) -> list[SavedFilter]:
        """The filters; none if there is no file. A damaged file is moved aside, what is right in
        it is kept. Raises SettingsError if it is there but cannot be read or moved."""
        try:
            data = self.file.read_bytes()
        except FileNotFoundError:
            return []
        except OSError as error:
            raise _trouble("settings.unreadable", self.file, error) from error
        parsed = parse_filters(data, self._tables)
        if parsed.faults:
            self._set_aside()
        return parsed.filters

    def save(self, filters: Sequence[SavedFilter], file: Path | None = None) -> None:
        """Writes all filters, to another file if one is named. Raises SettingsError."""
        target = self.file if file is None else file
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            write_whole(target, dump_filters(filters))
        except (OSError, ValueError) as error:
            raise _trouble("settings.unwritable", target, error) from error

    def read(self, file: Path) -> Parsed:
        """Another file's filters with all its faults. Raises SettingsError if it cannot be read."""
        try:
            with file.open("rb") as stream:
                data = stream.read(_LARGEST + 1)
        except (OSError, ValueError) as error:
            raise _trouble("settings.unreadable", file, error) from error
        if len(data) > _LARGEST:
            return Parsed(faults=[FilterFault(0, "file")])
        return parse_filters(data, self._tables)

    def _set_aside(self) -> None:
        target = self.file.with_suffix(".damaged.json")
        try:
            os.replace(self.file, target)
        except OSError as error:
            raise _trouble("settings.unreadable", self.file, error) from error
        self.moved = target


def _trouble(key: str, file: Path, error: Exception) -> SettingsError:
    reason = getattr(error, "strerror", None) or str(error)
    return SettingsError(Phrase(key, {"file": str(file), "reason": reason}))
