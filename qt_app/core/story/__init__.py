"""The story of a log: groups of findings, what follows from what, facts beside them."""

from __future__ import annotations

# First: the diagnosis imports `tell` from here, and both share its model.
import qt_app.core.diagnosis.model  # noqa: F401
from qt_app.core.story.build import story_from_raw
from qt_app.core.story.groups import group
from qt_app.core.story.model import Story, StoryBook
from qt_app.core.story.tell import tell

__all__ = ["Story", "StoryBook", "group", "story_from_raw", "tell"]
