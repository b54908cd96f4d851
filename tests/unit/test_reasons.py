"""Every reason that the service gives has a sentence in both languages, with all its facts."""

import ast
from pathlib import Path

import pytest

from intake import reasons

INTAKE = Path(reasons.__file__).parent


def _calls() -> list[tuple[str, frozenset[str]]]:
    """Every `because("code", fact=…)` that stands in the service."""
    trees = [ast.parse(path.read_text()) for path in INTAKE.rglob("*.py")]
    return [
        (call.args[0].value, frozenset(keyword.arg for keyword in call.keywords if keyword.arg))
        for tree in trees
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "because"
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
    ]


@pytest.mark.parametrize(("code", "facts"), _calls())
def test_a_reason_is_a_thai_sentence_then_an_english_one(code: str, facts: frozenset[str]) -> None:
    reason = reasons.because(code, **dict.fromkeys(facts, "x"))
    assert any("ก" <= letter <= "๙" for letter in reason.thai)
    assert any(letter.isascii() and letter.isalpha() for letter in reason.english)
    assert str(reason) == f"{reason.thai} ({reason.english})"


def test_a_code_without_a_sentence_is_refused() -> None:
    with pytest.raises(KeyError):
        reasons.because("because-i-said-so")
