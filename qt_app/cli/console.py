"""Writing to the console: UTF-8 where files are meant, else what the console can show."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TextIO


class Console:
    """Standard output and error; either may be missing (a program without console on Windows)."""

    def __init__(self, out: TextIO | None = None, err: TextIO | None = None) -> None:
        self._out: TextIO | None = out if out is not None else sys.stdout
        self._err: TextIO | None = err if err is not None else sys.stderr

    def write(self, text: str, *, exact: bool = False) -> None:
        """`exact`: UTF-8 bytes; else signs that the console cannot show are replaced.

        A reader that went away (`| head`) is no fault: the rest is dropped.
        """
        if self._out is None:
            return
        try:
            if exact and hasattr(self._out, "buffer"):
                self._out.flush()
                self._out.buffer.write(text.encode("utf-8", "replace"))
                self._out.buffer.flush()
            else:
                self._out.write(_showable(text, self._out))
                self._out.flush()
        except (BrokenPipeError, ConnectionResetError):
            self._drop()
        except OSError:
            # Windows reports a closed pipe as EINVAL.
            if os.name != "nt":
                raise
            self._drop()

    def complain(self, text: str) -> None:
        """One line on standard error."""
        if self._err is None:
            return
        with contextlib.suppress(OSError, ValueError):
            self._err.write(_showable(text, self._err) + "\n")
            self._err.flush()

    def _drop(self) -> None:
        # Python flushes standard output once more at exit, which must not fail again.
        with contextlib.suppress(OSError, ValueError, AttributeError):
            if self._out is not None:
                null = os.open(os.devnull, os.O_WRONLY)
                os.dup2(null, self._out.fileno())
                os.close(null)
        self._out = None


def _showable(text: str, stream: TextIO) -> str:
    encoding = getattr(stream, "encoding", None) or "utf-8"
    try:
        return text.encode(encoding, "replace").decode(encoding)
    except LookupError:
        return text.encode("ascii", "replace").decode("ascii")
