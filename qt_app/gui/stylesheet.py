"""The one style sheet, filled in with tokens ($name), point sizes ($pt_role), scaled px (@30)."""

from __future__ import annotations

import re
import sys
from string import Template

from qt_app.gui.fonts import ROLES, Fonts, mono_families
from qt_app.gui.tokens import Tokens

_FRAME = """
QMainWindow, QMenuBar, QStatusBar { background: $frame; }
QMenuBar { padding: 3px 6px; border: 0; }
QMenuBar::item { padding: 4px 10px; border-radius: 6px; background: transparent; color: $text; }
QMenuBar::item:selected { background: $greytint; }
QMenu { background: $surface; border: 1px solid $line2; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 28px; border-radius: 4px; color: $text; }
QMenu::item:selected { background: $accenttint; }
QMenu::icon { padding-left: 8px; }
QMenu::item:disabled { color: $text3; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QToolTip { background: $surface; color: $text; border: 1px solid $line2; padding: 3px 6px; }
QStatusBar::item { border: 0; }
#navigation { background: $frame; border: 0; spacing: 4px; padding: 0; }
#navigation QToolButton { border: 0; border-radius: 8px; padding: 2px -1px;
  color: $text2; font-size: $pt_small; outline: 0; }
#navigation QToolButton:hover { background: $greytint; }
#navigation QToolButton:checked { background: $accenttint; color: $accenttext; }
#navigation QToolButton:focus { border: 2px solid $focus; padding: 0 -5px; }
#sheet { background: $surface; border: 1px solid $line; border-right: 0;
  border-top-left-radius: $sheetradius; }
#commandPalette { background: $surface; border: 1px solid $line2; border-radius: 8px; }
FocusRing, OuterRing { border: 2px solid $focus; background: transparent; }
OuterRing { border-radius: 6px; }
"""

_WORDS = """
QLabel { color: $text; background: transparent; }
QLabel[role="display"] { font-size: $pt_display; font-weight: bold; }
QLabel[role="heading"] { font-size: $pt_heading; font-weight: bold; }
QLabel[role="strong"] { font-weight: bold; }
QLabel[role="small"] { font-size: $pt_small; }
QLabel[role="smallstrong"] { font-size: $pt_small; font-weight: bold; }
QLabel[role="displaycode"] { font-family: $mono; font-size: $pt_display; font-weight: bold; }
QLabel[role="value"] { font-family: $mono; font-size: $pt_value; font-weight: bold; }
QLabel[role="listcode"] { font-family: $mono; font-weight: bold; }
QLabel[role="code"] { font-family: $mono; font-size: $pt_code; }
$tones
SourceTag { font-size: $pt_tag; border: 1px solid $track; border-radius: 3px; padding: 0 4px;
  color: $text2; }
SourceTag[source="inferred"] { border: 1px dashed $violet; color: $violet; }
Chip { border: 1px solid $greytint; border-radius: 4px; background: $greytint;
  min-height: @21px; max-height: @21px; padding: 0 6px 0 5px; font-size: $pt_small;
  color: $text2; }
Chip[hasIcon="true"] { padding-left: $chipicon; }
Chip[tone="outline"] { background: transparent; border-color: $line; }
$chips
StepNumber { background: $greytint; border-radius: @11px; font-size: $pt_small;
  font-weight: bold; }
Well { background: $accenttint; border-radius: 8px; }
Well[tone="violet"] { background: $violettint; }
Well[tone="grey"] { background: $sunken; }
Well[tone="error"] { background: $errortint; }
Well[tone="warn"] { background: $warntint; }
Well[tone="ok"] { background: $oktint; }
CardBack { background: $sunken; border: 1px solid $line; border-radius: 8px; }
"""

