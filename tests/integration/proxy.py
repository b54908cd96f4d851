"""A TCP proxy between the service and a real server: the line that breaks, hangs or garbles on demand."""

import socket
import threading
from collections.abc import Callable
from contextlib import suppress

Fault = Callable[[bytes, int], bytes | None]
"""Given what the server sent now and how much it had sent before on this connection: what the client
gets of it. `None` cuts the line."""


class Proxy:
    """Listens on `port` of 127.0.0.1 and passes everything to `target` there; faults hit the answers."""

    def __init__(self, target: int) -> None:
        self._target = target
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.fault: Fault = lambda octets, _before: octets
        self.connections = 0
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """No new connection is taken."""
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                self.connections += 1
                server = socket.create_connection(("127.0.0.1", self._target))
                threading.Thread(target=self._pass, args=(client, server, None), daemon=True).start()
                threading.Thread(target=self._pass, args=(server, client, self), daemon=True).start()

    @staticmethod
    def _pass(source: socket.socket, sink: socket.socket, faulty: "Proxy | None") -> None:
        passed = 0
        with suppress(OSError):
            while octets := source.recv(65_536):
                allowed = octets if faulty is None else faulty.fault(octets, passed)
                passed += len(octets)
                if allowed is None:
                    break
                sink.sendall(allowed)
        for end in (source, sink):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
