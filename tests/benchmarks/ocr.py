"""`make bench`, scans: how long a page takes to be read from its picture, beside Tesseract, and how much memory.

Both get the same pictures in turn, on one thread each: pages as most scans are, and clean ones, at 150 to 300 dpi.
Processor time, that of child processes too; the machines are noisy: take the ratios. Then a fresh process reads
a hundred scans, and its memory is looked at on the way.
"""

import multiprocessing
import os
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock

from parsers.document.image import Shown
from parsers.document.ocr import detect, reading
from parsers.document.ocr.recognise import Recogniser
from tests.benchmarks import ocr_batch
from tests.scans import samples, stock, tesseract

_DAMAGES = ("clean", "as most scans")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        chosen = [scan for scan in samples.scans() if scan.damage in _DAMAGES]
        paths = [one.path for one in stock.prepared(chosen, Path(folder), lambda said: None)]
        figures = _times(paths, Path(folder)) | _memory(paths)
    for name, figure in figures.items():
        print(f"{name:55} {figure:12.2f}")


def _times(paths: Sequence[Path], folder: Path) -> dict[str, float]:
    """Seconds a page, ours by steps too."""
    pages = [shown for path in paths for shown in tesseract.pictures(path)]
    _read(pages[0])  # the networks are opened once for all files
    seconds: dict[str, float] = defaultdict(float)
    with _timed(detect, "quads", seconds), _timed(Recogniser, "see", seconds):
        for page in pages:
            seconds["ours"] += _seconds(partial(_read, page))
            seconds["tesseract"] += _seconds(partial(tesseract.run, tesseract.picture(page), folder / "read"))
    each = {name: total / len(pages) for name, total in seconds.items()}
    return {
        "scan_reader_seconds_per_page": each["ours"],
        "scan_reader_seconds_per_page, finding lines": each["quads"],
        "scan_reader_seconds_per_page, recognising them": each["see"],
        "tesseract_seconds_per_page": each["tesseract"],
        "scan reader / tesseract": each["ours"] / each["tesseract"],
    }


def _memory(paths: Sequence[Path]) -> dict[str, float]:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        held, peak = pool.apply(ocr_batch.megabytes, (paths,))
    growth = {f"scan_reader_megabytes after {count} scans": megabytes for count, megabytes in held.items()}
    return {"scan_reader_peak_megabytes": peak} | growth


def _read(page: Shown) -> None:
    reading.read(page.picture, scale=page.scale, number=1)


@contextmanager
def _timed(owner: object, name: str, seconds: dict[str, float]) -> Iterator[None]:
    """What the function `owner.name` takes is added to `seconds` under its name."""
    function: Callable[..., Any] = getattr(owner, name)

    def measured(*arguments: Any) -> Any:
        begun = _spent()
        result = function(*arguments)
        seconds[name] += _spent() - begun
        return result

    with mock.patch.object(owner, name, measured):
        yield


def _seconds(work: Callable[[], object]) -> float:
    begun = _spent()
    work()
    return _spent() - begun


def _spent() -> float:
    """Of this process and of those that it has waited for, in seconds of a processor."""
    return sum(os.times()[:4])


if __name__ == "__main__":
    main()
