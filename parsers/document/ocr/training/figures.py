"""What stands in letters as figures: reference numbers, dates, telephones, sums, and digits in any order.

A running number is random, so its digits are drawn at random and all ten come equally often. All in ASCII digits;
`scripted` puts them into the script in which a line is written.
"""

import random
from typing import Final

from parsers.document.ocr.training import lexicon
from parsers.thai.digits import to_thai

_THAI_SHARE: Final = 0.68
_ARABIC_SHARE: Final = 0.28
"""The rest is mixed, as clerks do. Thai digits come more often than in letters: they are what is hard to read."""
_AGAIN: Final = 0.12


def digits(rng: random.Random, count: int) -> str:
    """Any digits; the same one twice or more in a row oftener than by chance, for CTC tends to take it as one."""
    drawn = ""
    for _ in range(count):
        drawn += drawn[-1] if drawn and rng.random() < _AGAIN else rng.choice("0123456789")
    return drawn


def scripted(rng: random.Random, text: str) -> str:
    """`text` with its ASCII digits in Thai mostly, seldom in both scripts."""
    chance = rng.random()
    if chance < _THAI_SHARE:
        return to_thai(text)
    if chance < _THAI_SHARE + _ARABIC_SHARE:
        return text
    return "".join(to_thai(one) if rng.random() < 0.5 else one for one in text)


def reference(rng: random.Random) -> str:
    """Any number of the grammar of DOMAIN 2.1, leading zeros and clerks' spacing with it."""
    code = (
        rng.choice(lexicon.LETTER_CODES)
        if rng.random() < 0.75
        else rng.choice(("มท", "ชม", "ชร", "ชบ", "นม"))
    )
    usual = ("0810", "0023", "0808", "0809", "00" + digits(rng, 2))
    owner = rng.choice((*usual, digits(rng, 4), digits(rng, 4), digits(rng, 5)))
    for _ in range(rng.choice((0, 0, 1, 1, 1, 2, 3))):
        owner += "." + digits(rng, rng.choice((1, 1, 2, 3)))
    running = digits(rng, rng.choice((1, 2, 3, 3, 4, 4, 5)))
    circular = rng.choice(("", "", "ว ", "ว ", "ว", "ว."))
    return f"{code}{rng.choice((' ', ' ', ' ', ''))}{owner}{rng.choice(('/', '/', '/ ', ' / '))}{circular}{running}"


def date(rng: random.Random) -> str:
    """Any form of DOMAIN 3; days and years beyond the calendar too, for digits must be seen, not guessed."""
    day = str(rng.choice((rng.randint(1, 31), rng.randint(10, 31), rng.randint(1, 99))))
    year = str(rng.choice((rng.randint(2555, 2575), rng.randint(2400, 2999))))
    number = rng.randint(1, 12)
    month, short = lexicon.MONTHS[number - 1], lexicon.SHORT_MONTHS[number - 1]
    return rng.choice(
        (
            *[f"{day} {month} {year}"] * 4,
            f"{day} {month} พ.ศ. {year}",
            f"{day} {short} {year}",
            f"{day} {short} {year[2:]}",
            f"{day}/{number}/{year}",
            f"{int(day):02d}/{number:02d}/{year[2:]}",
            f"{day}-{number}-{year}",
            f"{month} {year}",
            f"{day} – {rng.randint(10, 31)} {month} {year}",
            f"วันที่ {day} เดือน {month} พ.ศ. {year}",
        )
    )


def phone(rng: random.Random) -> str:
    four, other = digits(rng, 4), digits(rng, 4)
    return rng.choice(
        (
            f"0-{four}-{other}",
            f"0 {four} {other}",
            f"0 {four} {other}-{digits(rng, 1)}",
            f"0{digits(rng, 2)}-{digits(rng, 6)}",
            f"08{digits(rng, 1)}-{digits(rng, 7)}",
            f"09 {four} {other}",
            f"0-{four}-{other} ต่อ {digits(rng, rng.choice((2, 3, 4)))}",
            f"มท. {digits(rng, 5)}",
        )
    )


def amount(rng: random.Random) -> str:
    """A number of things, with or without a word before it."""
    figure = f"{rng.randint(1, 10 ** rng.randint(1, 8)):,}{rng.choice(('', '', '.' + digits(rng, 2)))}"
    return f"{rng.choice(('จำนวน ', 'รวม ', 'ทั้งหมด ', 'ทั้งสิ้น ', ''))}{figure} {rng.choice(lexicon.UNITS)}"


def any_figures(rng: random.Random) -> str:
    """Digits in every neighbourhood, plausible or not."""
    parts = [digits(rng, rng.randint(1, 7)) for _ in range(rng.randint(1, 5))]
    return rng.choice((" ", ".", "/", "-", ",", " ")).join(parts)
