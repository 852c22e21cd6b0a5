"""What the user hands in: clipboard or dropped data, as text, files, or something named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

from PySide6.QtCore import QMimeData

_BREAKS = {"br", "p", "div", "tr", "li", "pre", "h1", "h2", "h3", "h4", "table", "ul", "ol"}
_SILENT = {"script", "style", "head", "title"}


@dataclass(frozen=True, slots=True)
class Handed:
    """Text or files; `kind` is text, files, picture, page (text of a web page) or nothing."""

    kind: str
    text: str = ""
    paths: tuple[str, ...] = ()


def handed(data: QMimeData | None) -> Handed:
    """What there is to read in clipboard or dropped data. Nothing is rendered or loaded."""
    if data is None:
        return Handed("nothing")
    paths = tuple(url.toLocalFile() for url in data.urls() if url.isLocalFile())
    if paths:
        return Handed("files", paths=paths)
    if data.hasText() and data.text():
        return Handed("text", data.text())
    if data.hasHtml():
        return Handed("page", text_of_page(data.html()))
    return Handed("picture" if data.hasImage() else "nothing")


def text_of_page(page: str) -> str:
    """The words of an HTML page, its blocks as lines."""
    reader = _Words()
    reader.feed(page)
    reader.close()
    lines = (line.strip() for line in "".join(reader.pieces).split("\n"))
    return "\n".join(line for line in lines if line)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in _BREAKS:
            self.pieces.append("\n")
        self._silent += tag in _SILENT

    def handle_endtag(self, tag: str) -> None:
        if tag in _BREAKS:
            self.pieces.append("\n")
        self._silent = max(self._silent - (tag in _SILENT), 0)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(data)


def joined(names: Sequence[str], texts: Sequence[str]) -> tuple[str, list[int]]:
    """Several inputs as one text with a line of its own before each, and where each begins."""
    if len(texts) == 1:
        return texts[0], [0]
    pieces: list[str] = []
    starts: list[int] = []
    at = 0
    for name, text in zip(names, texts, strict=True):
        head = f"──── {name} ────\n"
        starts.append(at + len(head))
        pieces += [head, text, "" if text.endswith("\n") else "\n"]
        at += len(head) + len(text) + len(pieces[-1])
    return "".join(pieces), starts


def file_name(path: str) -> str:
    """The last part of a path of any system."""
    return path.replace("\\", "/").rstrip("/").rpartition("/")[2] or path
