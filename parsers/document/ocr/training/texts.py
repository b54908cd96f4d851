"""What the training lines say: half as a letter's head is written, half running Thai.

Everything follows from the `random.Random` that is passed in. Each kind of line is a small function of it; the
tables at the end say how often each kind comes.
"""

import random
import string
from collections.abc import Callable
from typing import Final

from parsers.document.ocr.alphabet import covers
from parsers.document.ocr.training import lexicon
from parsers.document.ocr.training.figures import (
    amount,
    any_figures,
    date,
    digits,
    phone,
    reference,
    scripted,
)
from parsers.thai.orthography import PART_OF_SYLLABLE

Kind = Callable[[random.Random], str]

_HEAD_SHARE: Final = 0.55
_LENGTHS: Final = (30, 60, 95)
_MARKS: Final = "".join(PART_OF_SYLLABLE - {"ำ"})


def line(rng: random.Random) -> str:
    """One line of at most 95 characters, all of them in the alphabet; no two spaces in a row."""
    while True:
        kind = rng.choice(_HEADS) if rng.random() < _HEAD_SHARE else running
        text = " ".join(kind(rng).split())[: rng.choice(_LENGTHS)].strip().lstrip(_MARKS)
        if text and covers(text):
            return text


def running(rng: random.Random) -> str:
    """Words as they come, without blanks mostly, as Thai is written."""
    word = rng.choice(_VOCABULARIES)
    text = "".join(_word(rng, word) + _between(rng) for _ in range(rng.randint(1, 16)))
    chance = rng.random()
    if chance < 0.05:
        return f"“{text}”"
    if chance < 0.10:
        return f"({text})"
    if chance < 0.18:
        return scripted(rng, f"{rng.randint(1, 20)}{rng.choice(('. ', ') ', ' '))}") + text
    return text


def _word(rng: random.Random, usual: Kind) -> str:
    if rng.random() < 0.85:
        return usual(rng)
    return rng.choice((*lexicon.PHRASES, *lexicon.MARKED, lexicon.place(rng)))


def _between(rng: random.Random) -> str:
    """What stands between two words: nothing, mostly."""
    chance = rng.random()
    if chance < 0.78:
        return ""
    if chance < 0.90:
        return " "
    if chance < 0.95:
        return f" {scripted(rng, digits(rng, rng.randint(1, 4)))} "
    if chance < 0.985:
        return f" {_latin(rng)} "
    return rng.choice((" และ", " หรือ", "ๆ ", "ฯ ", "/", "-", ", ", ". ", ": "))


def _latin(rng: random.Random) -> str:
    """A word or an abbreviation, often in brackets, as letters explain them."""
    capitals = "".join(rng.choice(string.ascii_uppercase) for _ in range(rng.randint(2, 5)))
    mixed = "".join(rng.choice(string.ascii_letters) for _ in range(rng.randint(3, 8)))
    word = rng.choice((rng.choice(lexicon.LATIN), rng.choice(lexicon.LATIN), capitals, capitals, mixed))
    return rng.choice((word, word, f"({word})", f"({word})"))


def _own_reference(rng: random.Random) -> str:
    return scripted(rng, f"{rng.choice(('ที่ ', 'ที่ ', 'ที่', ''))}{reference(rng)}")


def _dated(rng: random.Random) -> str:
    return scripted(rng, f"{rng.choice(('', '', 'ลงวันที่ ', 'วันที่ ', 'ลว. '))}{date(rng)}")


def _cited(rng: random.Random) -> str:
    label = rng.choice(("อ้างถึง ", "ตาม", "", "", "1. ", "2. "))
    mark = rng.choice(("", "", "", "ด่วนที่สุด ", "ด่วนมาก "))
    day = f"{rng.choice(('ลงวันที่ ', 'ลว. ', 'ลง '))}{date(rng)}"
    return scripted(rng, f"{label}หนังสือ{_office(rng)} {mark}ที่ {reference(rng)} {day}")


def _figures(rng: random.Random) -> str:
    return scripted(rng, any_figures(rng))


def _amount(rng: random.Random) -> str:
    return scripted(rng, amount(rng))


def _stamp(rng: random.Random) -> str:
    return scripted(
        rng,
        rng.choice(
            (
                f"เลขรับ {digits(rng, rng.randint(2, 5))}",
                f"เลขที่รับ {digits(rng, 4)}/{digits(rng, 4)}",
                f"รับที่ {digits(rng, 4)}",
                f"วันที่ {date(rng)}",
                f"เวลา {rng.randint(8, 16)}.{digits(rng, 2)} น.",
                f"เวลา {rng.randint(8, 16):02d}:{digits(rng, 2)} น.",
            )
        ),
    )


def _office(rng: random.Random) -> str:
    return f"{rng.choice(lexicon.OFFICES)}{rng.choice(('', lexicon.place(rng)))}"


