"""Run by the system's Python: prints the accessible tree of one program as JSON lines."""

from __future__ import annotations

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

LIMIT, DEPTH = 4000, 25


def find(pid: int) -> object:
    """The program's root, once it has told the bus of itself."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        desktop = Atspi.get_desktop(0)
        for number in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(number)
            if child is not None and child.get_process_id() == pid and child.get_child_count():
                return child
        time.sleep(0.2)
    raise SystemExit("the program is not on the bus")


def walk(node: object, depth: int, left: list[int]) -> None:
    """Print role, name and description of a node and of what is below it."""
    if left[0] <= 0 or depth > DEPTH:
        return
    if depth and not node.get_state_set().contains(Atspi.StateType.VISIBLE):
        return
    left[0] -= 1
    row = {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "description": node.get_description(),
        "depth": depth,
    }
    print(json.dumps(row, ensure_ascii=False))
    # A table says thousands of cells; the first ones tell whether they have names.
    most = 12 if row["role"] in ("table", "list", "tree") else 200
    for number in range(min(node.get_child_count(), most)):
        child = node.get_child_at_index(number)
        if child is not None:
            walk(child, depth + 1, left)


if __name__ == "__main__":
    walk(find(int(sys.argv[1])), 0, [LIMIT])
