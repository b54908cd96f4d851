"""Finding letters: Thai words, references in both digit scripts, fragments, filters."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlmodel import Session

from storage import campaigns, letters, receipts, search
from storage.database import Database
from storage.models import Campaign, Letter, Status

NOW = datetime(2026, 3, 2, tzinfo=UTC)
SUBJECT = "ขอเชิญสมัครขอรับการรับรองมาตรฐานการให้บริการของศูนย์ราชการสะดวก (GECC) ประจำปี พ.ศ. ๒๕๖๒"
CHIANG_MAI = f"""ที่ ชม ๐๐๒๓.๓/๑๒๓๔  ศาลากลางจังหวัดเชียงใหม่
๒๐ กุมภาพันธ์ ๒๕๖๒
เรื่อง {SUBJECT}
อ้างถึง หนังสือกรมส่งเสริมการปกครองท้องถิ่น ที่ มท ๐๘๑๐.๗/ว ๒๐๐ ลงวันที่ ๑๕ กุมภาพันธ์ ๒๕๖๒
มีองค์กรปกครองส่วนท้องถิ่นสมัคร จำนวน ๓ แห่ง ได้แก่ เทศบาลตำบลสุเทพ
"""
LAMPANG = "ที่ ลป 0023.3/1234 ศาลากลางจังหวัดลำปาง เรื่อง รายงานการประชุม ไม่มีองค์กรปกครองส่วนท้องถิ่นสมัคร"
SEGMENT = search.default_segmenter()
INDEX = search.Index(normalise=lambda text: text, segment=SEGMENT)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path}/intake.db")
    database.migrate()
    yield database
    database.close()


@pytest.fixture
def campaign(database: Database) -> Campaign:
    with database.begin() as tx:
        return campaigns.open(
            tx,
            reference="มท 0810.7/ว 200",
            reference_key="มท|0810.7|ว|200",
            dated=date(2019, 2, 15),
            subject=SUBJECT,
            addressees=["เชียงใหม่", "ลำปาง"],
            opened_at=NOW,
        )


@pytest.fixture
def filled(database: Database, campaign: Campaign) -> Database:
    """เชียงใหม่ is filed; ลำปาง, dated without a day, waits in review."""
    with database.begin() as tx:
        chiang_mai = arrived(tx, CHIANG_MAI, "เชียงใหม่", reference_number="ชม 0023.3/1234", dated="2019-02-20")
        letters.file(tx, chiang_mai, campaign_id=campaign.id, filed_at=NOW, filed_by="service")
        arrived(
            tx,
            LAMPANG,
            "ลำปาง",
            reference_number="ลป 0023.3/1234",
            dated="2019-02",
            proposed_campaign_id=campaign.id,
        )
        arrived(tx, "ประกาศรับสมัครงาน", None, status="unrelated")
    return database


def arrived(
    tx: Session,
    body: str,
    province: str | None,
    *,
    reference_number: str | None = None,
    dated: str | None = None,
    status: Status = "review",
    proposed_campaign_id: int | None = None,
) -> Letter:
    receipt, _ = receipts.add(
        tx,
        delivery=f"file:{body[:40]}",
        sha256="0" * 64,
        size=1,
        channel="file",
        source="x",
        envelope_from=None,
        envelope_to=[],
        received_at=NOW,
    )
    letter = letters.add(
        tx,
        Letter(
            receipt_id=receipt.id,
            ordinal=0,
            kind="external",
            province=province,
            reference_number=reference_number,
            dated=dated,
            text=body,
            status=status,
            proposed_campaign_id=proposed_campaign_id,
        ),
    )
    INDEX.add(tx, letter)
    return letter


def found(database: Database, query: str, **filters: object) -> list[str | None]:
    with database.read() as tx:
        return [hit.province for hit in INDEX.find(tx, query, **filters)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("query", "provinces"),
    [
        ("ศูนย์ราชการสะดวก", ["เชียงใหม่"]),
        ("สุเทพ", ["เชียงใหม่"]),
        ("สมัครศูนย์ราชการ", ["เชียงใหม่"]),
        ('"ศูนย์ราชการสะดวก"', ["เชียงใหม่"]),
        ('"สะดวกราชการศูนย์"', []),
        ("gecc", ["เชียงใหม่"]),
        ("GEC*", ["เชียงใหม่"]),
        ("ชม 0023.3/1234", ["เชียงใหม่"]),
        ("ชม ๐๐๒๓.๓/๑๒๓๔", ["เชียงใหม่"]),
        ("ชม0023.3/1234", ["เชียงใหม่"]),
        ("0023.3/1234", ["เชียงใหม่", "ลำปาง"]),
        ("023.3/12", ["ลำปาง", "เชียงใหม่"]),
        ("มท0810.7/ว200", ["เชียงใหม่"]),
        ("กุมภาพันธ์ 2562", ["เชียงใหม่"]),
        ("กุมภาพันธ์ 2019", ["เชียงใหม่"]),
        ("กุมภาพันธ์ 2020", []),
        ("เทศบาลตำ", ["เชียงใหม่"]),
        ("การประชุม ลำปาง", ["ลำปาง"]),
        ("การประชุม เชียงใหม่", []),
        ("รายงานประชุม", ["ลำปาง"]),
        ("งงงงง", []),
        ('ศูนย์" OR (ลำปาง', []),
        ("NEAR(a b)", []),
        ("subject:ขอ", []),
    ],
)
def test_a_query_finds_the_letters_that_say_so(filled: Database, query: str, provinces: list[str]) -> None:
    assert sorted(map(str, found(filled, query))) == sorted(provinces)


def test_a_hit_tells_where_the_letter_is_and_shows_the_place(filled: Database) -> None:
    with filled.read() as tx:
        (hit,) = INDEX.find(tx, "สุเทพ")
    assert (hit.register_number, hit.reference_number, hit.status) == ("1/2569", "ชม 0023.3/1234", "filed")
    assert (hit.campaign, hit.dated) == ("มท 0810.7/ว 200", "2019-02-20")
    assert "๓ แห่ง ได้แก่ เทศบาลตำบลสุเทพ" in hit.snippet
    assert hit.score > 1


def test_a_letter_in_review_is_found_without_a_number_or_campaign(filled: Database) -> None:
    with filled.read() as tx:
        (hit,) = INDEX.find(tx, "การประชุม")
    assert (hit.status, hit.register_number, hit.campaign) == ("review", None, None)


def test_whole_words_come_before_fragments(database: Database) -> None:
    with database.begin() as tx:
        arrived(tx, "เลขที่ 12345", "ลำปาง")
        arrived(tx, "เลขที่ 234", "เชียงใหม่")
    with database.read() as tx:
        first, second = INDEX.find(tx, "234")
    assert (first.province, second.province) == ("เชียงใหม่", "ลำปาง")
    assert first.score > 1 > second.score > 0


def test_filters_keep_what_they_name(filled: Database, campaign: Campaign) -> None:
    assert found(filled, "สมัคร", limit=2) != found(filled, "สมัคร")
    assert found(filled, "สมัคร", province="ลำปาง") == ["ลำปาง"]
    assert found(filled, "สมัคร", status="filed") == ["เชียงใหม่"]
    assert found(filled, "สมัคร", status="unrelated") == [None]
    assert sorted(map(str, found(filled, "สมัคร", campaign=campaign))) == ["ลำปาง", "เชียงใหม่"]


@pytest.mark.parametrize(
    ("from_", "to", "provinces"),
    [
        (date(2019, 2, 20), date(2019, 2, 20), ["ลำปาง", "เชียงใหม่"]),
        (date(2019, 2, 21), None, ["ลำปาง"]),
        (None, date(2019, 2, 19), ["ลำปาง"]),
        (date(2019, 3, 1), None, []),
        (None, date(2019, 1, 31), []),
    ],
)
def test_dates_bound_the_letter_and_a_blank_day_is_its_month(
    filled: Database, from_: date | None, to: date | None, provinces: list[str]
) -> None:
    assert sorted(map(str, found(filled, "สมัคร", from_=from_, to=to))) == provinces


def test_a_letter_added_again_is_found_by_its_new_text_only(database: Database) -> None:
    with database.begin() as tx:
        letter = arrived(tx, "ข้อความเดิม", "ลำปาง")
        letter.text = "ข้อความใหม่"
        INDEX.add(tx, letter)
    assert found(database, "ใหม่") == ["ลำปาง"]
    assert found(database, "เดิม") == []


def test_a_removed_letter_is_not_found(database: Database) -> None:
    with database.begin() as tx:
        letter = arrived(tx, "ข้อความ", "ลำปาง")
        INDEX.remove(tx, letter.id)
        INDEX.remove(tx, letter.id)
    assert found(database, "ข้อความ") == []


def test_the_segmenter_loses_nothing_and_does_not_stall() -> None:
    assert "".join(SEGMENT(CHIANG_MAI)) == "".join(CHIANG_MAI.split())
    ambiguous = "กรร" * 2_000
    assert "".join(SEGMENT(ambiguous)) == ambiguous


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(alphabet=st.one_of(st.characters(), st.sampled_from('"*()^:+-กข่ำ๑2 ')), max_size=30))
def test_any_text_is_a_query_that_the_index_answers(filled: Database, query: str) -> None:
    found(filled, query)


_WORDS = [
    "เชียงใหม่",
    "ศูนย์",
    "ราชการ",
    "สะดวก",
    "เทศบาล",
    "สุเทพ",
    "กำแพงเพชร",
    "น้ำ",
    "ที่",
    "๒๕๖๒",
    "GECC",
    "1234",
]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(_WORDS), min_size=1, max_size=8), glue=st.sampled_from(["", " ", "\n"]))
def test_every_word_of_a_letter_finds_it(database: Database, words: list[str], glue: str) -> None:
    with database.begin() as tx:
        for table in ("letter", "receipt", "letter_words", "letter_fragments"):
            tx.execute(text(f"DELETE FROM {table}"))  # noqa: S608 - the names stand right above
        arrived(tx, glue.join(words), "ลำปาง")
    for word in words:
        if glue or len(word) > 2:
            assert found(database, word) == ["ลำปาง"], word
