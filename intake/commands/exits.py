"""The exit codes of the contract."""

from typing import Final

DONE: Final = 0
SOME_FAILED: Final = 1
WRONG_USAGE: Final = 2
CHECK_FAILED: Final = 3
INTERRUPTED: Final = 130
