"""Wheel and sdist carry the resources; the wheel answers from where it was unpacked."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = [pytest.mark.packaging, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(target), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True, cwd=target)
    return target


def test_the_wheel_holds_resources_and_works_alone(built: Path, tmp_path: Path) -> None:
    wheel = next(built.glob("*.whl"))
    zipfile.ZipFile(wheel).extractall(tmp_path)
    assert (tmp_path / "qt_app" / "_resources" / "generated" / "knowledge.json").is_file()
    assert not (tmp_path / "tests").exists()
    env = {**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "qt_app", "diagnose", "-", "--lang", "en"]
    paste = '{"errcode":"50002","errmsg":"未授权的域名"}'
    done = subprocess.run(
        command, input=paste, cwd=tmp_path, env=env, capture_output=True, text=True, check=True
    )
    assert "50002" in done.stdout


def test_the_sdist_holds_all_that_building_needs(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"resources/generated/knowledge.json", "packaging/run.py", "pyproject.toml"} <= names
    assert "tests/test_layers.py" in names
