"""Prints the sample letters, each with the reading expected of it: `python -m tests.letters FOLDER`.

With `--only PRODUCER` those of one producer. Same letters, same files, save for the times and ids which
LibreOffice, Chromium and Ghostscript put into theirs.
"""

import argparse
import json
from pathlib import Path

from tests.letters import catalogue, producers
from tests.letters.compose import Letter


def main() -> None:
    options = _options()
    for producer in options.only or catalogue.LETTERS:
        jobs = [
            (letter, options.folder / producers.file_name(producer, letter))
            for letter in catalogue.LETTERS[producer]
        ]
        print(f"{producer}: {len(jobs)} letters", flush=True)
        producers.PRODUCERS[producer](jobs)
        for letter, path in jobs:
            _expect(letter, path.with_suffix(".json"))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.letters", description="Print the sample letters.")
    parser.add_argument("folder", type=Path, help="where to write them; must exist")
    parser.add_argument("--only", action="append", choices=list(catalogue.LETTERS), help="one producer alone")
    return parser.parse_args()


def _expect(letter: Letter, path: Path) -> None:
    path.write_text(json.dumps(letter.expected, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
