"""The one loader of packaged files: from a wheel, an editable install or the source tree."""

from __future__ import annotations

from functools import cache
from pathlib import Path, PurePosixPath

from qt_app.core.errors import ResourceError
from qt_app.core.phrases import Phrase


def resource(path: str) -> Path:
    """The packaged file or folder at `path` (relative, "/" between parts, no "..")."""
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or "\\" in path or ":" in path:
        raise ResourceError(Phrase("error.resource_path", {"path": path}))
    found = _root().joinpath(*pure.parts)
    if not (found.is_file() or found.is_dir()):
        raise ResourceError(Phrase("error.resource_missing", {"path": path}))
    return found


def read_text(path: str) -> str:
    """A packaged text file, UTF-8."""
    return resource(path).read_text(encoding="utf-8")


def read_bytes(path: str) -> bytes:
    """A packaged file's bytes."""
    return resource(path).read_bytes()


def names(path: str, suffix: str = "") -> list[str]:
    """Sorted names of the files in a packaged folder that end with `suffix`."""
    return sorted(item.name for item in resource(path).iterdir() if item.name.endswith(suffix))


@cache
def _root() -> Path:
    # By path: importlib.resources takes as long to load as a page of the window.
    package = Path(__file__).resolve().parents[1]
    packaged = package / "_resources"
    # An editable install and a source tree have the folder beside the package.
    return packaged if packaged.is_dir() else package.parent / "resources"
