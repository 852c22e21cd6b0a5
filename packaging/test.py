"""Run the checks: python packaging/test.py [--all] [--setup-only] [pytest's arguments…]

Sets up what is missing, then runs lint, types, data checks and the default tests. --all adds the
slow, benchmark and packaging tests. --setup-only sets all up and stops. Other arguments go to
pytest, and then only pytest runs. Standard library only, Python 3.11 or newer.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time

import environment

ALL = "--all"
SETUP_ONLY = "--setup-only"


def main(args: list[str]) -> int:
    """Set up, then run every check; exit 1 if one failed."""
    environment.ensure_packages("test")
    environment.ensure_window_libraries(tests=True)
    if SETUP_ONLY in args:
        return 0
    rest = [arg for arg in args if arg != ALL]
    everything = ALL in args
    if rest:
        return _run("tests", _pytest(rest, everything))
    steps = {**_static_checks(), **_test_runs(everything)}
    failed = [name for name, command in steps.items() if _run(name, command)]
    print(f"failed: {', '.join(failed)}" if failed else "all checks passed", flush=True)
    return 1 if failed else 0


def _static_checks() -> dict[str, list[str]]:
    python = str(environment.venv_python())
    return {
        "lint": [python, "-m", "ruff", "check", "."],
        "format": [python, "-m", "ruff", "format", "--check", "."],
        "types": [python, "-m", "mypy"],
        "data": [python, "packaging/build_resources.py", "--check"],
    }


def _test_runs(everything: bool) -> dict[str, list[str]]:
    """Timings must not share the processors with other tests, so they run alone."""
    runs = {"tests": _pytest(["-n", "auto"], everything=False)}
    if everything:
        runs["slow tests"] = _pytest(["-m", "slow or packaging"], everything=False)
        runs["benchmarks"] = _pytest(["-m", "benchmark", "-s"], everything=False)
    return runs


def _pytest(args: list[str], everything: bool) -> list[str]:
    chosen = ["-m", ""] if everything else []
    return [str(environment.venv_python()), "-m", "pytest", "-q", *chosen, *args]


def _run(name: str, command: list[str]) -> int:
    started = time.monotonic()
    print(f"── {name}", flush=True)
    env = {**os.environ, "PYTHONUTF8": "1"}
    code = subprocess.run(command, cwd=environment.ROOT, env=env, check=False).returncode
    print(f"── {name}: {'ok' if code == 0 else f'exit {code}'}", end=" ", flush=True)
    print(f"({time.monotonic() - started:.0f} s)", flush=True)
    return code


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