_FIELDS = """
QPushButton { border: 1px solid $line2; border-radius: 6px; padding: 0 14px;
  min-height: @30px; background: $surface; color: $text; outline: 0; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $greytint; }
QPushButton:disabled { color: $text3; border-color: $line; }
QPushButton:focus { border: 2px solid $focus; padding: 0 13px; min-height: @28px; }
QPushButton:checked { background: $accenttint; border: 2px solid $focus; padding: 0 13px;
  min-height: @28px; color: $accenttext; }
QPushButton[small="true"] { min-height: @26px; }
QPushButton[small="true"]:focus { min-height: @24px; }
QPushButton[kind="primary"] { background: $accent; border-color: $accent; color: $onaccent; }
QPushButton[kind="primary"]:hover { background: $accenthover; border-color: $accenthover; }
QPushButton[kind="primary"]:focus { border-color: $text; }
QPushButton[kind="primary"]:disabled { background: $greytint; border-color: $greytint;
  color: $text3; }
QPushButton[kind="quiet"] { border: 1px solid transparent; background: transparent;
  color: $text2; padding: 0 7px; }
QPushButton[kind="quiet"]:hover { background: $hover; color: $text; }
QPushButton[kind="quiet"]:focus { border: 2px solid $focus; padding: 0 6px; }
QPushButton[kind="quiet"]:disabled { color: $line2; }
QPushButton[kind="link"], QPushButton[kind="link"]:focus { border: 0;
  background: transparent; color: $accenttext; padding: 0; text-align: left; min-height: @28px; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="fold"], QPushButton[kind="fold"]:focus { border: 0; background: transparent;
  font-weight: bold; padding: 0; text-align: left; min-height: @28px; }
QPushButton[kind="fold"]:hover { color: $accenttext; }
QPushButton[kind="icon"] { border: 1px solid transparent; background: transparent;
  padding: 0; min-height: @26px; min-width: @26px; max-width: @26px; }
QPushButton[kind="icon"]:hover { background: $hover; }
QPushButton[kind="icon"]:focus { border: 2px solid $focus; min-height: @24px; min-width: @24px;
  max-width: @24px; }
QPushButton::menu-indicator { width: 0; }
QLineEdit { border: 1px solid $line2; border-radius: 6px; padding: 0 8px;
  min-height: @30px; background: $surface; color: $text; placeholder-text-color: $text3;
  selection-background-color: $accent; selection-color: $onaccent; }
QLineEdit:focus { border: 2px solid $focus; padding: 0 7px;
  min-height: @28px; }
QPlainTextEdit { border: 0; background: $surface; color: $text; font-size: $pt_body;
  placeholder-text-color: $text3;
  selection-background-color: $accent; selection-color: $onaccent; }
CodeText { background: transparent; }
QPlainTextEdit[role="code"] { font-family: $mono; font-size: $pt_code; }
"""

_VIEWS = """
QAbstractItemView { border: 0; background: $surface; outline: 0; }
QComboBox QAbstractItemView { border: 1px solid $line2; padding: 4px; color: $text;
  selection-background-color: $accenttint; selection-color: $text; }
QComboBox QAbstractItemView::item { min-height: @28px; padding: 0 8px; }
QHeaderView, QHeaderView::section { background: $surface; border: 0; }
QScrollArea, ScrollBody { border: 0; background: transparent; }
QScrollBar:vertical { width: 10px; background: transparent; margin: 0; }
QScrollBar:horizontal { height: 10px; background: transparent; margin: 0; }
QScrollBar::handle { background: $scroll; border-radius: 3px; margin: 2px; }
QScrollBar::handle:hover { background: $line2; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTabBar::scroller { width: @56px; }
QTabBar QToolButton { border: 0; border-radius: 6px; background: $surface; }
QTabBar QToolButton:hover { background: $hover; }
QProgressBar { border: 0; border-radius: 2px; background: $track; }
QProgressBar::chunk { border-radius: 2px; background: $focus; }
"""

_TONES = ("text2", "text3", "error", "warn", "ok", "violet", "accenttext", "onaccent")
_CHIP_TONES = ("error", "warn", "ok", "violet")


def build_stylesheet(tokens: Tokens, fonts: Fonts) -> str:
    """The style sheet for these colours and this text size."""
    scale = fonts.percent / 100
    text = "".join((_FRAME, _WORDS, _FIELDS, _VIEWS))
    text = re.sub(r"@(\d+)", lambda found: str(round(int(found.group(1)) * scale)), text)
    values = {f"pt_{role}": f"{fonts.size(role):.2f}pt" for role in ROLES}
    values["mono"] = ", ".join(f'"{name}"' for name in mono_families(fonts.lang))
    # macOS has its menu bar elsewhere: the sheet starts at the top there.
    values["sheetradius"] = "0" if sys.platform == "darwin" else "10px"
    # The icon of a chip grows, what stands around it does not.
    values["chipicon"] = f"{round(14 * scale) + 10}px"
    values["tones"] = _tone_rules(tokens)
    values["chips"] = _chip_rules(tokens)
    values["accenthover"] = tokens["accenttext"] if _is_light(tokens) else "#4A79EE"
    return Template(text).substitute(tokens, **values)


def _tone_rules(tokens: Tokens) -> str:
    return "\n".join(f'QLabel[tone="{name}"] {{ color: {tokens[name]}; }}' for name in _TONES)


def _chip_rules(tokens: Tokens) -> str:
    rules = []
    for name in _CHIP_TONES:
        ground = tokens[name + "tint"]
        colors = f"background: {ground}; border-color: {ground}; color: {tokens[name]};"
        rules.append(f'Chip[tone="{name}"] {{ {colors} }}')
    return "\n".join(rules)


def _is_light(tokens: Tokens) -> bool:
    return tokens["onaccent"] == tokens["surface"]
