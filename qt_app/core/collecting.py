"""No search for cyclic garbage while a report or the catalogue is made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_paused() -> Iterator[None]:
    """Python looks through all objects again and again while many are made; here none is a cycle.

    Whoever paused it turns it on again, so that calls may overlap.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
