"""`make accuracy`: prints the letters where they are not printed yet, reads them all, says how well."""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from parsers import model
from parsers.errors import ChildFailed
from parsers.limits import Limits
from parsers.worker import Reader
from tests.accuracy import judging, prints, report
from tests.accuracy.prints import Print
from tests.letters import corpus

_SLOTS = 2


def main() -> None:
    options = _options()
    options.folder.mkdir(parents=True, exist_ok=True)
    chosen = [letter for letter in corpus.LETTERS if options.only in letter.name]
    printed = prints.prepared(chosen, options.folder, _say)
    _say(f"reading {len(printed)} prints")
    readings = list(zip(printed, _read(printed), strict=True))
    verdicts = [verdict for one, parsed in readings for verdict in judging.verdicts(one, parsed)]
    claims = [
        claim for one, parsed in readings if not one.is_damaged for claim in judging.claims(one, parsed)
    ]
    measured = report.tables(verdicts, claims)
    print(measured)
    print(*report.details(verdicts), sep="\n")
    if options.report:
        report.write(options.report, measured)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    parser.add_argument("--report", type=Path, metavar="FILE", help="put the tables between its markers, too")
    parser.add_argument("--only", default="", metavar="TEXT", help="letters with this in their names alone")
    parser.add_argument(
        "--folder",
        type=Path,
        default=Path(tempfile.gettempdir()) / "saraban-letters",
        help="where the prints are kept (default: %(default)s)",
    )
    return parser.parse_args()


def _read(printed: Sequence[Print]) -> list[dict[str, Any]]:
    """For each print one object of `intake parse --json`, by children as the service uses them."""
    with Reader(slots=_SLOTS, limits=Limits()) as reader, ThreadPoolExecutor(_SLOTS) as pool:
        return list(pool.map(lambda one: _reading(reader, one), printed))


def _reading(reader: Reader, one: Print) -> dict[str, Any]:
    """Nothing, where the child gave up."""
    try:
        parsed = reader.read(one.path.read_bytes(), name=one.path.name)
    except ChildFailed as error:
        _say(str(error))
        return {}
    read: dict[str, Any] = json.loads(model.to_json(parsed))
    return read


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
