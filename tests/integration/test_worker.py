"""The reading child under real harm: killed, hung, hungry, orphaned."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from email.message import EmailMessage
from pathlib import Path

import pytest

from parsers.errors import ChildFailed
from parsers.limits import Limits
from parsers.worker import Reader

DRAWS_ITSELF = Path(__file__).parents[1] / "data" / "pdf" / "draws-itself.pdf"
LETTER = "เรียน ผู้ว่าราชการจังหวัด".encode()
ENOUGH = Limits(seconds=60)


@pytest.fixture
def reader() -> Iterator[Reader]:
    with Reader(slots=1, limits=ENOUGH) as reader:
        yield reader


def children(parent: int | None = None) -> list[int]:
    """The reading children of a process, as Linux knows them."""
    found = Path(f"/proc/{parent or os.getpid()}/task").glob("*/children")
    pids = {int(pid) for file in found for pid in file.read_text().split()}
    return sorted(pid for pid in pids if b"parsers.child" in Path(f"/proc/{pid}/cmdline").read_bytes())


def wait_until_gone(pid: int) -> None:
    for _ in range(500):
        state = Path(f"/proc/{pid}/stat")
        if not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "Z":
            return
        time.sleep(0.01)
    raise AssertionError(f"process {pid} is still there")


def test_a_file_is_read_in_the_child_and_comes_back_whole(reader: Reader) -> None:
    parsed = reader.read(LETTER, name="in/จดหมาย.txt")
    assert (parsed.source, parsed.documents[0].text) == ("in/จดหมาย.txt", LETTER.decode())


def test_the_parent_loads_no_reading_library() -> None:
    program = (
        "import sys, parsers.worker\n"
        "print([m for m in sys.modules if m.split('.')[0] in "
        "('pypdfium2', 'pdfplumber', 'pdfminer', 'selectolax', 'pythainlp', 'nlpo3', 'PIL') "
        "or m in ('parsers.dispatch', 'parsers.formats')])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )
    assert run.stdout == "[]\n"


def test_no_child_is_started_before_there_is_something_to_read() -> None:
    before = children()
    with Reader(slots=4, limits=ENOUGH) as reader:
        assert children() == before
        reader.read(LETTER, name="x")
        assert len(children()) == len(before) + 1
    assert children() == before


def test_one_child_reads_many_files(reader: Reader) -> None:
    pids = []
    for _ in range(3):
        reader.read(LETTER, name="x")
        pids += children()
    assert len(set(pids)) == 1


def test_a_child_that_died_between_two_files_costs_nothing(reader: Reader) -> None:
    reader.read(LETTER, name="x")
    (pid,) = children()
    os.kill(pid, signal.SIGKILL)
    wait_until_gone(pid)
    assert reader.read(LETTER, name="x").error is None


def test_a_child_killed_while_reading_costs_one_attempt(reader: Reader) -> None:
    reader.read(LETTER, name="x")
    (pid,) = children()
    os.kill(pid, signal.SIGSTOP)  # so that it is certainly in the middle of the file
    threading.Timer(0.2, os.kill, (pid, signal.SIGKILL)).start()
    with pytest.raises(ChildFailed, match=r"^The reading process ended unexpectedly \(-9\)") as failed:
        reader.read(b"x" * (8 << 20), name="big.txt")
    assert failed.value.retryable
    assert reader.read(LETTER, name="x").error is None


def test_a_child_that_hangs_is_killed_by_the_clock() -> None:
    with Reader(slots=1, limits=Limits(seconds=5)) as reader:
        reader.read(LETTER, name="x")
        (pid,) = children()
        os.kill(pid, signal.SIGSTOP)
        parsed = reader.read(LETTER, name="in/slow.txt")
        assert parsed.error is not None
        assert parsed.error.startswith("in/slow.txt was not read: it took longer than 5 seconds;")
        assert [(one.name, one.defects) for one in parsed.documents] == [("slow.txt", ("over-limit",))]
        assert children() == []
        assert reader.read(LETTER, name="x").error is None


def test_a_file_that_takes_too_long_is_given_up() -> None:
    text = "ที่ มท ๐๘๑๐.๗/ว ๒๐๐\n".encode() * 50_000
    with Reader(slots=1, limits=Limits(seconds=0.02)) as reader:
        parsed = reader.read(text, name="x")
        assert parsed.error is not None
        assert "it took longer than 0.02 seconds" in parsed.error


def test_a_file_that_eats_memory_is_given_up() -> None:
    with Reader(slots=1, limits=Limits(memory_bytes=170 << 20)) as reader:
        parsed = reader.read(b"<p>" + "ก".encode() * (20 << 20), name="fat.html")
        assert parsed.error is not None
        assert parsed.error.startswith("fat.html was not read: it took more than 170 MB of memory;")
        assert reader.read(LETTER, name="x").error is None


def test_a_document_that_ends_its_child_costs_nothing_but_itself(reader: Reader) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"] = "clerk@moi.go.th", "saraban@dla.go.th"
    mail.set_content("ส่งหนังสือ")
    mail.add_attachment(DRAWS_ITSELF.read_bytes(), maintype="application", subtype="pdf", filename="bomb.pdf")
    mail.add_attachment(LETTER.decode(), filename="letter.txt")
    documents = reader.read(mail.as_bytes(), name="x").documents
    assert [one.defects for one in documents] == [(), ("unreadable",), ()]
    assert documents[2].text.strip() == LETTER.decode()


def test_a_thousand_harmful_documents_do_not_take_a_thousand_limits() -> None:
    mail = EmailMessage()
    mail["From"], mail["To"] = "clerk@moi.go.th", "saraban@dla.go.th"
    mail.set_content(LETTER.decode())
    for number in range(1_000):
        content = DRAWS_ITSELF.read_bytes() + b"%%%d" % number
        mail.add_attachment(content, maintype="application", subtype="pdf", filename=f"{number}.pdf")
    with Reader(slots=1, limits=Limits(seconds=1.5, memory_bytes=256 << 20, parts=2_000)) as reader:
        body, *bombs = reader.read(mail.as_bytes(), name="x").documents
    assert body.text.strip() == LETTER.decode()
    assert [bomb for bomb in bombs if bomb.defects not in (("unreadable",), ("over-limit",))] == []
    assert bombs[-1].defects == ("over-limit",)  # not reached any more


@pytest.mark.parametrize("command", ["parse", "ingest"])
def test_the_commands_say_what_could_not_be_read(command: str, tmp_path: Path) -> None:
    run = subprocess.run(
        [Path(sys.executable).with_name("intake"), command, "--json", DRAWS_ITSELF],
        env={**os.environ, "INTAKE_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    said = json.loads(run.stdout)
    assert run.returncode == 1
    if command == "parse":
        assert said["documents"][0]["defects"] == ["unreadable"]
        assert "was not read" in said["error"]
    else:
        assert said["status"] == "quarantined"
        assert "was not read" in said["reasons"][0]


def test_a_child_that_cannot_start_says_so() -> None:
    with Reader(slots=1, limits=Limits(memory_bytes=20 << 20)) as reader:
        for _ in range(2):
            with pytest.raises(ChildFailed, match=r"^The reading process did not start"):
                reader.read(LETTER, name="x")


@pytest.mark.parametrize(
    "raw",
    [
        b"From: a@b.c\nTo: b@c.d\n\n" + b"-" * (20 << 20),
        b"Content-Type: message/rfc822\r\nTo: x\r\nFrom: y\r\n\r\n" * 10_000,
        b"From: a@b.c\nTo: b@c.d\nContent-Type: text/html\n\n" + b"<div>" * 1_000_000,
    ],
)
def test_hostile_mail_is_read_and_the_child_lives(reader: Reader, raw: bytes) -> None:
    reader.read(LETTER, name="x")
    before = children()
    assert reader.read(raw, name="x").error is None
    assert children() == before


def test_what_is_larger_than_allowed_is_not_even_sent() -> None:
    with Reader(slots=1, limits=Limits(file_bytes=1 << 20)) as reader:
        parsed = reader.read(b"x" * (2 << 20), name="large.pdf")
        assert parsed.error == (
            "large.pdf was not read: it has 2 MB, and up to 1 MB are read; ask the sender for the letter by itself."
        )
        assert children() == []


def test_slots_bound_the_children_of_many_threads() -> None:
    with Reader(slots=2, limits=ENOUGH) as reader, ThreadPoolExecutor(8) as pool:
        texts = [f"ฉบับที่ {number}" for number in range(40)]
        read = list(pool.map(lambda text: reader.read(text.encode(), name=text).documents[0].text, texts))
        assert read == texts
        assert len(children()) <= 2


def test_a_child_outlives_the_thread_that_first_needed_it(reader: Reader) -> None:
    thread = threading.Thread(target=reader.read, args=(LETTER,), kwargs={"name": "x"})
    thread.start()
    thread.join()
    (pid,) = children()
    reader.read(LETTER, name="x")
    assert children() == [pid]


def test_children_end_when_their_parent_is_killed() -> None:
    program = (
        "from parsers.limits import Limits\nfrom parsers.worker import Reader\nimport time\n"
        "reader = Reader(slots=1, limits=Limits())\nreader.read(b'x', name='x')\nprint('ready', flush=True)\n"
        "time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == b"ready\n"
        (child,) = children(parent.pid)
        os.kill(child, signal.SIGSTOP)  # not even a child that hangs stays behind
        parent.kill()
    wait_until_gone(child)


def test_the_child_sees_no_secret_of_its_parent(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("INTAKE_IMAP_PASSWORD", "secret")
    with (tmp_path / "open").open("w") as file:
        os.set_inheritable(file.fileno(), True)
        reader.read(LETTER, name="x")
        (pid,) = children()
        assert b"INTAKE" not in Path(f"/proc/{pid}/environ").read_bytes()
        opened = {link.readlink() for link in Path(f"/proc/{pid}/fd").iterdir()}
        assert tmp_path / "open" not in opened


def test_the_child_is_in_a_session_of_its_own_and_dumps_no_core(reader: Reader) -> None:
    reader.read(LETTER, name="x")
    (pid,) = children()
    assert os.getsid(pid) == pid
    limits = Path(f"/proc/{pid}/limits").read_text()
    assert ["Max", "core", "file", "size", "0", "0", "bytes"] in [
        line.split() for line in limits.splitlines()
    ]


def test_nothing_is_read_after_closing() -> None:
    reader = Reader(slots=1, limits=ENOUGH)
    reader.close()
    with pytest.raises(RuntimeError):
        reader.read(LETTER, name="x")
