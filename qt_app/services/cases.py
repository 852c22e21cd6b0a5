"""Kept cases: one masked JSON file each, written whole or not at all."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from qt_app.core.errors import SettingsError
from qt_app.core.phrases import Phrase
from qt_app.services.settings import write_whole

MOST_CASES = 50
MAX_BYTES = 2_000_000  # of one file
_MAX_WORDS = 2_000  # characters of title and verdict
_SCHEMA = 1
_LATER = {"entry_id": "", "lang": ""}  # cases kept before have none
_ID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class KeptCase:
    """One case. `text`, `title` and `verdict` are masked; times are ISO 8601 with offset.

    `severity` is that of its worst finding, "undecided", or "" if nothing was found. `is_open`:
    it has a tab. `is_cut`: only the beginning of the text is kept. `entry_id`: the row of the
    catalogue that title and verdict, which are in `lang`, come from; "" if none.
    """

    id: str
    title: str
    severity: str
    verdict: str
    text: str
    created: str
    changed: str
    is_open: bool = True
    is_cut: bool = False
    entry_id: str = ""
    lang: str = ""


def new_id() -> str:
    """An id no other case has."""
    return os.urandom(16).hex()


def time_now() -> str:
    """The time on this computer, with its offset."""
    return datetime.now().astimezone().isoformat(timespec="milliseconds")


def parse_case(data: object) -> KeptCase | None:
    """A case from plain values; None if anything in it is not as it should be."""
    if not isinstance(data, Mapping):
        return None
    values: dict[str, Any] = {}
    for item in fields(KeptCase):
        wanted = bool if item.name.startswith("is_") else str
        value = data.get(item.name, _LATER.get(item.name, False if wanted is bool else None))
        if not isinstance(value, wanted):
            return None
        values[item.name] = value
    case = KeptCase(**values)
    return case if _ID.fullmatch(case.id) and _is_time(case.changed) else None


def fitted(case: KeptCase) -> tuple[KeptCase, str]:
    """The case and its file, the text cut so that the file stays within MAX_BYTES."""
    case = replace(case, title=case.title[:_MAX_WORDS], verdict=case.verdict[:_MAX_WORDS])
    if len(case.text) > MAX_BYTES:
        case = replace(case, text=case.text[:MAX_BYTES], is_cut=True)
    written = _dump(case)
    while (size := _size(written)) > MAX_BYTES:
        # Escapes make some characters longer than others: cut by the share that is too much.
        keep = int(len(case.text) * MAX_BYTES / size * 0.98)
        case = replace(case, text=case.text[:keep], is_cut=True)
        written = _dump(case)
    return case, written


class CaseStore:
    """The folder of cases. `moved`: where damaged files were put by the last `load`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.moved: list[Path] = []

    def load(self) -> list[KeptCase]:
        """All cases, the newest first. Damaged files are moved aside, not lost.

        Raises SettingsError if the folder is there but cannot be read.
        """
        self.moved = []
        try:
            files = sorted(self.folder.glob("*.json")) if self.folder.is_dir() else []
        except OSError as error:
            raise _trouble("cases.unreadable", self.folder, error) from error
        found = [case for file in files if (case := self._read(file)) is not None]
        return newest_first(found)

    def save(self, case: KeptCase) -> KeptCase:
        """Writes a case; returns it as kept, cut if it was too long. Raises SettingsError."""
        case, written = fitted(case)
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_whole(self._file(case.id), written)
        except (OSError, UnicodeError) as error:
            raise _trouble("cases.unwritable", self.folder, error) from error
        return case

    def delete(self, case_id: str) -> None:
        """Removes a case; nothing happens if there is none. Raises SettingsError."""
        try:
            self._file(case_id).unlink(missing_ok=True)
        except OSError as error:
            raise _trouble("cases.unwritable", self.folder, error) from error

    def _file(self, case_id: str) -> Path:
        if not _ID.fullmatch(case_id):
            raise ValueError(f"not the id of a case: {case_id!r}")
        return self.folder / f"{case_id}.json"

    def _read(self, file: Path) -> KeptCase | None:
        try:
            # Twice the limit, since another version may have kept more.
            text = "" if file.stat().st_size > 2 * MAX_BYTES else file.read_text("utf-8")
            case = parse_case(json.loads(text))
        except OSError:
            return None  # it may be readable next time
        except (ValueError, RecursionError):
            case = None
        if case is None or case.id != file.stem:
            self._set_aside(file)
            return None
        return case

    def _set_aside(self, file: Path) -> None:
        target = file.with_name(file.name + ".damaged")
        try:
            os.replace(file, target)
        except OSError:
            target = file
        self.moved.append(target)


def newest_first(cases: Iterable[KeptCase]) -> list[KeptCase]:
    """The cases in the order of the list."""
    return sorted(cases, key=lambda case: (_moment(case.changed), case.id), reverse=True)


def too_many(cases: Sequence[KeptCase]) -> list[KeptCase]:
    """Those beyond MOST_CASES: the oldest without a tab, then the oldest with one."""
    ordered = sorted(cases, key=lambda case: (case.is_open, _moment(case.changed)))
    return ordered[: max(len(ordered) - MOST_CASES, 0)]


def _dump(case: KeptCase) -> str:
    values = {"schema": _SCHEMA, **asdict(case)}
    written = json.dumps(values, ensure_ascii=False, indent=1) + "\n"
    try:
        written.encode("utf-8")
    except UnicodeEncodeError:
        # A lone surrogate has no UTF-8; escaped it comes back as it was.
        written = json.dumps(values, indent=1) + "\n"
    return written


def _size(text: str) -> int:
    return len(text.encode("utf-8"))


def _is_time(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def _moment(text: str) -> float:
    return datetime.fromisoformat(text).timestamp()


def _trouble(key: str, file: Path, error: Exception) -> SettingsError:
    reason = getattr(error, "strerror", None) or str(error)
    return SettingsError(Phrase(key, {"file": str(file), "reason": reason}))
