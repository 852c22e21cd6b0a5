"""Write the locks: python packaging/lock.py (needs uv; run when dependencies change).

requirements.txt holds what running needs, requirements-test.txt that and all that tests, lint
and builds need; both for every platform and Python from 3.11 on, with hashes and without URLs.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BASE = [
    *("uv", "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11"),
    *("--generate-hashes", "--no-annotate", "--no-header", "--no-emit-index-url", "--quiet"),
]
GROUPS = {
    "requirements.txt": ["--group", "editable"],
    "requirements-test.txt": [
        *("--group", "editable", "--group", "build", "--group", "lint", "--group", "test")
    ],
}


def main() -> int:
    """Compile both locks."""
    for name, groups in GROUPS.items():
        target = ROOT / "packaging" / name
        subprocess.run([*BASE, *groups, "-o", str(target)], cwd=ROOT, check=True)
        print(f"wrote {target.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
