"""Files to diagnose, with a clear word for whatever is in the way of reading them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from qt_app.core.errors import InputError
from qt_app.core.phrases import Phrase
from qt_app.services.bigfiles import BIG

HEAD = 64 << 10
_PICTURES = (b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
_STARTS = (*_PICTURES, b"%PDF-", b"PK\x03\x04", b"\x7fELF")
# What tells the picture stands after the length, in what else holds films and sounds, too.
_BRANDS = (b"heic", b"heix", b"mif1", b"avif")
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_ODD = bytes({*range(32)} - {7, 8, 9, 10, 12, 13, 27})


@dataclass(frozen=True, slots=True)
class LargeFile:
    """A file too large to hold; it is read when it is diagnosed. `head` is its first 64 KB."""

    path: str
    size: int
    head: bytes


def read_input(path: str) -> bytes | LargeFile:
    """The bytes of a file; InputError says why not (folder, missing, permission, no text)."""
    with reading(path, Path(path).name or path), Path(path).open("rb") as stream:
        size = Path(path).stat().st_size
        data = stream.read(HEAD)
        if is_picture(data):
            raise _error("picture", Path(path).name or path)
        if is_binary(data):
            raise _error("binary", Path(path).name or path)
        return LargeFile(path, size, data) if size > BIG else data + stream.read()


@contextmanager
def reading(path: str, name: str) -> Iterator[None]:
    """Whatever goes wrong with a file inside becomes an InputError that calls it `name`."""
    try:
        if Path(path).is_dir():
            raise _error("folder", name)
        yield
    except FileNotFoundError as error:
        raise _error("not_found", name) from error
    except PermissionError as error:
        raise _error("permission", name) from error
    except (OSError, ValueError, MemoryError) as error:
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise _error("unreadable", name, reason=reason) from error


def is_picture(data: bytes) -> bool:
    """Whether these are a picture's bytes: PNG, JPEG, GIF, BMP, TIFF, WebP or HEIC."""
    if data.startswith(_PICTURES):
        return True
    if data.startswith(b"BM"):
        # Two letters are a word, too; a bitmap's size and four zeros follow.
        return data[6:10] == bytes(4)
    if data.startswith(b"RIFF"):
        return data[8:12] == b"WEBP"
    return data[4:8] == b"ftyp" and data[8:12] in _BRANDS


def is_binary(data: bytes) -> bool:
    """Whether these are a picture's or program's bytes rather than text in any encoding."""
    head = data[:4096]
    if head.startswith(_STARTS):
        return True
    if head.startswith(_WIDE) or not head:
        return False
    zeros = head.count(0)
    if zeros * 4 > len(head):
        # UTF-16 without a mark has its zeros on one side.
        return not (head[::2].count(0) * 8 < zeros or head[1::2].count(0) * 8 < zeros)
    odd = len(head) - len(head.translate(None, _ODD))
    return odd * 10 > len(head)


def _error(key: str, name: str, **args: str) -> InputError:
    return InputError(Phrase(f"error.{key}", {"name": name, **args}))
