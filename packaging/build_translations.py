"""Collects the window's strings into resources/i18n/*.ts and compiles the .qm files.

    python packaging/build_translations.py           collect, compile, name what is unfinished
    python packaging/build_translations.py --check   change nothing; exit 1 if anything is stale

The .ts files are edited by hand (or in Qt Linguist); the .qm files are only ever built here.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
I18N = ROOT / "resources" / "i18n"
LANGUAGES = {"zh": "zh_CN", "en": "en_US"}


def sources() -> list[str]:
    """All modules of the window, in a fixed order, relative to the root."""
    return sorted(str(path.relative_to(ROOT)) for path in (ROOT / "qt_app" / "gui").rglob("*.py"))


def collect(folder: Path) -> None:
    """Bring new strings into the .ts files in `folder`, drop those no longer used."""
    for short, locale in LANGUAGES.items():
        # English is the source language: only its plurals need a file.
        plural = ["-pluralonly"] if short == "en" else []
        _run(
            "lupdate", *sources(), "-ts", str(folder / f"qt_app_{short}.ts"), "-no-obsolete",
            "-locations", "none", "-source-language", "en_US", "-target-language", locale,
            *plural,
        )  # fmt: skip


def compile_all(folder: Path) -> None:
    """Build the .qm files in `folder` from its .ts files."""
    for short in LANGUAGES:
        name = f"qt_app_{short}"
        _run("lrelease", str(folder / f"{name}.ts"), "-qm", str(folder / f"{name}.qm"))


def unfinished(folder: Path) -> list[str]:
    """Strings without a finished translation, as "language context: string"."""
    missing = []
    for short in LANGUAGES:
        tree = ElementTree.parse(folder / f"qt_app_{short}.ts")
        for context in tree.iter("context"):
            for message in context.iter("message"):
                if not _is_finished(message):
                    where = context.findtext("name", "")
                    missing.append(f"{short} {where}: {message.findtext('source', '')}")
    return missing


def stale() -> list[str]:
    """Names of committed files that a fresh build would change."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for short in LANGUAGES:
            shutil.copy(I18N / f"qt_app_{short}.ts", folder)
        collect(folder)
        compile_all(folder)
        files = sorted(folder.iterdir())
        return [f.name for f in files if f.read_bytes() != _committed(f.name)]


def _committed(name: str) -> bytes:
    file = I18N / name
    return file.read_bytes() if file.is_file() else b""


def _is_finished(message: ElementTree.Element) -> bool:
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return False
    forms = translation.findall("numerusform") or [translation]
    return all((form.text or "").strip() for form in forms)


def _run(tool: str, *arguments: str) -> None:
    program = Path(sys.executable).with_name(f"pyside6-{tool}")
    command = [str(program if program.exists() else program.with_suffix(".exe")), *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{tool} failed:\n{done.stdout}{done.stderr}")


def main() -> int:
    """Exit 0 if everything is fresh and finished."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing, only compare")
    if parser.parse_args().check:
        names = stale()
        print("\n".join(f"stale: {name}" for name in names) or "fresh")
        return 1 if names else 0
    collect(I18N)
    compile_all(I18N)
    missing = unfinished(I18N)
    print("\n".join(missing) or "all finished")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
