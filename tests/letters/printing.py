"""What every producer offers: `render_all(jobs)` prints each letter to its path."""

from collections.abc import Callable, Sequence
from pathlib import Path

from tests.letters.compose import Letter

Job = tuple[Letter, Path]
RenderAll = Callable[[Sequence[Job]], None]


def one_by_one(render: Callable[[Letter, Path], None]) -> RenderAll:
    """`render_all` of a producer that gains nothing from printing many at once."""

    def render_all(jobs: Sequence[Job]) -> None:
        for letter, path in jobs:
            render(letter, path)

    return render_all
