"""Charsets of Thai mail, as labelled, as mislabelled and as already spoilt."""

import pytest

from parsers.mail import charsets

LETTER = "เรียน ผู้ว่าราชการจังหวัด “ศูนย์” – ที่ มท ๐๘๑๐.๗/ว ๒๐๐ (GECC)"


@pytest.mark.parametrize(
    "label",
    [
        *("windows-874", "x-windows-874", "MS874", "cp874", "ibm874", "dos-874", "x-mac-thai", "thai"),
        *("TIS-620", "tis620", "TIS_620", "TIS-620.2533", "iso-8859-11", "iso-ir-166", "tis-620*th"),
    ],
)
def test_every_name_of_the_thai_family_reads_as_windows_874(label: str) -> None:
    found = charsets.decode(LETTER.encode("cp874"), label)
    assert (found.text, found.charset, found.defects) == (LETTER, "windows-874", ())


@pytest.mark.parametrize(
    ("label", "defects"),
    [
        (None, ()),
        ("us-ascii", ()),
        ("unknown-8bit", ()),
        ("utf-8", ("charset-mislabelled",)),
        ("iso-8859-1", ("charset-mislabelled",)),
        ("x-no-such-charset", ("charset-unknown",)),
        ("\x00", ()),
    ],
)
def test_thai_bytes_are_thai_whatever_the_label(label: str | None, defects: tuple[str, ...]) -> None:
    found = charsets.decode(LETTER.encode("cp874"), label)
    assert (found.text, found.defects) == (LETTER, defects)


@pytest.mark.parametrize("label", ["utf-8", "utf8mb4", "tis-620", "iso-8859-1", None])
def test_valid_utf_8_is_utf_8_whatever_the_label(label: str | None) -> None:
    assert charsets.decode(LETTER.encode(), label).text == LETTER


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Grüße aus München", "iso-8859-1"),
        ("déjà vu à la carte", "windows-1252"),
        ("日本語", "iso-2022-jp"),
        ("日本語", "shift_jis"),
        ("中文信件", "gb18030"),
        ("Привет", "koi8-r"),
        ("ภาษาไทย", "utf-7"),
        ("ภาษาไทย", "utf-16-le"),
    ],
)
def test_other_charsets_are_read_by_their_label(text: str, label: str) -> None:
    assert charsets.decode(text.encode(label), label).text == text


def test_byte_order_marks_are_believed_and_removed() -> None:
    assert charsets.decode(b"\xef\xbb\xbf" + "ที่".encode(), "tis-620").text == "ที่"
    assert charsets.decode("ที่".encode("utf-16"), None).text == "ที่"


def test_utf_8_cut_inside_a_letter_stays_utf_8() -> None:
    found = charsets.decode("แจ้งจังหวัด".encode()[:-1], "utf-8")
    assert found.text == "แจ้งจังหวั\ufffd"
    assert found.defects == ("charset-damaged",)


def test_bytes_that_no_charset_has_are_kept_as_far_as_possible() -> None:
    found = charsets.decode("เรียน".encode("cp874") + b"\xff\xfc", "tis-620")
    assert found.text == "เรียน\ufffd\ufffd"
    assert found.defects == ("charset-damaged",)


def test_half_a_surrogate_pair_from_utf_7_does_not_get_out() -> None:
    assert charsets.decode(b"+2AA-", "utf-7").text.encode()


@pytest.mark.parametrize(
    ("spoilt", "meant"),
    [
        ("·Õè Á· ðøñð.÷/Ç òðð", "ที่ มท ๐๘๑๐.๗/ว ๒๐๐"),
        ("เน€เธฃเธตเธขเธ\x99 เธ\x9cเธนเน\x89เธงเน\x88เธฒ", "เรียน ผู้ว่า"),
        (LETTER.encode().decode("latin-1"), LETTER),
        (LETTER.encode("cp874").decode("latin-1"), LETTER),
        (
            f"plain line\n{LETTER.encode('cp874').decode('latin-1')}\n{LETTER}",
            f"plain line\n{LETTER}\n{LETTER}",
        ),
    ],
)
def test_text_spoilt_by_a_wrong_charset_is_restored(spoilt: str, meant: str) -> None:
    assert charsets.repair(spoilt) == meant


@pytest.mark.parametrize(
    "text",
    [
        LETTER,
        "เธอ เธน เนย ยก",
        "à la carte; São Paulo; Côte d'Ivoire à côté, déjà",
        "Größe: 20 m² · 5 µm ± 1°",
        "№ 5 — “quoted”…",
        "日本語",
        "",
    ],
)
def test_sound_text_is_left_alone(text: str) -> None:
    assert charsets.repair(text) == text
