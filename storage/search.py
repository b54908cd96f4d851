"""Finding letters by what is written in them.

One interface; behind it are two FTS5 tables of SQLite. `letter_words` holds the letter cut into
words, because the tokenizer of FTS5 sees no boundaries in Thai; `letter_fragments` holds runs of
three characters, for parts of words and of reference numbers. Tone marks count, digit scripts and
eras of years do not; see `terms` for what a query may say.

Adding happens in the caller's transaction: a letter is filed and found at the same moment, or
neither. Which letters may be indexed (not a secret one) is the caller's decision.
"""

import re
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import nlpo3
from sqlalchemy import ColumnElement, Float, String, TableClause, column, literal_column, table, text
from sqlmodel import Session, col, exists, func, or_, select

from storage import register, terms
from storage.models import Campaign, Filing, Letter, Status
from storage.terms import Segment, Term

Filter = ColumnElement[bool]

_WORDS = table("letter_words", column("rowid"))
_FRAGMENTS = table("letter_fragments", column("rowid"))
# bm25 is negative, the better the lower. A word of the reference tells most about a letter, then
# one of its subject, then one of its sender.
_WORDS_SCORE: ColumnElement[float] = literal_column("1 - bm25(letter_words, 8.0, 4.0, 2.0, 1.0)", Float)
_FRAGMENTS_SCORE: ColumnElement[float] = literal_column(
    "bm25(letter_fragments) / (bm25(letter_fragments) - 1)", Float
)

# A run of 15,000 ambiguous letters takes nlpo3 half a minute, 75 runs of 200 take one second. Its
# `safe` mode, made for that, loses and repeats parts of the text.
_RUN = re.compile(r"\S{1,200}")

_ADD_WORDS = text(
    "INSERT INTO letter_words (rowid, reference, subject, sender, body) "
    "VALUES (:id, :reference, :subject, :sender, :body)"
)
_ADD_FRAGMENTS = text("INSERT INTO letter_fragments (rowid, content) VALUES (:id, :content)")
_REMOVE_WORDS = text("DELETE FROM letter_words WHERE rowid = :id")
_REMOVE_FRAGMENTS = text("DELETE FROM letter_fragments WHERE rowid = :id")


@dataclass(frozen=True, kw_only=True, slots=True)
class Hit:
    """One letter that was found. `score`: higher is better; from 1 on whole words were found,
    below 1 only fragments of words. `register_number` as it is written (`12/2569`)."""

    receipt: str
    letter: int
    register_number: str | None
    reference_number: str | None
    dated: str | None
    subject: str | None
    sender: str | None
    province: str | None
    campaign: str | None
    status: Status
    snippet: str
    score: float


class Index:
    """The index of letters. `normalise` brings Thai text to the one form in which it is compared."""

    def __init__(self, normalise: Callable[[str], str], segment: Segment) -> None:
        self._normalise = normalise
        self._segment = segment

    def add(self, session: Session, letter: Letter) -> None:
        """Make `letter`, which has its id, findable; what was indexed of it before is replaced."""
        self.remove(session, letter.id)
        columns = {
            "reference": letter.reference_number,
            "subject": letter.subject,
            "sender": _joined(letter.agency, letter.province, letter.sender, letter.signer, letter.position),
            "body": letter.text,
        }
        folded = {name: terms.fold(self._normalise(column or "")) for name, column in columns.items()}
        cut = {name: " ".join(self._segment(column)) for name, column in folded.items()}
        fragments = terms.compact("\n".join(folded.values()))
        connection = session.connection()
        connection.execute(_ADD_WORDS, {"id": letter.id, **cut})
        connection.execute(_ADD_FRAGMENTS, {"id": letter.id, "content": fragments})

    def remove(self, session: Session, letter_id: int) -> None:
        """Make that letter unfindable; nothing happens if it is."""
        for statement in (_REMOVE_WORDS, _REMOVE_FRAGMENTS):
            session.connection().execute(statement, {"id": letter_id})

    def find(
        self,
        session: Session,
        query: str,
        *,
        campaign: Campaign | None = None,
        province: str | None = None,
        from_: date | None = None,
        to: date | None = None,
        status: Status | None = None,
        limit: int = 20,
    ) -> list[Hit]:
        """The letters in which every term of `query` is found, the best first, at most `limit`.

        Every string is legal; one without a word in it finds nothing. `campaign` keeps the letters
        filed under it or proposed for it. `from_` and `to` are bounds of the letter's own date,
        both included; a letter whose day is blank counts by its month, an undated one not at all.
        """
        looked_for = terms.parse(query, self._normalise)
        if not looked_for:
            return []
        filters = _filters(campaign, province, from_, to, status)
        scores = self._by_words(session, looked_for, filters, limit)
        if len(scores) < limit:
            scores = self._by_fragments(session, looked_for, filters, limit) | scores
        best = sorted(scores, key=lambda letter: (-scores[letter], letter))[:limit]
        rows = {letter.id: (letter, filing, reference) for letter, filing, reference in _rows(session, best)}
        return [self._hit(*rows[letter], scores[letter], looked_for) for letter in best]

    def _by_words(
        self, session: Session, looked_for: Sequence[Term], filters: Sequence[Filter], limit: int
    ) -> dict[int, float]:
        matches = _matches(_WORDS, terms.by_words(looked_for, self._segment))
        return _scores(session, _WORDS_SCORE, _WORDS, (matches, *filters), limit)

    def _by_fragments(
        self, session: Session, looked_for: Sequence[Term], filters: Sequence[Filter], limit: int
    ) -> dict[int, float]:
        """By fragments, save the terms that are too short to be one: those stay words."""
        long = [term for term in looked_for if terms.is_long(term)]
        short = [term for term in looked_for if not terms.is_long(term)]
        if not long:
            return {}
        matches = [_matches(_FRAGMENTS, terms.by_fragments(long, self._segment))]
        if short:
            by_words = select(_WORDS.c.rowid).where(_matches(_WORDS, terms.by_words(short, self._segment)))
            matches.append(col(Letter.id).in_(by_words))
        return _scores(session, _FRAGMENTS_SCORE, _FRAGMENTS, (*matches, *filters), limit)

    def _hit(
        self,
        letter: Letter,
        filing: Filing | None,
        campaign: str | None,
        score: float,
        looked_for: Sequence[Term],
    ) -> Hit:
        text = letter.text or letter.subject or ""
        return Hit(
            receipt=letter.receipt_id,
            letter=letter.id,
            register_number=_number(filing),
            reference_number=letter.reference_number,
            dated=letter.dated,
            subject=letter.subject,
            sender=letter.sender,
            province=letter.province,
            campaign=campaign,
            status=letter.status,
            snippet=terms.snippet(text, looked_for, self._segment, self._normalise),
            score=score,
        )


