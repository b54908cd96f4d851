"""Every mail in `tests/data/mail` is read as the JSON beside it says."""

import json
from pathlib import Path
from typing import Any

import pytest

from parsers import dispatch, model
from tests.letters.compare import differences

_FOLDER = Path(__file__).parent.parent / "data" / "mail"
_MAILS = sorted(_FOLDER.glob("*.eml"))


def _parsed(mail: Path) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(model.to_json(dispatch.parse(mail.read_bytes(), name=mail.name)))
    return parsed


def _expected(mail: Path) -> dict[str, Any]:
    expected: dict[str, Any] = json.loads(mail.with_suffix(".json").read_text(encoding="utf-8"))
    return expected


def _told(document: dict[str, Any], expected: dict[str, Any]) -> dict[str, Any]:
    """Of what was read, that of which something is expected; the text as in the mail but for its ends."""
    return {name: document[name].strip() if name == "text" else document[name] for name in expected}


@pytest.mark.parametrize("mail", _MAILS, ids=lambda mail: mail.stem)
def test_sample_mail_is_read_as_its_sender_meant_it(mail: Path) -> None:
    expected, parsed = _expected(mail), _parsed(mail)
    documents = expected.pop("documents")
    assert differences(expected, parsed) == []
    assert len(parsed["documents"]) == len(documents)
    assert list(map(_told, parsed["documents"], documents)) == documents


def test_there_are_sample_mails_of_every_kind() -> None:
    kinds = {_expected(mail)["message"]["noise"] for mail in _MAILS}
    assert kinds == {None, "auto-reply", "bounce", "list"}
