"""The code table as a CSV file that a spreadsheet opens without running anything in it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

SUGGESTED = "qingtui-codes.csv"
_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,15})?")
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def harmless(cell: str) -> str:
    """A cell no spreadsheet takes for a formula; plain numbers like -1 stay what they are."""
    cell = cell.replace("\x00", "")
    if cell.lstrip(" ").startswith(_STARTS) and not _NUMBER.fullmatch(cell):
        return "'" + cell
    return cell


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Comma-separated lines ended as spreadsheets expect; every cell made harmless."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([harmless(cell) for cell in header])
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return out.getvalue()


def write_csv(file: Path, text: str) -> None:
    """UTF-8 with a mark, by which Excel knows it; OSError if it cannot be written."""
    file.write_bytes(text.encode("utf-8-sig", "backslashreplace"))
