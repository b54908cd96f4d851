"""Prints the sample letters: `python -m tests.letters FOLDER`."""

import json
import sys
from pathlib import Path

from tests.letters import answers, below, circular, near_misses, plain, typst


def main() -> None:
    folder = Path(sys.argv[1])
    for letter in (circular.CIRCULAR, *answers.LETTERS, *below.LETTERS, *near_misses.LETTERS):
        typst.render(letter, folder / f"{letter.name}.pdf")
        expected = json.dumps(letter.expected, ensure_ascii=False, indent=2)
        (folder / f"{letter.name}.json").write_text(expected + "\n")
    (folder / "circular.txt").write_text(plain.written(circular.CIRCULAR))


if __name__ == "__main__":
    main()
