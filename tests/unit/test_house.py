"""The house keeps its directions: what import-linter cannot see."""

import subprocess
import sys

CHILD_ONLY = (
    "pypdfium2",
    "pdfplumber",
    "pdfminer",
    "PIL",
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
