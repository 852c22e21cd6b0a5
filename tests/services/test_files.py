"""Files to diagnose: pictures are told from other bytes that are no text, and text from both."""

from __future__ import annotations

from pathlib import Path

import pytest

from qt_app.core.errors import InputError
from qt_app.services.files import is_picture, read_input

PICTURES = {
    "png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00",
    "gif": b"GIF89a\x01\x00\x01\x00",
    "bmp": b"BM\x8a\x00\x00\x00\x00\x00\x00\x00\x8a\x00",
    "tif": b"II*\x00\x08\x00\x00\x00",
    "webp": b"RIFF\x24\x00\x00\x00WEBPVP8 ",
    "heic": b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00",
}
OTHERS = {
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "zip": b"PK\x03\x04\x14\x00\x00\x00",
    "wav": b"RIFF\x24\x00\x00\x00WAVEfmt \x10\x00\x00\x00",
    "mp4": b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00",
    "bin": b"\x7fELF\x02\x01\x01\x00",
}
TEXTS = ("BM 报错 50002", "RIFF WEBP 42001", "II* 40001", "ftypheic", '{"errcode":50002}', "")


def refused(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_input(str(path))
    return caught.value.phrase.key


@pytest.mark.parametrize("kind", PICTURES)
def test_pictures_are_called_pictures(tmp_path: Path, kind: str) -> None:
    # Whatever its name says.
    file = tmp_path / "shot.log"
    file.write_bytes(PICTURES[kind] + bytes(range(256)) * 4)
    assert refused(file) == "error.picture"


@pytest.mark.parametrize("kind", OTHERS)
def test_other_bytes_are_no_pictures(tmp_path: Path, kind: str) -> None:
    file = tmp_path / f"x.{kind}"
    file.write_bytes(OTHERS[kind] + bytes(range(256)) * 4)
    assert refused(file) == "error.binary"


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_text_that_begins_like_a_picture_is_read(tmp_path: Path, text: str, encoding: str) -> None:
    data = text.encode(encoding)
    assert not is_picture(data)
    file = tmp_path / "picture.png"
    file.write_bytes(data)
    assert read_input(str(file)) == data
