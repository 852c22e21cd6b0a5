"""The user's settings: one JSON file, written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from qt_app.core.errors import SettingsError
from qt_app.core.phrases import Phrase

LANGUAGES = ("", "zh", "en")
THEMES = ("system", "light", "dark")
TEXT_SIZES = (90, 100, 110, 125, 150, 175, 200)
TIMEOUTS = (1, 60)


class Settings(NamedTuple):
    """What the user chose. `language` "" means the system's; `text_size` is per cent.

    `check_timeout` is seconds per step of a live check. `mask_user_ids` and `mask_inner_ips` mask
    more than secrets; `keep_cases` keeps masked cases over a restart. `was_closed`: a window was
    closed before, so this is no first start. `layout` holds what a page remembers of its look:
    splitters, columns, sort.
    `extra` keeps keys of other versions as they were.
    """

    language: str = ""
    theme: str = "system"
    text_size: int = 100
    page: str = ""
    geometry: str = ""
    check_timeout: int = 10
    mask_user_ids: bool = False
    mask_inner_ips: bool = False
    keep_cases: bool = True
    was_closed: bool = False
    layout: Mapping[str, Any] = MappingProxyType({})
    extra: Mapping[str, Any] = MappingProxyType({})


def parse_settings(data: Mapping[str, Any]) -> Settings:
    """Settings from plain values; a value of the wrong kind falls back to its default."""
    known = set(Settings._fields) - {"extra"}
    values: dict[str, Any] = {}
    for name in sorted(known & set(data)):
        accepted = _accept(name, data[name])
        if accepted is not None:
            values[name] = accepted
    extra = {name: value for name, value in data.items() if name not in known}
    return Settings(**values, extra=extra)


def dump_settings(settings: Settings) -> dict[str, Any]:
    """The settings as they stand in the file, unknown keys included."""
    own = settings._asdict()
    del own["extra"]
    own["layout"] = dict(settings.layout)
    return {**settings.extra, **own}


def _accept(name: str, value: Any) -> Any:
    if name == "language":
        return value if value in LANGUAGES else None
    if name == "theme":
        return value if value in THEMES else None
    if name == "text_size":
        return _within(value, TEXT_SIZES[0], TEXT_SIZES[-1])
    if name == "check_timeout":
        return _within(value, *TIMEOUTS)
    if name in ("mask_user_ids", "mask_inner_ips", "keep_cases", "was_closed"):
        return value if isinstance(value, bool) else None
    if name == "layout":
        return dict(value) if isinstance(value, Mapping) else None
    return value if isinstance(value, str) else None


def _within(value: Any, low: int, high: int) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return min(max(value, low), high)


class SettingsStore:
    """Reads and writes the settings file. `moved` is where a damaged file was put, or None."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.moved: Path | None = None

    def load(self) -> Settings:
        """The settings; defaults if there are none. A damaged file is moved aside, not lost.

        Raises SettingsError if the file is there but cannot be read or moved.
        """
        try:
            text = self.file.read_text(encoding="utf-8")
        except FileNotFoundError:
            return Settings()
        except UnicodeDecodeError:
            return self._set_aside()
        except OSError as error:
            raise _trouble("settings.unreadable", self.file, error) from error
        import json  # a first start has nothing to read

        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            return self._set_aside()
        if not isinstance(data, dict):
            return self._set_aside()
        # A file of a version that did not note it yet was written by some start before this one.
        return parse_settings({"was_closed": True, **data})

    def save(self, settings: Settings) -> None:
        """Writes the whole file at once. Raises SettingsError if that is not possible."""
        import json

        text = json.dumps(dump_settings(settings), ensure_ascii=False, indent=2, sort_keys=True)
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self.file, text + "\n")
        except (OSError, UnicodeError) as error:
            raise _trouble("settings.unwritable", self.file, error) from error

    def _set_aside(self) -> Settings:
        target = self.file.with_suffix(".damaged.json")
        try:
            os.replace(self.file, target)
        except OSError as error:
            raise _trouble("settings.unreadable", self.file, error) from error
        self.moved = target
        return Settings()


def write_whole(file: Path, text: str) -> None:
    """Writes beside the file and renames, so a stop in between leaves the old one. Mode 0600."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=file.name, suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        os.replace(name, file)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def _trouble(key: str, file: Path, error: Exception) -> SettingsError:
    reason = getattr(error, "strerror", None) or str(error)
    return SettingsError(Phrase(key, {"file": str(file), "reason": reason}))
