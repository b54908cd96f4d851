"""Which province a letter comes from, by the agreement of independent signs (DOMAIN 2.3).

Signs: the letters of its number, its letterhead, its postal code, the signer's post and the sender's
address. Field offices of ministries use the ministry's letters, letterheads get copied, and any sign
may be misread, so one sign alone is weak and a tie is no answer. The central agencies lie in
Bangkok without being Bangkok's: they have no province.
"""

import re
from collections import Counter

from parsers.letter import owner, reading
from parsers.letter.zones import Zones
from parsers.model import Field
from parsers.thai import places

_CENTRAL = re.compile(r"กรม(?!การ)|กระทรวง|สำนักงานปลัด|สำนักนายก|สำนักงานคณะกรรมการ|องค์การมหาชน")


def read(
    zones: Zones,
    *,
    reference_number: Field | None,
    agency: Field | None,
    posts: str,
    sender: str | None,
    document: int,
) -> Field | None:
    """The province on which most signs agree; without a value if none has the majority.

    `posts` is the text of the signer's posts, `sender` the mail address that the letter came from.
    """
    if agency and _CENTRAL.match(agency.raw):
        return None
    signs = _signs(zones, reference_number, posts, sender)
    votes = Counter(signs).most_common()
    if not votes:
        return None
    (winner, most), others = votes[0], len(signs) - votes[0][1]
    shown = agency or reference_number
    return Field(
        value=None if len(votes) > 1 and votes[1][1] == most else winner,
        raw=shown.raw if shown else winner,
        confidence=reading.CONFIDENCE[_reason(most, others)],
        document=document,
        page=shown.page if shown else None,
        box=shown.box if shown else None,
    )


def _signs(zones: Zones, reference_number: Field | None, posts: str, sender: str | None) -> list[str]:
    letterhead = owner.letterhead(zones)
    code = re.match(r"[ก-ฮ]+", reference_number.raw) if reference_number else None
    mailbox = places.mailbox(sender) if sender else None
    found = (
        places.province_of_code(code.group()) if code else None,
        places.find_province(letterhead),
        places.province_of_postal_code(letterhead),
        places.find_province(posts),
        mailbox.province if mailbox else None,
    )
    return [province for province in found if province]


def _reason(most: int, others: int) -> reading.Reason:
    if most <= others:
        return "unreadable"
    if most == 1:
        return "alone"
    return "contradicted" if others else "agreed"
