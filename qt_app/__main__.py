"""`python -m qt_app …` is `qingtui-triage …`."""

from __future__ import annotations

import sys

from qt_app.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
