"""A name server of our own on a free UDP port of 127.0.0.1, which knows a few TXT records."""

import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import dns.message
import dns.rcode
import dns.rrset


class NameServer:
    """Answers from `records`; `asked` counts the questions. A name whose record is `None` gets no answer."""

    def __init__(self, records: Mapping[str, str | None]) -> None:
        self._records = records
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 0))
        self.address = f"127.0.0.1#{self._socket.getsockname()[1]}"
        self.asked = 0

    def serve(self) -> None:
        while (packet := self._socket.recvfrom(4096))[0]:
            question = dns.message.from_wire(packet[0])
            self.asked += 1
            if (answer := self._answer(question)) is not None:
                self._socket.sendto(answer.to_wire(), packet[1])

    def stop(self) -> None:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as last:
            last.sendto(b"", self._socket.getsockname())

    def _answer(self, question: dns.message.Message) -> dns.message.Message | None:
        name = question.question[0].name
        answer = dns.message.make_response(question)
        if name.to_text() not in self._records:
            answer.set_rcode(dns.rcode.NXDOMAIN)
        elif (text := self._records[name.to_text()]) is None:
            return None
        else:
            pieces = " ".join(f'"{text[at : at + 200]}"' for at in range(0, len(text), 200))
            answer.answer.append(dns.rrset.from_text(name, 60, "IN", "TXT", pieces))
        return answer


@contextmanager
def name_server(records: Mapping[str, str | None]) -> Iterator[NameServer]:
    """A server until the block ends."""
    server = NameServer(records)
    thread = threading.Thread(target=server.serve)
    thread.start()
    try:
        yield server
    finally:
        server.stop()
        thread.join(10)
