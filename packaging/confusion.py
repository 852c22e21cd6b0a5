"""The confusion table: python packaging/confusion.py [WORD…]

Runs every paste of tests/data/pastes (one file a kind) through the library and prints, per kind,
how many were read right; each wrong one with what was found. WORD limits it to names with it.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
PASTES = ROOT / "tests" / "data" / "pastes"
FIELDS = ("kind", "origin", "platform", "undecided", "enter", "time", "line")


class Paste(NamedTuple):
    """One paste with what a careful human would find in it."""

    group: str
    name: str
    text: str
    want: dict[str, Any]


def load_pastes() -> Iterator[Paste]:
    """All pastes, by file."""
    for path in sorted(PASTES.glob("*.toml")):
        for item in tomllib.loads(path.read_text(encoding="utf-8"))["paste"]:
            want = {key: item[key] for key in (*FIELDS, "find", "entry") if key in item}
            yield Paste(path.stem, item["name"], item["text"], want)


def differences(paste: Paste, findings: Any) -> list[str]:
    """What is not as wanted, in words; empty when the paste was read right."""
    got = [finding.code + "+" * finding.ok for finding in findings]
    want = paste.want["find"]
    if len(got) != len(want) or not all(_same(*pair) for pair in zip(want, got, strict=True)):
        return [f"found {got}, not {want}"]
    entries = [finding.entry.id if finding.entry else "" for finding in findings]
    wrong = [f"entry {entries}"] if paste.want.get("entry", entries) != entries else []
    for field in FIELDS:
        values = [getattr(finding, field) or "" for finding in findings]
        if field in paste.want and [value or "" for value in paste.want[field]] != values:
            wrong.append(f"{field} {values}, not {paste.want[field]}")
    return wrong


def _same(want: str, got: str) -> bool:
    """`sdk.` stands for any code that begins so."""
    return got == want or (want.endswith(".") and got.startswith(want))


def main(words: list[str]) -> int:
    """Print the table; exit 1 if a paste was read wrong."""
    from qt_app.api import diagnose, load_catalogue

    catalogue = load_catalogue()
    table: dict[str, list[int]] = {}
    for paste in load_pastes():
        if words and not any(word in paste.name for word in words):
            continue
        wrong = differences(paste, diagnose(paste.text, catalogue).findings)
        table.setdefault(paste.group, [0, 0])[bool(wrong)] += 1
        if wrong:
            print(f"{paste.group} | {paste.name} | {'; '.join(wrong)}")
    print(f"{'kind':<12}{'right':>7}{'wrong':>7}")
    for group, (right, wrong_count) in table.items():
        print(f"{group:<12}{right:>7}{wrong_count:>7}")
    return int(any(wrong_count for _, wrong_count in table.values()))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
