"""Answers in the rows of a table whose heading names a code: CSV, tabs, pipes, aligned columns."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import NamedTuple

from qt_app.core.patterns import lazily
from qt_app.core.reading.anchors import Anchor
from qt_app.core.reading.found import Found, Harvest
from qt_app.core.reading.hints import hint_of
from qt_app.core.reading.keys import (
    CODE_HEADINGS,
    MESSAGE_HEADINGS,
    code_rank,
    message_rank,
    normal_code,
)

MOST_ROWS = 100_000
LONGEST_LINE = 20_000
_RULE = lazily(r"[\s|:+\-=│┃┼├┤─━┌┬┐└┴┘]*\Z")
_NOT_A_CELL = lazily(r"[\"']?[ \t]{0,8}[=:({\[.>]")
_DASHES = lazily(r"-{2,}")


class Row(NamedTuple):
    """The cells of one row, which stands at [start, end)."""

    cells: list[str]
    start: int
    end: int


def table_at(text: str, original: str, anchor: Anchor, floor: int) -> tuple[Harvest, int] | None:
    """The rows below the heading that holds `anchor`, and where the table ends."""
    if _NOT_A_CELL.match(text, anchor.end):
        return None
    start = max(floor, text.rfind("\n", max(0, anchor.start - LONGEST_LINE), anchor.start) + 1)
    end = text.find("\n", anchor.end)
    if end < 0 or end - start > LONGEST_LINE:
        return None
    line = text[start:end]
    for delimiter in _delimiters(line):
        head = [cell.strip() for cell in _cells(line, delimiter)]
        columns = _columns(head)
        if columns is None or len(head) < 2:
            continue
        rows = _rows(text, original, end + 1, delimiter, line)
        harvest, last = _harvest(rows, head, columns, _name(delimiter))
        if harvest.found:
            return harvest, last
    return None


def _delimiters(line: str) -> Iterator[str]:
    for delimiter in ("\t", "|", "│", ",", ";", "  ", " "):
        if delimiter in line:
            yield delimiter


def _name(delimiter: str) -> str:
    return "csv" if delimiter in ",;" else "table"


def _columns(head: list[str]) -> tuple[int, int | None] | None:
    """Which column holds the code and which the message."""
    if any(len(cell) > 60 or normal_code(cell) is not None for cell in head):
        return None
    codes = [n for n, cell in enumerate(head) if _is_code(cell)]
    messages = [n for n, cell in enumerate(head) if _is_message(cell)]
    if not codes:
        return None
    code = min(codes, key=lambda n: code_rank(head[n]) or 0)
    message = min(messages, key=lambda n: message_rank(head[n]) or 0, default=None)
    if (code_rank(head[code]) or 0) >= 3 and message is None:
        return None
    return code, message


def _is_code(cell: str) -> bool:
    return code_rank(cell) is not None or cell in CODE_HEADINGS


def _is_message(cell: str) -> bool:
    return message_rank(cell) is not None or cell in MESSAGE_HEADINGS


def _cells(line: str, delimiter: str) -> list[str]:
    if delimiter in ("|", "│"):
        bare = line.strip()
        return [cell.strip() for cell in bare.strip(delimiter).split(delimiter)]
    if delimiter == "  ":
        return re.split(r"\s{2,}", line.strip())
    if delimiter == " ":
        return line.split()
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except (csv.Error, ValueError):
        return line.split(delimiter)


def _rows(text: str, original: str, at: int, delimiter: str, head: str) -> Iterator[Row]:
    """The table's rows; a row in CSV may run over lines inside quotes."""
    places: list[int] | None = None
    for _ in range(MOST_ROWS):
        if at >= len(text):
            return
        end = _row_end(text, at, delimiter)
        line = original[at:end].rstrip("\r\n")
        if not line.strip():
            return
        if _RULE.match(line):
            if delimiter in ("  ", " "):
                places = [found.start() for found in _DASHES.finditer(line)]
        elif places:
            yield Row(_cut(line, places), at, at + len(line))
        elif delimiter == " ":
            return
        else:
            yield Row(_cells(line, delimiter), at, at + len(line))
        at = end + 1
    del head


def _cut(line: str, places: list[int]) -> list[str]:
    ends = [*places[1:], len(line)]
    return [line[start:end].strip() for start, end in zip(places, ends, strict=True)]


def _row_end(text: str, at: int, delimiter: str) -> int:
    end = at - 1
    for _ in range(60):
        start = end + 1
        end = text.find("\n", start)
        if end < 0:
            return len(text)
        if delimiter not in ",;\t" or text.count('"', at, end) % 2 == 0:
            return end
    return text.find("\n", at)


def _harvest(
    rows: Iterator[Row], head: list[str], columns: tuple[int, int | None], dialect: str
) -> tuple[Harvest, int]:
    harvest = Harvest()
    code_at, message_at = columns
    last = 0
    misses = 0
    for row in rows:
        code = normal_code(row.cells[code_at]) if code_at < len(row.cells) else None
        if code is None or len(row.cells) > len(head) + 2:
            misses += 1
            if misses > 3:
                break
            continue
        fields = dict(zip(head, (cell.strip() for cell in row.cells), strict=False))
        message = fields.get(head[message_at]) if message_at is not None else None
        key = head[message_at] if message_at is not None and message else None
        found = Found(
            row.start, row.end, code, head[code_at], message or None, key, fields, dialect
        )
        found.hint = hint_of(fields.items())
        harvest.found.append(found)
        last = row.end
    return harvest, last
