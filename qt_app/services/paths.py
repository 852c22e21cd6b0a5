"""Where the product keeps its files: under QINGTUI_TRIAGE_HOME, else in the platform's folders."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

HOME_VARIABLE = "QINGTUI_TRIAGE_HOME"
_APP = "qingtui-triage"


class Paths(NamedTuple):
    """The folders in use. None of them needs to exist yet."""

    config: Path
    data: Path

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.config / "settings.json"

    @property
    def crashes(self) -> Path:
        """The folder of redacted crash reports."""
        return self.data / "crashes"

    @property
    def cases(self) -> Path:
        """The folder of kept cases."""
        return self.data / "cases"

    @property
    def filters(self) -> Path:
        """The file of named filters of the code table."""
        return self.data / "filters.json"

    def used_bytes(self) -> int:
        """Bytes used by everything below both folders; what cannot be read counts as nothing."""
        return sum(_size(folder) for folder in {self.config, self.data})


def find_paths(environ: Mapping[str, str] | None = None) -> Paths:
    """The folders for this environment (default: the process's own)."""
    home = (os.environ if environ is None else environ).get(HOME_VARIABLE, "").strip()
    if home:
        root = Path(home).expanduser()
        return Paths(config=root, data=root)
    import platformdirs  # not wanted where a home is given

    config = Path(platformdirs.user_config_dir(_APP, appauthor=False))
    return Paths(config=config, data=Path(platformdirs.user_data_dir(_APP, appauthor=False)))


def _size(folder: Path) -> int:
    total = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            try:
                total += os.stat(os.path.join(parent, name)).st_size
            except OSError:
                continue
    return total


def clear_folder(folder: Path) -> int:
    """Deletes all files below a folder; returns how many could not be deleted."""
    left = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            try:
                os.unlink(os.path.join(parent, name))
            except OSError:
                left += 1
    return left
