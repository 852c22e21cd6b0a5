"""What to call the notation of a parsed group."""

from __future__ import annotations

from qt_app.core.reading.nodes import Group, walk


def dialect_of(root: Group, repairs: set[str]) -> str:
    """The notation's name, told by the first group that has keys."""
    group = next((group for group, _ in walk(root) if group.keyed), root)
    named = {"php": "php", "go": "go_map"}.get(root.name) or {"php": "php", "go": "go_map"}.get(
        group.name
    )
    if named:
        return named
    if group.separator == "=>":
        return "php" if group.opener in "[(" else "ruby"
    if group.separator == "->":
        return "scala_map"
    if group.separator == "=":
        return "java_object" if group.name or root.name else "java_map"
    if "python_literals" in repairs or (
        "single_quotes" in repairs and "unquoted_keys" not in repairs
    ):
        return "python"
    if "unquoted_keys" in repairs:
        return "go_struct" if not group.commas and len(group.members) > 1 else "javascript"
    return "json"
