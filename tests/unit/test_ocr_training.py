"""What the recogniser learns from: texts, drawing, wear and batches follow from a seed, and say what they show."""

# ruff: noqa: S311  chance by seed is what is tested here

import os
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import fontpkg_sarabun  # type: ignore[import-untyped]
import numpy as np
import onnxruntime
import pytest
from PIL import ImageFont

from parsers.document.ocr import alphabet
from parsers.document.ocr.recognise import WEIGHTS
from parsers.document.ocr.training import drawing, faces, figures, measure, samples, texts, wear
from parsers.document.ocr.training.drawing import Drawn
from parsers.document.ocr.training.faces import FAMILIES, Face
from parsers.document.ocr.training.samples import Sample
from parsers.thai import reference

SARABUN = Path(fontpkg_sarabun.ROOT) / "files" / "Sarabun-Regular.ttf"
AMONG = [Face(family="Sarabun", path=SARABUN, weight=1.0)]


def line(text: str = "ที่ มท ๐๘๑๐.๗/ว ๒๐๐", *, seed: int = 1) -> Drawn:
    return drawing.drawn(text, SARABUN, 44, random.Random(seed), neighbours=("", ""))


def said(text: str, *, family: str = "Krub", dpi: int = 200) -> Sample:
    return Sample(picture=np.full((48, 96), 255, np.uint8), text=text, family=family, dpi=dpi)


def test_every_character_comes_back_from_its_class() -> None:
    text = "".join(alphabet.CHARACTERS)
    assert alphabet.decode(alphabet.encode(text)) == text


def test_no_character_has_two_classes() -> None:
    assert len(set(alphabet.CHARACTERS)) == len(alphabet.CHARACTERS)


def test_decoding_takes_runs_as_one_and_blanks_as_none() -> None:
    one, two = alphabet.encode("๑๒")
    assert alphabet.decode([0, one, one, 0, one, two, two, 0]) == "๑๑๒"


def test_private_glyph_codes_cannot_be_written() -> None:
    assert not alphabet.covers("ที\uf70a")


def test_the_same_seed_says_the_same() -> None:
    first, second = random.Random(5), random.Random(5)
    assert [texts.line(first) for _ in range(50)] == [texts.line(second) for _ in range(50)]


def test_the_same_seed_says_the_same_in_any_process() -> None:
    code = (
        "import random; from parsers.document.ocr.training import texts; rng = random.Random(5);"
        "print([texts.line(rng) for _ in range(50)])"
    )
    said = [
        subprocess.check_output([sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed})
        for seed in ("1", "2")
    ]
    assert said[0] == said[1]


def test_lines_can_be_written_and_read_one_way_only() -> None:
    rng = random.Random(2)
    for text in (texts.line(rng) for _ in range(500)):
        assert 0 < len(text) <= 95
        assert alphabet.covers(text)
        assert text == " ".join(text.split())


def test_all_ten_thai_digits_come_about_equally_often() -> None:
    rng = random.Random(3)
    seen = Counter(one for _ in range(6000) for one in texts.line(rng) if one in "๐๑๒๓๔๕๖๗๘๙")
    # Years and owners of letters make 0 and 2 common; none may be rare.
    assert min(seen.values()) > 0.07 * sum(seen.values())


def test_drawn_references_are_references() -> None:
    rng = random.Random(4)
    drawn = [figures.reference(rng) for _ in range(300)]
    assert sum(reference.parse(one) is not None for one in drawn) > 250


def test_held_out_families_are_not_learnt_in_any_style() -> None:
    learnt = {family.name for family in FAMILIES if family.use != "held out"}
    held_out = {family.name for family in FAMILIES if family.use == "held out"}
    assert held_out == {"TH Niramit AS", "TH Chakra Petch", "Norasi", "Noto Serif Thai", "Krub"}
    assert not learnt & held_out


def test_posters_weights_are_not_used() -> None:
    sarabun = next(family for family in FAMILIES if family.name == "Sarabun")
    assert faces.style_weight("Sarabun-Regular", sarabun) > faces.style_weight("Sarabun-Bold", sarabun) > 0
    assert faces.style_weight("Sarabun-Thin", sarabun) == 0


def test_a_family_without_files_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="TH Sarabun New"):
        faces.load(tmp_path, held_out=False)


def test_marks_take_no_room_of_their_own() -> None:
    font = ImageFont.truetype(str(SARABUN), 40, layout_engine=ImageFont.Layout.RAQM)
    assert font.getlength("ที่ปู่") == font.getlength("ทป")


