"""The register as auditors open it: official columns, Buddhist years, nothing that a sheet would run."""

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from intake.export import register
from storage.letters import RegisterRow

ROW = RegisterRow(
    register_year=2562,
    register_number=12,
    state="filed",
    received_at=datetime(2019, 2, 28, 18, 30, tzinfo=UTC),
    filed_at=datetime(2019, 2, 28, 18, 31, tzinfo=UTC),
    filed_by="saraban-intake",
    reference_number="ชม 0023.3/1234",
    dated="2019-02-20",
    agency="ศาลากลางจังหวัดเชียงใหม่",
    addressee="อธิบดีกรมส่งเสริมการปกครองท้องถิ่น",
    subject="ขอเชิญสมัครขอรับการรับรอง",
    province="เชียงใหม่",
    outcome="confirmed",
    count=3,
    campaign="มท 0810.7/ว 200",
    receipt_id="r1",
    sha256="0" * 64,
    source="imap",
    sender="saraban@example.go.th",
)


def _csv(path: Path, *rows: RegisterRow) -> list[list[str]]:
    register.write(rows, path, "csv")
    return list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))


def test_csv_has_the_official_columns_in_their_order(tmp_path: Path) -> None:
    head, row = _csv(tmp_path / "register.csv", ROW)
    assert head == ["เลขทะเบียนรับ", "ที่", "ลงวันที่", "จาก", "ถึง", "เรื่อง", "การปฏิบัติ", "หมายเหตุ"]
    assert row[:4] == ["12/2562", "ชม 0023.3/1234", "20 กุมภาพันธ์ 2562", "ศาลากลางจังหวัดเชียงใหม่"]
    assert row[6] == "ยืนยันการดำเนินการ จำนวน 3 แห่ง"


def test_csv_opens_in_thai_excel(tmp_path: Path) -> None:
    register.write([ROW], tmp_path / "register.csv", "csv")
    assert (tmp_path / "register.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_receipt_is_told_in_bangkok_time(tmp_path: Path) -> None:
    _, row = _csv(tmp_path / "register.csv", ROW)
    assert "รับ 1 มีนาคม 2562 เวลา 01:30 น." in row[7]


def test_a_blank_day_stays_blank(tmp_path: Path) -> None:
    _, row = _csv(tmp_path / "register.csv", replace(ROW, dated="2019-02"))
    assert row[2] == "กุมภาพันธ์ 2562"


@pytest.mark.parametrize("subject", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1"])
def test_a_cell_never_becomes_a_formula(tmp_path: Path, subject: str) -> None:
    _, row = _csv(tmp_path / "register.csv", replace(ROW, subject=subject))
    assert row[5].startswith("'")


def test_json_lines_use_the_contracts_names(tmp_path: Path) -> None:
    assert register.write([ROW, ROW], tmp_path / "register.jsonl", "jsonl") == 2
    first = json.loads((tmp_path / "register.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert (first["register_number"], first["receipt"], first["dated"]) == ("12/2562", "r1", "2019-02-20")
    assert first["received_at"] == "2019-02-28T18:30:00+00:00"


def test_an_interrupted_export_leaves_the_old_file_and_no_half_one(tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    path.write_text("old")

    def rows() -> Iterator[RegisterRow]:
        yield ROW
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        register.write(rows(), path, "csv")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