def _address(rng: random.Random) -> str:
    town, district, code = lexicon.place(rng), lexicon.place(rng), digits(rng, 5)
    house = f"{digits(rng, rng.randint(1, 3))}/{digits(rng, 1)}"
    return scripted(
        rng,
        rng.choice(
            (
                f"ถนน{lexicon.common_word(rng)} {rng.choice(('ตำบล', 'ต.'))}{town} {rng.choice(('อำเภอ', 'อ.'))}{district}",
                f"ถนน{lexicon.common_word(rng)} {rng.choice(lexicon.LETTER_CODES)} {code}",
                f"{town} {code}",
                f"{rng.choice(('จังหวัด', 'จ.'))}{town} {code}",
                f"เลขที่ {house} หมู่ที่ {rng.randint(1, 19)} {town} {code}",
            )
        ),
    )


def _heading(rng: random.Random) -> str:
    labels = ("เรื่อง", "เรียน", "อ้างถึง", "สิ่งที่ส่งมาด้วย", "ถึง", "ส่วนราชการ", "วันที่", "ที่")
    return f"{rng.choice(labels)}{rng.choice((' ', ' ', ' : ', ': '))}{running(rng)}"


def _enclosure(rng: random.Random) -> str:
    label = rng.choice(("สิ่งที่ส่งมาด้วย ", "", "1. ", "2. "))
    thing = lexicon.common_word(rng) + lexicon.common_word(rng)
    return scripted(
        rng, f"{label}{thing} จำนวน {rng.randint(1, 99)} {rng.choice(('ชุด', 'ฉบับ', 'แผ่น', 'เล่ม'))}"
    )


def _row(rng: random.Random) -> str:
    number = f"{rng.randint(1, 250)}{rng.choice((' ', '. ', ') '))}"
    kind = rng.choice(("อบต.", "ทต.", "ทม.", "ทน.", "อบจ.", "เทศบาลตำบล", "องค์การบริหารส่วนตำบล"))
    district = rng.choice(("", lexicon.place(rng), "อำเภอ" + lexicon.place(rng)))
    count = rng.choice(("", " " + digits(rng, rng.randint(1, 4))))
    return scripted(rng, f"{number}{kind}{lexicon.place(rng)} {district}{count}")


def _contact(rng: random.Random) -> str:
    box = f"{rng.choice(('saraban', 'utt', 'local', 'office'))}{digits(rng, 2)}"
    host = rng.choice(("dla.go.th", "moi.go.th", "gmail.com"))
    return scripted(
        rng,
        rng.choice(
            (
                f"โทร. {phone(rng)}",
                f"โทร. {phone(rng)} โทรสาร {phone(rng)}",
                f"โทร {phone(rng)}, {phone(rng)}",
                f"ผู้ประสานงาน {lexicon.person(rng)} โทร. {phone(rng)}",
                f"ไปรษณีย์อิเล็กทรอนิกส์ saraban_0{digits(rng, 7)}@dla.go.th",
                f"E-mail : {box}@{host}",
            )
        ),
    )


def _signer(rng: random.Random) -> str:
    name = lexicon.person(rng)
    return rng.choice((f"({name})", f"( {name} )", name))


def _post(rng: random.Random) -> str:
    return f"{rng.choice(lexicon.POSTS)}{rng.choice(('', lexicon.place(rng)))}"


def _phrase(rng: random.Random) -> str:
    return rng.choice(lexicon.PHRASES)


def _ticked(rng: random.Random) -> str:
    return f"{rng.choice(('☑', '☐', '☒', '✓', '( / )', '[x]', '(   )', '•', '–', '-'))} {running(rng)}"


def _marks(rng: random.Random) -> str:
    return "".join(rng.choice(lexicon.MARKED) for _ in range(rng.randint(1, 8)))


def _official(rng: random.Random) -> str:
    return rng.choice(lexicon.OFFICIAL_WORDS)


def _dictionary(rng: random.Random) -> str:
    return rng.choice(lexicon.dictionary())


def _syllable(rng: random.Random) -> str:
    return rng.choice(lexicon.syllables())


def _invented(rng: random.Random) -> str:
    """A syllable that is no word: what differs by a stroke must be seen, as in names nobody knows."""
    consonant = rng.choice(_CONSONANTS)
    return f"{rng.choice(('', '', 'เ', 'แ', 'โ'))}{consonant}{rng.choice(_VOWELS)}{rng.choice(_TONES)}{rng.choice(_CONSONANTS)}"


_CONSONANTS: Final = "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ" + 2 * "ดตคศถภผพฝฟขชซบปทหธรจ"
"""Of those that are alike, more."""
_VOWELS: Final = ("", "", "ิ", "ี", "ึ", "ื", "ุ", "ู", "ั", "็")
_TONES: Final = ("", "", "่", "้", "่", "้", "๊", "๋", "์")
_VOCABULARIES: Final[tuple[Kind, ...]] = (
    lexicon.common_word,
    lexicon.common_word,
    _official,
    _official,
    _dictionary,
    _syllable,
    _invented,
)
_HEADS: Final[tuple[Kind, ...]] = (
    *[_own_reference] * 4,
    *[_dated] * 3,
    *[_cited] * 2,
    *[_figures] * 3,
    *[_row] * 2,
    *[_contact] * 2,
    _amount,
    _stamp,
    _office,
    _address,
    _heading,
    _enclosure,
    _signer,
    _post,
    _phrase,
    _ticked,
    _marks,
)