def test_the_same_seed_draws_the_same_ink() -> None:
    assert np.array_equal(line(seed=9).ink, line(seed=9).ink)


def test_wider_ink_needs_a_wider_box() -> None:
    short, long = line("๑๒๓"), line("๑๒๓๔๕๖")
    assert long.box[2] - long.box[0] > short.box[2] - short.box[0]


def test_worn_lines_are_as_high_as_the_net_sees() -> None:
    rng = random.Random(6)
    for _ in range(60):
        picture = wear.worn(line(), rng, dpi=150, hard=1.0)
        assert picture.shape[0] == wear.HEIGHT
        assert picture.dtype == np.uint8


def test_an_unworn_line_has_ink_on_paper_and_bare_paper_none() -> None:
    rng = random.Random(7)
    assert np.ptp(wear.worn(line(), rng, dpi=200, hard=0.0)) > 60
    bare = [wear.bare(line(), random.Random(seed), dpi=200, hard=0.0) for seed in range(20)]
    assert min(np.ptp(one) for one in bare) == 0


def test_the_same_seed_makes_the_same_samples() -> None:
    first, second = (samples.sample(random.Random(8), AMONG) for _ in range(2))
    assert first.text == second.text
    assert np.array_equal(first.picture, second.picture)


def test_some_samples_are_bare_paper_and_say_nothing() -> None:
    rng = random.Random(9)
    silent = sum(samples.sample(rng, AMONG, longest=10).text == "" for _ in range(200))
    assert 0 < silent < 30


def test_every_character_of_a_sample_has_a_step() -> None:
    rng = random.Random(10)
    batches = samples.batched([samples.sample(rng, AMONG) for _ in range(40)], rng)
    assert sum(len(batch.texts) for batch in batches) == 40
    for batch in batches:
        assert (batch.steps >= batch.lengths).all()
        assert batch.lengths.sum() == len(batch.classes)


def test_what_fills_up_a_line_in_its_batch_is_grey() -> None:
    narrow, wide = said("ก"), Sample(picture=np.zeros((48, 200), np.uint8), text="ข", family="Krub", dpi=200)
    batch = samples.together([narrow, wide])
    assert batch.pictures.shape == (2, 48, 200)
    assert (batch.pictures[0, :, :96] == 1).all()
    assert (batch.pictures[0, :, 96:] == 0).all()


def test_a_score_counts_characters_lines_and_thai_digits() -> None:
    found = measure.score([(said("๑๒ก"), "๑๒ข"), (said("๓๔"), "๓๕"), (said("กขค"), "กขค")])
    assert found == measure.Score(lines=3, character_error=2 / 8, exact=1 / 3, digits=1 / 2)


def test_scores_are_told_apart_by_family_and_fineness() -> None:
    readings = [(said("ก", family="Krub", dpi=150), "ก"), (said("ข", family="Norasi", dpi=300), "ค")]
    names = [name for name, _ in measure.strata(readings)]
    assert names == ["all", "Krub", "Norasi", "150 dpi", "300 dpi"]


def test_the_shipped_net_answers_once_for_four_points_with_this_alphabet() -> None:
    session = onnxruntime.InferenceSession(WEIGHTS, providers=["CPUExecutionProvider"])
    (answer,) = session.run(None, {"x": np.zeros((2, 3, 48, 400), np.float32)})
    assert session.get_modelmeta().custom_metadata_map["character"].split("\n") == list(alphabet.CHARACTERS)
    assert answer.shape == (2, 100, len(alphabet.CHARACTERS) + 1)
    assert np.allclose(answer.sum(axis=-1), 1, atol=1e-4)


@pytest.mark.parametrize(
    "text",
    ["ที่ มท ๐๘๑๐.๗/ว ๒๐๐", "๔๖๗๘๙ ๐๑๒๓๕", "๑๕ กุมภาพันธ์ ๒๕๖๒", "สิ่งที่ส่งมาด้วย น้ำผึ้ง", "0810.7/ว 4679"],
)
def test_the_shipped_net_reads_clean_lines(text: str) -> None:
    picture = wear.worn(line(text), random.Random(11), dpi=200, hard=0.0)
    shown = Sample(picture=picture, text=text, family="Sarabun", dpi=200)
    assert measure.read(measure.onnx_reader(WEIGHTS), [shown])[0][1] == text
