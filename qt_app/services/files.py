"""Files to diagnose: read whole, as bytes, with a clear word for whatever is in the way."""

from __future__ import annotations

from pathlib import Path

from qt_app.core.errors import InputError
from qt_app.core.phrases import Phrase

LARGEST = 256 << 20
_PICTURES = (b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
_STARTS = (*_PICTURES, b"%PDF-", b"PK\x03\x04", b"\x7fELF")
# What tells the picture stands after the length, in what else holds films and sounds, too.
_BRANDS = (b"heic", b"heix", b"mif1", b"avif")
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_ODD = bytes({*range(32)} - {7, 8, 9, 10, 12, 13, 27})


def read_input(path: str, largest: int = LARGEST) -> bytes:
    """The bytes of a file; InputError says why not (folder, missing, permission, size, no text)."""
    try:
        file = Path(path)
        if file.is_dir():
            raise _error("folder", path)
        if file.stat().st_size > largest:
            raise _error("too_large", path, mb=str(largest >> 20))
        data = file.read_bytes()
    except FileNotFoundError as error:
        raise _error("not_found", path) from error
    except PermissionError as error:
        raise _error("permission", path) from error
    except (OSError, ValueError, MemoryError) as error:
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise _error("unreadable", path, reason=reason) from error
    if is_picture(data):
        raise _error("picture", path)
    if is_binary(data):
        raise _error("binary", path)
    return data


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


def _error(key: str, path: str, **args: str) -> InputError:
    name = Path(path).name or path
    return InputError(Phrase(f"error.{key}", {"name": name, **args}))
