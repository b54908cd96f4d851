"""The house keeps its directions: what import-linter cannot see."""

import subprocess
import sys
from pathlib import Path

PRINTED = Path(__file__).parents[1] / "data" / "letters" / "chiangmai-three-named.pdf"
CHILD_ONLY = (
    "pypdfium2",
    "pdfplumber",
    "pdfminer",
    "PIL",
    "pillow_heif",
    "zxingcpp",
    "cv2",
    "numpy",
    "onnxruntime",
    "rapidocr",
    "selectolax",
    "docx",
    "openpyxl",
    "python_calamine",
)


def test_the_service_loads_no_reader_of_documents() -> None:
    code = f"import intake.app, intake.service, sys; print([m for m in {CHILD_ONLY} if m in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert loaded.strip() == "[]"


def test_reading_files_needs_no_database() -> None:
    code = "import intake.commands.files, sys; print([m for m in ('sqlalchemy', 'dbos') if m in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert loaded.strip() == "[]"


def test_a_letter_with_a_sound_text_layer_loads_no_reader_of_pictures() -> None:
    code = (
        "import sys; from pathlib import Path; from parsers import dispatch; "
        f"parsed = dispatch.parse(Path({str(PRINTED)!r}).read_bytes(), name='letter'); "
        "print(parsed.letter is not None, [m for m in ('cv2', 'numpy', 'onnxruntime', 'rapidocr') if m in sys.modules])"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert loaded.strip() == "True []"
