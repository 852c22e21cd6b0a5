"""Certificates for the offline checks, made by the helpers of the TLS lab."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

LAB = Path(__file__).resolve().parents[3] / "services" / "probes" / "lab.py"


@pytest.fixture(scope="session")
def lab() -> ModuleType:
    if "web_lab" in sys.modules:
        return sys.modules["web_lab"]
    spec = importlib.util.spec_from_file_location("web_lab", LAB)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["web_lab"] = module
    spec.loader.exec_module(module)
    return module
