"""The menu bar and every shortcut that holds in the whole window."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from qt_app.gui.marking import QT_TRANSLATE_NOOP
from qt_app.gui.rail import Rail
from qt_app.services.settings import TEXT_SIZES


class Command(NamedTuple):
    """A menu entry: what it does, its words, its keys, the menu it stands in ("" = none)."""

    name: str
    words: str
    keys: tuple[str, ...]
    menu: str


COMMANDS = (
    Command("open_file", QT_TRANSLATE_NOOP("Menus", "&Open file…"), ("Ctrl+O",), "file"),
    Command("paste", QT_TRANSLATE_NOOP("Menus", "&Paste and diagnose"), ("Ctrl+V",), "file"),
    Command("new_case", QT_TRANSLATE_NOOP("Menus", "&New case"), ("Ctrl+T",), "file"),
    Command("close_case", QT_TRANSLATE_NOOP("Menus", "&Close this case"), ("Ctrl+W",), "file"),
    Command(
        "reopen_case",
        QT_TRANSLATE_NOOP("Menus", "&Reopen the closed case"),
        ("Ctrl+Shift+T",),
        "file",
    ),
    Command("export", QT_TRANSLATE_NOOP("Menus", "&Export…"), ("Ctrl+S",), "file"),
    Command("quit", QT_TRANSLATE_NOOP("Menus", "&Quit"), ("Ctrl+Q",), "file"),
    Command("undo", QT_TRANSLATE_NOOP("Menus", "&Undo"), ("Ctrl+Z",), "edit"),
    Command("copy_main", QT_TRANSLATE_NOOP("Menus", "&Copy for ticket"), ("Ctrl+C",), "edit"),
    Command(
        "copy_reply",
        QT_TRANSLATE_NOOP("Menus", "Copy the customer &reply"),
        ("Ctrl+Shift+C",),
        "edit",
    ),
    Command("find", QT_TRANSLATE_NOOP("Menus", "&Find"), ("Ctrl+F",), "edit"),
    Command(
        "next_item", QT_TRANSLATE_NOOP("Menus", "&Next finding or failed step"), ("F8",), "view"
    ),
    Command(
        "previous_item",
        QT_TRANSLATE_NOOP("Menus", "&Previous finding or failed step"),
        ("Shift+F8",),
        "view",
    ),
    Command("palette", QT_TRANSLATE_NOOP("Menus", "Co&mmand palette"), ("Ctrl+K",), "view"),
    Command("next_case", QT_TRANSLATE_NOOP("Menus", "Next &case"), ("Ctrl+Tab",), "view"),
    Command(
        "previous_case",
        QT_TRANSLATE_NOOP("Menus", "Previous c&ase"),
        ("Ctrl+Shift+Tab",),
        "view",
    ),
    Command("next_pane", QT_TRANSLATE_NOOP("Menus", "Ne&xt pane"), ("F6",), "view"),
    Command("run", QT_TRANSLATE_NOOP("Menus", "&Run checks"), ("F5",), "view"),
    Command("recheck", QT_TRANSLATE_NOOP("Menus", "Re-run &this step"), ("Shift+F5",), "view"),
    Command("help_here", QT_TRANSLATE_NOOP("Menus", "&Help on this field"), ("F1",), "help"),
    Command("cheat_sheet", QT_TRANSLATE_NOOP("Menus", "&Keyboard shortcuts"), ("Ctrl+/",), "help"),
    Command(
        "appendix", QT_TRANSLATE_NOOP("Menus", "&Appendix of the manual, verbatim"), (), "help"
    ),
    Command("faq", QT_TRANSLATE_NOOP("Menus", "&FAQ of the manual, verbatim"), (), "help"),
    Command("about", QT_TRANSLATE_NOOP("Menus", "A&bout"), (), "help"),
)
# Where a command does something else than on other pages, it says so.
_ON_PAGE = {("codes", "copy_main"): QT_TRANSLATE_NOOP("Menus", "&Copy the code")}
_TITLES = {
    "file": QT_TRANSLATE_NOOP("Menus", "&File"),
    "edit": QT_TRANSLATE_NOOP("Menus", "&Edit"),
    "view": QT_TRANSLATE_NOOP("Menus", "&View"),
    "help": QT_TRANSLATE_NOOP("Menus", "&Help"),
    "languageMenu": QT_TRANSLATE_NOOP("Menus", "&Language"),
    "themeMenu": QT_TRANSLATE_NOOP("Menus", "&Theme"),
    "textSizeMenu": QT_TRANSLATE_NOOP("Menus", "Text &size"),
}
_THEMES = {
    "light": QT_TRANSLATE_NOOP("Menus", "&Light"),
    "dark": QT_TRANSLATE_NOOP("Menus", "&Dark"),
    "system": QT_TRANSLATE_NOOP("Menus", "Follow the &system"),
}
_SIZES = {
    "larger": (QT_TRANSLATE_NOOP("Menus", "&Larger"), ("Ctrl+=", "Ctrl++")),
    "smaller": (QT_TRANSLATE_NOOP("Menus", "&Smaller"), ("Ctrl+-",)),
    "normal": (QT_TRANSLATE_NOOP("Menus", "&Normal"), ("Ctrl+0",)),
}


class Menus(QObject):
    """Emits `command(name)`, and what was chosen of language, theme and text size.

    `about_to_show` asks for `offer(names)`: only these are enabled while a menu is open. A closed
    menu's shortcuts are all alive; whether they do anything is asked when they are pressed.

    The bar stands there at once; what is in its menus, and the keys with it, is made by
    `complete()` right after the first paint, or as soon as anything is asked of it.
    """

    command = Signal(str)
    about_to_show = Signal()
    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    text_size_chosen = Signal(int)

    def __init__(self, window: QMainWindow, rail: Rail) -> None:
        super().__init__(window)
        self._window, self._rail = window, rail
        self._chosen: tuple[str, str] | None = None
        self._size = 100
        self._page = ""
        self._actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        for name in ("file", "edit", "view", "help"):
            menu = window.menuBar().addMenu("")
            menu.aboutToShow.connect(self._on_show)
            menu.aboutToHide.connect(self._enable_all)
            self._menus[name] = menu
        self._say_titles()

    @property
    def actions(self) -> dict[str, QAction]:
        """All entries by the names of COMMANDS, `lang_…`, `theme_…` and `size_…`."""
        self.complete()
        return self._actions

    @Slot()
    def complete(self) -> None:
        """Make what stands in the menus."""
        if self._actions:
            return
        self._fill_view(self._rail)
        for item in COMMANDS:
            self._add_command(item)
        self._menus["file"].insertSeparator(self._actions["quit"])
        self._actions["quit"].setMenuRole(QAction.MenuRole.QuitRole)
        self._actions["about"].setMenuRole(QAction.MenuRole.AboutRole)
        self.retranslate()
        self._tick()

    def show_choices(self, language: str, theme: str, text_size: int) -> None:
        """Tick what is in force."""
        self._chosen, self._size = (language, theme), text_size
        self._tick()

    def show_page(self, name: str) -> None:
        """Say what the commands do on this page."""
        before, self._page = self._page, name
        for item in COMMANDS if self._actions else ():
            if (before, item.name) in _ON_PAGE or (name, item.name) in _ON_PAGE:
                self._say_command(item)

    def offer(self, names: set[str]) -> None:
        """Enable these commands only, until the menu closes."""
        for item in COMMANDS:
            self.actions[item.name].setEnabled(item.name in names)

    def retranslate(self) -> None:
        """All words in the language in force."""
        self._say_titles()
        if not self._actions:
            return
        for item in COMMANDS:
            self._say_command(item)
        for name, words in _THEMES.items():
            self._actions[f"theme_{name}"].setText(_say(words))
        for name, (words, _) in _SIZES.items():
            self._actions[f"size_{name}"].setText(_say(words))

    def _say_titles(self) -> None:
        for name, menu in self._menus.items():
            menu.setTitle(_say(_TITLES[name]))

    def _tick(self) -> None:
        if self._chosen is not None and self._actions:
            language, theme = self._chosen
            self._actions[f"lang_{language}"].setChecked(True)
            self._actions[f"theme_{theme}"].setChecked(True)

    def _say_command(self, item: Command) -> None:
        words = _ON_PAGE.get((self._page, item.name), item.words)
        self._actions[item.name].setText(_say(words))

    def _fill_view(self, rail: Rail) -> None:
        view = self._menus["view"]
        view.addActions(list(rail.page_actions.values()))
        view.addSeparator()
        language = self._submenu("languageMenu")
        group = QActionGroup(self)
        for lang, native in (("zh", "中文"), ("en", "English")):
            action = self._choice(language, group, f"lang_{lang}", f"lang{lang.capitalize()}", lang)
            action.setText(native)
        group.triggered.connect(self._on_language)
        theme = self._submenu("themeMenu")
        group = QActionGroup(self)
        for name in _THEMES:
            self._choice(theme, group, f"theme_{name}", f"theme{name.capitalize()}", name)
        group.triggered.connect(self._on_theme)
        self._fill_sizes()
        view.addSeparator()

    def _fill_sizes(self) -> None:
        menu = self._submenu("textSizeMenu")
        for name, (_, keys) in _SIZES.items():
            action = QAction(menu)
            action.setObjectName(f"textSize{name.capitalize()}")
            action.setData(name)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.triggered.connect(self._on_size)
            menu.addAction(action)
            self._actions[f"size_{name}"] = action

    def _submenu(self, name: str) -> QMenu:
        menu = self._menus["view"].addMenu("")
        menu.setObjectName(name)
        self._menus[name] = menu
        return menu

    def _choice(self, menu: QMenu, group: QActionGroup, key: str, name: str, value: str) -> QAction:
        action = QAction(menu)
        action.setObjectName(name)
        action.setCheckable(True)
        action.setData(value)
        group.addAction(action)
        menu.addAction(action)
        self._actions[key] = action
        return action

    def _add_command(self, item: Command) -> None:
        action = QAction(self._window)
        action.setObjectName(f"command_{item.name}")
        action.setData(item.name)
        action.setShortcuts([QKeySequence(key) for key in item.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.triggered.connect(self._on_command)
        self._menus[item.menu].addAction(action)
        self._actions[item.name] = action

    @Slot()
    def _on_show(self) -> None:
        self.complete()
        self.about_to_show.emit()

    @Slot()
    def _enable_all(self) -> None:
        # A chosen entry is triggered after its menu hides; enabling later would lose nothing.
        for item in COMMANDS:
            self.actions[item.name].setEnabled(True)

    @Slot()
    def _on_command(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.command.emit(action.data())

    @Slot(QAction)
    def _on_language(self, action: QAction) -> None:
        self.language_chosen.emit(action.data())

    @Slot(QAction)
    def _on_theme(self, action: QAction) -> None:
        self.theme_chosen.emit(action.data())

    @Slot()
    def _on_size(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.text_size_chosen.emit(next_size(self._size, action.data()))


def next_size(size: int, step: str) -> int:
    """The text size after `larger`, `smaller` or `normal`."""
    if step == "larger":
        return min((s for s in TEXT_SIZES if s > size), default=TEXT_SIZES[-1])
    if step == "smaller":
        return max((s for s in TEXT_SIZES if s < size), default=TEXT_SIZES[0])
    return 100


def _say(words: str) -> str:
    return QCoreApplication.translate("Menus", words)
