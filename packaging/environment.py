"""Sets up what a fresh machine lacks: the virtual environment, locked packages, Qt's libraries.

Standard library only; used by run.py and test.py. Nothing is done twice: a marker file in
`.venv` names the lock that was installed, and a second start only reads it.
"""

from __future__ import annotations

import ctypes.util
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
LOCKS = {
    "run": ROOT / "packaging" / "requirements.txt",
    "test": ROOT / "packaging" / "requirements-test.txt",
}
LEAST_PYTHON = (3, 11)

# Debian's packages that Qt's X11 plugin loads, by the library that proves their presence.
QT_LIBRARIES = {
    "EGL": "libegl1",
    "GL": "libgl1",
    "dbus-1": "libdbus-1-3",
    "fontconfig": "libfontconfig1",
    "glib-2.0": "libglib2.0-0",
    "xkbcommon": "libxkbcommon0",
    "xkbcommon-x11": "libxkbcommon-x11-0",
    "xcb-cursor": "libxcb-cursor0",
    "xcb-icccm": "libxcb-icccm4",
    "xcb-image": "libxcb-image0",
    "xcb-keysyms": "libxcb-keysyms1",
    "xcb-randr": "libxcb-randr0",
    "xcb-render-util": "libxcb-render-util0",
    "xcb-shape": "libxcb-shape0",
    "xcb-xinerama": "libxcb-xinerama0",
    "xcb-xkb": "libxcb-xkb1",
}
CJK_FONT = "fonts-noto-cjk"
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xclip": "xclip",
    "dbus-run-session": "dbus-x11",
    "fc-list": "fontconfig",
    "openssl": "openssl",
}
# What reads the window as a screen reader does, with the system's own Python.
TEST_FILES = {
    "usr/libexec/at-spi2-registryd": "at-spi2-core",
    "usr/lib/*/girepository-1.0/Atspi-2.0.typelib": "gir1.2-atspi-2.0",
    "usr/lib/python3/dist-packages/gi/__init__.py": "python3-gi",
}


def venv_python() -> Path:
    """The virtual environment's interpreter."""
    if os.name == "nt":
        return VENV / "Scripts" / "python.exe"
    return VENV / "bin" / "python"


def ensure_packages(kind: str) -> None:
    """Make `.venv` and install the locked packages of "run" or "test" if they are not there."""
    _check_version()
    if _installed(kind):
        return
    if not venv_python().exists():
        _make_venv()
    _say(f"installing locked packages ({LOCKS[kind].name}) …")
    _pip("install", "--require-hashes", "--no-deps", "-r", str(LOCKS[kind]))
    _pip("install", "--no-deps", "--no-build-isolation", "-e", str(ROOT))
    _compile()
    _marker(kind).write_text(_lock_digest(kind), encoding="ascii")


def ensure_window_libraries(*, tests: bool = False) -> None:
    """Install Qt's system libraries and a Chinese font by apt (Debian, root), or name them."""
    if not sys.platform.startswith("linux"):
        return
    wanted = missing_system_packages(tests=tests)
    if not wanted:
        return
    if shutil.which("apt-get") and os.geteuid() == 0:
        _say(f"installing system packages: {' '.join(wanted)} …")
        _apt("update", "-qq")
        _apt("install", "-y", "-qq", "--no-install-recommends", *wanted)
    else:
        _say(f"the window may need these Debian packages: {' '.join(wanted)}")
        _say(f"get them with: sudo apt-get install {' '.join(wanted)}")


def missing_system_packages(*, tests: bool = False) -> list[str]:
    """Debian's names of what is not on this machine."""
    wanted = [p for library, p in QT_LIBRARIES.items() if not ctypes.util.find_library(library)]
    if not _has_chinese_font():
        wanted.append(CJK_FONT)
    if tests:
        wanted += [p for program, p in TEST_PROGRAMS.items() if not shutil.which(program)]
        wanted += [p for file, p in TEST_FILES.items() if not any(Path("/").glob(file))]
    return wanted


def _check_version() -> None:
    if sys.version_info < LEAST_PYTHON:
        have = ".".join(str(part) for part in sys.version_info[:3])
        raise SystemExit(f"Python 3.11 or newer is needed, this is {have}: {sys.executable}")


def _installed(kind: str) -> bool:
    """The test lock holds all that running needs, so either marker will do for "run"."""
    if not venv_python().exists():
        return False
    kinds = ("run", "test") if kind == "run" else ("test",)
    return any(_marker(one).is_file() and _is_fresh(one) for one in kinds)


def _is_fresh(kind: str) -> bool:
    return _marker(kind).read_text(encoding="ascii") == _lock_digest(kind)


def _marker(kind: str) -> Path:
    return VENV / f".locked-{kind}"


def _lock_digest(kind: str) -> str:
    seen = hashlib.sha256(LOCKS[kind].read_bytes())
    seen.update((ROOT / "pyproject.toml").read_bytes())
    seen.update(str(ROOT).encode("utf-8", "surrogateescape"))
    return seen.hexdigest()


def _make_venv() -> None:
    _say(f"making {VENV} …")
    try:
        venv.create(VENV, with_pip=True, clear=VENV.exists())
    except subprocess.CalledProcessError as error:
        shutil.rmtree(VENV, ignore_errors=True)
        raise SystemExit(
            "this Python cannot make a virtual environment with pip; "
            "on Debian: apt-get install python3-venv"
        ) from error


def _pip(*args: str) -> None:
    command = [str(venv_python()), "-m", "pip", "--disable-pip-version-check", "-q", *args]
    if subprocess.run(command, check=False).returncode:
        raise SystemExit(
            "pip could not install what is needed (see above). Check the network or the "
            "package index that pip is set up for, then run the same command again."
        )


def _compile() -> None:
    """Bytecode of the tree itself, as pip makes it of packages: the first start is no slower."""
    tree = str(ROOT / "qt_app")
    subprocess.run([str(venv_python()), "-m", "compileall", "-q", tree], check=False)


def _apt(*args: str) -> None:
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(["apt-get", *args], env=env, stdout=subprocess.DEVNULL, check=False)
    if done.returncode:
        raise SystemExit(f"apt-get {args[0]} failed (see above); install by hand what it names")


def _has_chinese_font() -> bool:
    if not shutil.which("fc-list"):
        return False
    listed = subprocess.run(
        ["fc-list", ":lang=zh-cn", "family"], capture_output=True, text=True, check=False
    )
    return bool(listed.stdout.strip())


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
