"""Start the desk: python packaging/run.py [ARGS…] (the arguments of qingtui-triage).

Sets up what is missing (a virtual environment, locked packages; Qt's system libraries only for
the window), then runs qingtui-triage ARGS. Standard library only, Python 3.11 or newer.
"""

from __future__ import annotations

import os
import subprocess
import sys

import environment


def main(args: list[str]) -> int:
    """Set up, then hand over to the program."""
    environment.ensure_packages("run")
    if _wants_window(args) and _has_display():
        environment.ensure_window_libraries()
    command = [str(environment.venv_python()), "-m", "qt_app", *args]
    if os.name != "nt":
        os.execv(command[0], command)
    return subprocess.run(command, check=False).returncode


def _wants_window(args: list[str]) -> bool:
    return not args


def _has_display() -> bool:
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in names)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
