"""Every letter once, whoever prints it."""

from tests.letters import answers, below, bundles, circular, forms, layouts, near_misses, oddities, wordings
from tests.letters.compose import Letter

LETTERS: tuple[Letter, ...] = (
    *circular.LETTERS,
    *answers.LETTERS,
    *wordings.LETTERS,
    *layouts.LETTERS,
    *forms.LETTERS,
    *below.LETTERS,
    *bundles.LETTERS,
    *near_misses.LETTERS,
    *oddities.LETTERS,
)
