"""Writes the sample mails, each with its expected reading beside it: `python -m tests.letters.mails FOLDER`.

The same mails, the same bytes, for the same printed letters.
"""

import json
import sys
from pathlib import Path

from tests.letters import mail_attached, mail_bodies, mail_noise


def main() -> None:
    """Write each sample and its expected reading to the folder named on the command line."""
    folder = Path(sys.argv[1])
    for sample in (*mail_attached.samples(), *mail_bodies.samples(), *mail_noise.samples()):
        (folder / f"{sample.name}.eml").write_bytes(sample.raw)
        expected = json.dumps(sample.expected, ensure_ascii=False, indent=2)
        (folder / f"{sample.name}.json").write_text(expected + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
