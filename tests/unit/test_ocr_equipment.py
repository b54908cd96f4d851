"""What pictures are read with is named, and what is missing is told and does no harm."""

from pathlib import Path

import numpy as np
import pytest

from intake import doctor
from intake.settings import Settings
from parsers.document.ocr import equipment, recognise, tesseract


def test_the_recogniser_in_the_package_knows_all_twenty_digits() -> None:
    found = equipment.examine()
    assert (found.recogniser, found.missing_digits) == ("thai.onnx", "")
    assert found.characters == len(set(recognise.Recogniser().alphabet)) > 150
    assert found.detector.endswith(".onnx")


def test_the_doctor_names_the_recogniser_and_the_second_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    findings = {one.part: one for one in doctor.examine(Settings(home=tmp_path / "home"))}
    assert findings["scans"].ok
    assert f"thai.onnx {equipment.examine().version}" in findings["scans"].detail
    assert findings["second opinion on scans"].ok
    assert "tesseract-ocr-tha" in (findings["second opinion on scans"].remedy or "")


def test_without_the_second_reader_there_is_no_opinion(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stripes = [np.full((48, 200), 255, dtype=np.uint8)] * 2
    monkeypatch.setenv("PATH", str(tmp_path))
    assert tesseract.opinions(stripes) == ["", ""]


def test_a_second_reader_that_fails_has_no_opinion(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin")
    assert tesseract.opinions([np.full((48, 200), 255, dtype=np.uint8)]) == [""]