def default_segmenter() -> Segment:
    """Cuts Thai into words (newmm by nlpo3, the word list of PyThaiNLP); loads them at its first use."""

    def segment(text: str) -> list[str]:
        dictionary = _dictionary()
        return [word for run in _RUN.findall(text) for word in nlpo3.segment(run, dictionary)]

    return segment


@cache
def _dictionary() -> str:
    # Found, not imported: importing pythainlp makes folders in the home directory.
    package = find_spec("pythainlp")
    if package is None or package.origin is None:
        raise RuntimeError("pythainlp, which brings the Thai word list, is not installed")
    # nlpo3 keeps dictionaries by name for the whole process and refuses a name that is taken.
    name = str(uuid.uuid4())
    message, loaded = nlpo3.load_dict(str(Path(package.origin).parent / "corpus" / "words_th.txt"), name)
    if not loaded:
        raise RuntimeError(message)
    return name


def _filters(
    campaign: Campaign | None,
    province: str | None,
    from_: date | None,
    to: date | None,
    status: Status | None,
) -> list[Filter]:
    dated = col(Letter.dated)
    filters: list[Filter] = []
    if campaign is not None:
        filed = exists().where(col(Filing.letter_id) == Letter.id, col(Filing.campaign_id) == campaign.id)
        filters.append(or_(filed, Letter.proposed_campaign_id == campaign.id))
    if province is not None:
        filters.append(col(Letter.province) == province)
    # Both sides at the letter's own precision: a month counts as within its first and last day.
    if from_ is not None:
        filters.append(dated >= func.substr(from_.isoformat(), 1, func.length(dated)))
    if to is not None:
        filters.append(dated <= func.substr(to.isoformat(), 1, func.length(dated)))
    if status is not None:
        filters.append(col(Letter.status) == status)
    return filters


def _matches(index: TableClause, expression: str) -> Filter:
    return literal_column(index.name, String).op("MATCH", is_comparison=True)(expression)


def _scores(
    session: Session,
    score: ColumnElement[float],
    index: TableClause,
    filters: Iterable[Filter],
    limit: int,
) -> dict[int, float]:
    found = select(col(Letter.id), score).join(index, index.c.rowid == Letter.id).where(*filters)
    return dict(session.exec(found.order_by(score.desc(), col(Letter.id)).limit(limit)).all())


def _rows(session: Session, ids: Iterable[int]) -> Sequence[tuple[Letter, Filing | None, str | None]]:
    """The letters with their last filing and its campaign's reference, in any order."""
    last = (
        select(func.max(Filing.id)).where(Filing.letter_id == Letter.id).correlate(Letter).scalar_subquery()
    )
    found = (
        select(Letter, Filing, Campaign.reference)
        .outerjoin(Filing, col(Filing.id) == last)
        .outerjoin(Campaign, col(Campaign.id) == Filing.campaign_id)
        .where(col(Letter.id).in_(ids))
    )
    return session.exec(found).all()


def _joined(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)


def _number(filing: Filing | None) -> str | None:
    return register.display(filing.register_number, filing.register_year) if filing else None
