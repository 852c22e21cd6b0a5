"""Whether a window can be opened at all, before Qt is asked (it would abort the program)."""

from __future__ import annotations

import os
import re
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

_DISPLAY = re.compile(r"^(?:unix)?:(?P<number>\d+)(?:\.\d+)?$")
_OWN_SCREEN = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs", "vkkhrdisplay")
_WAIT = 2.0


def has_display(environ: Mapping[str, str] | None = None) -> bool:
    """True on Windows and macOS; elsewhere if an X or Wayland server answers or none is needed."""
    if sys.platform in ("win32", "darwin"):
        return True
    variables = os.environ if environ is None else environ
    if variables.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0] in _OWN_SCREEN:
        return True
    return _wayland(variables) or _x11(variables.get("DISPLAY", "").strip())


def _wayland(variables: Mapping[str, str]) -> bool:
    name = variables.get("WAYLAND_DISPLAY", "").strip()
    if not name:
        return False
    path = Path(variables.get("XDG_RUNTIME_DIR", "")) / name
    return path.is_socket()


def _x11(display: str) -> bool:
    if not display:
        return False
    local = _DISPLAY.match(display)
    if local is None:
        return True
    path = f"/tmp/.X11-unix/X{local['number']}"
    return _answers(path) or (sys.platform == "linux" and _answers(f"\0{path}"))


def _answers(path: str) -> bool:
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
            probe.settimeout(_WAIT)
            probe.connect(path)
    except OSError:
        return False
    return True
