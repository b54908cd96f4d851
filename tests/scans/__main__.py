"""`make ocr-accuracy`: scans letters where they are not scanned yet, reads them all, says how well."""

import argparse
import hashlib
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock

from parsers import dispatch, model
from parsers.document.ocr import reading, recognise
from parsers.letter import fields
from parsers.model import Parsed
from tests.accuracy.report import write
from tests.scans import judging, report, samples, stock, tesseract
from tests.scans.judging import Judged
from tests.scans.stock import Stocked


def main() -> None:
    options = _options()
    options.folder.mkdir(parents=True, exist_ok=True)
    chosen = samples.quick(samples.scans()) if options.quick else samples.scans()
    stocked = stock.prepared([scan for scan in chosen if options.only in scan.name], options.folder, _say)
    _say(f"reading {len(stocked)} scans")
    with _with_weights(options.weights):
        ours = [_ours(one) for one in _counted(stocked)]
    pairs = list(zip(ours, map(_tesseracts, _counted(stocked)), strict=True))
    measured = report.tables(pairs, network=_version(options.weights))
    print(measured)
    print(*report.details(ours), sep="\n")
    if options.report:
        write(options.report, measured)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.scans", description=__doc__)
    parser.add_argument("--report", type=Path, metavar="FILE", help="put the tables between its markers, too")
    parser.add_argument("--only", default="", metavar="TEXT", help="scans with this in their names alone")
    parser.add_argument("--quick", action="store_true", help="a seventh of the scans, in two minutes")
    parser.add_argument(
        "--weights", type=Path, metavar="FILE", default=recognise.WEIGHTS, help="another network than ours"
    )
    parser.add_argument(
        "--folder",
        type=Path,
        default=Path(tempfile.gettempdir()) / "saraban-scans",
        help="where the scans are kept (default: %(default)s)",
    )
    return parser.parse_args()


def _with_weights(path: Path) -> AbstractContextManager[object]:
    """Reading by the network in the file `path`."""
    return mock.patch.object(reading, "read", partial(reading.read, weights=path))


def _version(weights: Path) -> str:
    """As `intake doctor` tells it."""
    return hashlib.sha256(weights.read_bytes()).hexdigest()[:12]


def _counted(stocked: Sequence[Stocked]) -> Iterator[Stocked]:
    for number, one in enumerate(stocked, 1):
        yield one
        if number % 20 == 0:
            _say(f"  {number} of {len(stocked)}")


def _ours(one: Stocked) -> Judged:
    return _judged(one, dispatch.parse(one.path.read_bytes(), name=one.path.name))


def _tesseracts(one: Stocked) -> Judged:
    pages = tesseract.read(one.path)
    found = fields.read_all(pages, document=0)
    letter = fields.choose([each.letter for each in found])
    document = model.Document(
        name=one.path.name,
        media_type="",
        sha256="",
        pages=len(pages),
        text_source="ocr",
        text_quality=0.0,
        text="\n".join(page.text for page in pages),
    )
    return _judged(one, Parsed(source="", sha256="", media_type="", documents=(document,), letter=letter))


def _judged(one: Stocked, parsed: Parsed) -> Judged:
    read = [line for document in parsed.documents for line in document.text.splitlines()]
    told: dict[str, Any] = json.loads(model.to_json(parsed))
    return judging.judge(one.scan, one.lines, told, read)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
