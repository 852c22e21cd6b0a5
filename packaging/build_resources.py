"""Check all hand-edited resource files and write resources/generated/knowledge.json.

Run: python packaging/build_resources.py [--check]
With --check nothing is written; exit 1 if a file is wrong or the generated one is stale.
Needs pypinyin (a build dependency only).
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from qt_app.core.catalogue.build import entry_id  # noqa: E402
from qt_app.core.catalogue.check import check_files, table_order  # noqa: E402
from qt_app.core.checklist.build import build_checklists  # noqa: E402
from qt_app.core.diagnosis.rules_raw import rulebook_from_raw  # noqa: E402
from qt_app.core.errors import CatalogueError, Fault  # noqa: E402
from qt_app.core.phrasebook import book_from_raw  # noqa: E402
from qt_app.core.search.folding import fold  # noqa: E402
from qt_app.core.story.build import story_from_raw  # noqa: E402

RESOURCES = ROOT / "resources"
TARGET = RESOURCES / "generated" / "knowledge.json"
DATE = "2026-11"
_RUNS = re.compile(r"[\u3400-\u9fff]+|[a-z0-9]+")
# Characters with several readings, where the dictionary takes the wrong one for our words.
READINGS = {"长度": [["chang"], ["du"]], "重置": [["chong"], ["zhi"]], "重发": [["chong"], ["fa"]]}


def main(argv: list[str] | None = None) -> int:
    """Write or check the generated file; all faults are printed, one a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, only compare")
    args = parser.parse_args(argv)
    try:
        text = render()
    except CatalogueError as error:
        print("\n".join(str(fault) for fault in error.faults), file=sys.stderr)
        return 1
    if args.check:
        fresh = TARGET.is_file() and TARGET.read_text(encoding="utf-8") == text
        print("fresh" if fresh else "stale: run packaging/build_resources.py")
        return 0 if fresh else 1
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(text, encoding="utf-8", newline="\n")
    print(f"wrote {TARGET.relative_to(ROOT)}, {len(text) // 1024} KB")
    return 0


def render(resources: Path = RESOURCES) -> str:
    """The generated file's text; CatalogueError with all faults of all files."""
    faults: list[Fault] = []
    parts = {
        name: _load_folder(resources / name, faults)
        for name in ("catalogue", "rules", "phrasebook", "checklists")
    }
    faults.extend(check_files(parts["catalogue"]))
    faults.extend(_rule_faults(parts))
    if faults:
        raise CatalogueError(faults)
    knowledge = {**parts, "catalogue": _catalogue(parts["catalogue"])}
    return json.dumps(knowledge, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"


def _rule_faults(parts: Mapping[str, Mapping[str, Any]]) -> list[Fault]:
    """What is wrong in rules, story, phrasebook and checklists, each looked at on its own."""
    rules = {stem: data for stem, data in parts["rules"].items() if stem != "story"}
    builders: dict[str, Callable[[], object]] = {
        "rules": partial(rulebook_from_raw, rules, {}),
        "rules/story.toml": partial(story_from_raw, parts["rules"].get("story", {})),
        "phrasebook": partial(book_from_raw, parts["phrasebook"], thorough=True),
        "checklists": partial(build_checklists, parts["checklists"]),
    }
    faults: list[Fault] = []
    for name, build in builders.items():
        try:
            build()
        except CatalogueError as error:
            faults.extend(error.faults)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            # The shape is so wrong that it could not even be looked at entry by entry.
            faults.append(Fault(name, "-", "-", f"{type(error).__name__}: {error}"))
    return faults


def _load_folder(folder: Path, faults: list[Fault]) -> dict[str, Any]:
    loaded = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            loaded[path.stem] = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            faults.append(Fault(path.name, "-", "-", str(error)))
    return loaded


def _catalogue(files: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    from pypinyin import load_phrases_dict

    load_phrases_dict(READINGS)  # once: each call lets its dictionary be sorted anew
    order = table_order(list(files))
    entries = [_entry(table, item) for table in order for item in files[table]["entry"]]
    return {"date": DATE, "tables": {t: files[t]["name"] for t in order}, "entries": entries}


def _entry(table: str, item: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **item,
        "id": entry_id(table, item["code"], item["message"]),
        "table": table,
        "search": _search_text(item),
    }


def _search_text(item: Mapping[str, Any]) -> dict[str, Any]:
    texts = [item["message"], item["title"]["zh"]]
    spellings = [_pinyin(text) for text in texts]
    return {
        "message": fold(item["message"]),
        "title": fold(f"{item['title']['zh']}\n{item['title']['en']}"),
        "meaning": fold(f"{item['meaning']['zh']}\n{item['meaning']['en']}"),
        "pinyin": sorted({full for full, _ in spellings if full}),
        "initials": sorted({short for _, short in spellings if short}),
    }


def _pinyin(text: str) -> tuple[str, str]:
    """Full pinyin and initials of the Chinese in `text`, other letters and digits kept."""
    from pypinyin import Style, lazy_pinyin

    full, short = [], []
    for run in _RUNS.findall(fold(text)):
        chinese = "\u3400" <= run[0] <= "\u9fff"
        syllables = lazy_pinyin(run, style=Style.NORMAL) if chinese else [run]
        full.extend(syllables)
        short.extend(part[:1] if chinese else part for part in syllables)
    return "".join(full), "".join(short)


if __name__ == "__main__":
    raise SystemExit(main())
