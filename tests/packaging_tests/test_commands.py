"""run.py and test.py: what they decide before they touch the machine."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


def load(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    spec = importlib.util.spec_from_file_location(
        f"packaging_{name}", ROOT / f"packaging/{name}.py"
    )
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_only_the_window_wants_system_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    run = load("run", monkeypatch)
    assert run._wants_window([])
    assert not run._wants_window(["codes", "50002"])


def test_a_changed_lock_is_installed_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    environment = load("environment", monkeypatch)
    lock = tmp_path / "lock.txt"
    lock.write_text("one==1", encoding="ascii")
    monkeypatch.setattr(environment, "LOCKS", {"run": lock, "test": lock})
    monkeypatch.setattr(environment, "VENV", tmp_path)
    python = environment.venv_python()
    python.parent.mkdir(parents=True)
    python.touch()
    assert not environment._installed("run")
    environment._marker("test").write_text(environment._lock_digest("test"), encoding="ascii")
    assert environment._installed("run")
    assert environment._installed("test")
    lock.write_text("one==2", encoding="ascii")
    assert not environment._installed("run")


def test_old_pythons_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    environment = load("environment", monkeypatch)
    monkeypatch.setattr(environment, "LEAST_PYTHON", (99, 0))
    with pytest.raises(SystemExit, match="is needed"):
        environment.ensure_packages("run")


@pytest.mark.packaging
@pytest.mark.timeout(900)
def test_a_fresh_clone_runs_and_a_second_start_is_quick(tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
    command = [sys.executable, "packaging/run.py", "codes", "wsqdym", "--lang", "en"]
    first = subprocess.run(command, cwd=clone, capture_output=True, text=True, check=True)
    assert "50002" in first.stdout
    python = clone / ".venv" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    direct = min(_seconds([str(python), "-m", "qt_app", *command[2:]], clone) for _ in range(5))
    second = min(_seconds(command, clone) for _ in range(5))
    assert second - direct < 0.5


def _seconds(command: list[str], folder: Path) -> float:
    started = time.perf_counter()
    subprocess.run(command, cwd=folder, capture_output=True, check=True)
    return time.perf_counter() - started
