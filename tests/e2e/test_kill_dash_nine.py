"""The promise the whole service stands on: killed at any moment, it files every message exactly once."""

import json
import random
import signal
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.conftest import INTAKE, Intake
from tests.integration.dovecot import PASSWORD, USER, Dovecot, running_dovecot

KILLS = 20
MESSAGES_A_KILL = 10
MESSAGES = KILLS * MESSAGES_A_KILL
SEED = 2562
MOMENT_SECONDS = 0.05
"""How long after the chosen progress a service is killed, at most: a few steps of its work."""

RECEIVED = "SELECT count(*) FROM receipt"
SETTLED = "SELECT count(*) FROM receipt WHERE status <> 'received'"
"""Every other service is killed while it receives, the others while they file."""

_BATCH_BYTES = 8_000
"""Two or three of these messages, so that a kill meets batches before, in and after their commit."""

_REPLY = """\
From: saraban@chiangmai.example.go.th
To: saraban@dla.example.go.th
Subject: reply {number}
Message-ID: <{number}@chiangmai.example.go.th>
Date: Wed, 20 Feb 2019 09:00:00 +0700
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

ที่ ชม ๐๐๒๓.๓/{number}                    ศาลากลางจังหวัดเชียงใหม่
                                          ถนนโชตนา เชียงใหม่ ๕๐๓๐๐

                    ๒๐ กุมภาพันธ์ ๒๕๖๒

เรื่อง  การสมัครขอรับการรับรองมาตรฐานการให้บริการของศูนย์ราชการสะดวก (GECC)

เรียน  อธิบดีกรมส่งเสริมการปกครองท้องถิ่น

อ้างถึง  หนังสือกรมส่งเสริมการปกครองท้องถิ่น ที่ มท ๐๘๑๐.๗/ว ๒๐๐ ลงวันที่ ๑๕ กุมภาพันธ์ ๒๕๖๒

        ตามหนังสือที่อ้างถึง จังหวัดเชียงใหม่ขอเรียนว่า ไม่มีองค์กรปกครองส่วนท้องถิ่นสมัครขอรับการรับรอง

        จึงเรียนมาเพื่อโปรดทราบ

                    ขอแสดงความนับถือ

                    (นายสมชาย ใจดี)
                    ผู้ว่าราชการจังหวัดเชียงใหม่
"""


def reply(number: int) -> bytes:
    return _REPLY.format(number=number).replace("\n", "\r\n").encode()


def open_campaign(intake: Intake, circular: Path) -> None:
    circular.write_text("the circular itself is not what is tested here")
    opened = intake(
        *("campaign", "open", circular, "--reference", "มท 0810.7/ว 200", "--dated", "2019-02-15"),
        *("--subject", "GECC", "--due", "2019-02-28"),
    )
    assert opened.code == 0, opened.stderr


@pytest.fixture
def dovecot() -> Iterator[Dovecot]:
    with running_dovecot() as server:
        yield server


class Service:
    """`intake serve` on the mailbox, and its store seen from outside."""

    def __init__(self, environment: dict[str, str], dovecot: Dovecot, *, bytecode: Path) -> None:
        account = {
            "host": "127.0.0.1",
            "port": dovecot.port,
            "user": USER,
            "password": PASSWORD,
            "tls": "none",
            "poll_seconds": 0.2,
            "batch_bytes": _BATCH_BYTES,
        }
        self._environment = environment | {
            "INTAKE_IMAP": json.dumps([account]),
            # Where Python may write none, each start would compile every library anew.
            "PYTHONDONTWRITEBYTECODE": "",
            "PYTHONPYCACHEPREFIX": str(bytecode),
        }
        self._database = Path(environment["INTAKE_HOME"]) / "saraban.sqlite"
        self._log = Path(environment["INTAKE_HOME"]) / "serve.log"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self._log.open("ab") as log:
            self._process = subprocess.Popen([INTAKE, "serve"], env=self._environment, stderr=log)

    def end(self, how: signal.Signals) -> None:
        assert self._process is not None
        assert self._process.poll() is None, self._log.read_text()
        self._process.send_signal(how)
        self._process.wait(60)

    def ask(self, question: str) -> list[tuple[object, ...]]:
        database = sqlite3.connect(f"file:{self._database}?mode=ro", uri=True, timeout=30)
        try:
            return database.execute(question).fetchall()
        finally:
            database.close()

    def count(self, question: str) -> int:
        [(answer,)] = self.ask(question)
        assert isinstance(answer, int)
        return answer

    def wait_for(self, question: str, *, more_than: int) -> None:
        """Until the count that is asked for has passed."""
        end = time.monotonic() + 120
        while (count := self.count(question)) <= more_than:
            assert time.monotonic() < end, f"still at {count}:\n{self._log.read_text()[-5_000:]}"
            time.sleep(0.01)


@pytest.mark.slow
@pytest.mark.timeout(900)  # twenty-one starts of the service, on whatever machine
def test_two_hundred_messages_and_twenty_kills_file_each_message_exactly_once(
    intake: Intake, environment: dict[str, str], dovecot: Dovecot, tmp_path: Path
) -> None:
    open_campaign(intake, tmp_path / "circular.txt")
    service = Service(environment, dovecot, bytecode=tmp_path / "bytecode")
    moments = random.Random(SEED)  # noqa: S311 - the same moments on every run
    letters = [reply(number) for number in range(1, MESSAGES + 1)]

    cut_short = dict.fromkeys((RECEIVED, SETTLED), 0)
    for kill in range(KILLS):
        sent = (kill + 1) * MESSAGES_A_KILL
        dovecot.append(*letters[sent - MESSAGES_A_KILL : sent])
        progress = (RECEIVED, SETTLED)[kill % 2]
        before = service.count(progress)
        service.start()
        service.wait_for(progress, more_than=before + moments.randrange(MESSAGES_A_KILL))
        time.sleep(moments.uniform(0, MOMENT_SECONDS))
        service.end(signal.SIGKILL)
        cut_short[progress] += service.count(progress) < sent
    assert all(cut_short.values()), f"kills that met such work in progress: {cut_short}"

    service.start()
    service.wait_for(SETTLED, more_than=MESSAGES - 1)
    service.end(signal.SIGTERM)

    assert service.ask("SELECT status, count(*) FROM receipt GROUP BY status") == [("filed", MESSAGES)]
    assert service.ask("SELECT count(DISTINCT sha256) FROM receipt") == [(MESSAGES,)]
    assert service.ask("SELECT count(*), count(DISTINCT receipt_id) FROM letter") == [(MESSAGES, MESSAGES)]
    numbers = service.ask("SELECT register_number FROM filing WHERE state = 'filed' ORDER BY register_number")
    assert numbers == [(number,) for number in range(1, MESSAGES + 1)]
    assert dovecot.contents() == []
    assert sorted(dovecot.contents("Saraban.Received")) == sorted(letters)
    assert intake("verify").code == 0
