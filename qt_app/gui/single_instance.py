"""One window per user: a second start raises the first. Used by main() only."""

from __future__ import annotations

import hashlib

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from qt_app.services.paths import Paths

_WAIT = 300
_RAISE = b"raise\n"


def server_name(paths: Paths) -> str:
    """A name of its own for each settings folder, so two users never meet."""
    digest = hashlib.sha256(str(paths.config).encode("utf-8", "surrogateescape")).hexdigest()
    return f"qingtui-triage-{digest[:16]}"


def raise_other(name: str) -> bool:
    """Ask a running window to come to the front; False if there is none."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_WAIT):
        return False
    socket.write(_RAISE)
    socket.waitForBytesWritten(_WAIT)
    socket.disconnectFromServer()
    return True


class InstanceServer(QObject):
    """Listens for later starts; `raise_requested` when one asks for the window."""

    raise_requested = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        if not self._server.listen(name):
            # A crashed window leaves its socket file behind; nobody answered on it.
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def is_listening(self) -> bool:
        """Whether later starts can reach this window."""
        return self._server.isListening()

    @Slot()
    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.raise_requested.emit()
