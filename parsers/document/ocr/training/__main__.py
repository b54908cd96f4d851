"""`python -m parsers.document.ocr.training`: gather the fonts, learn, measure. `docs/ocr-training.md` tells how."""

from pathlib import Path
from typing import Annotated

import typer

from parsers.document.ocr.training import fonts as font_packages
from parsers.document.ocr.training import measure

app = typer.Typer(no_args_is_help=True, add_completion=False)


@app.command("fonts")
def gather(packages: Path, target: Path) -> None:
    """Lay out the fonts of the downloaded PACKAGES in TARGET, a folder per family."""
    font_packages.gather(packages, target)


@app.command("learn")
def go_on(
    fonts: Path,
    out: Path,
    *,
    lines: Annotated[int, typer.Option(help="Lines of the whole course; the rate falls towards them.")],
    minutes: Annotated[float, typer.Option(help="Length of this step.")] = 9.0,
    seed: int = 1,
    threads: int = 2,
) -> None:
    """Learn for some MINUTES, from where the last step ended; OUT gets checkpoint, model and curve."""
    # Here, so that measuring needs no torch.
    from parsers.document.ocr.training.learn import Plan, learn

    learn(Plan(fonts=fonts, out=out, lines=lines, minutes=minutes, seed=seed, threads=threads))


@app.command("measure")
def compare(fonts: Path, model: Path, *, count: int = 1000) -> None:
    """Read COUNT lines in held-out faces with MODEL; figures by family and by fineness, as rows of a table."""
    readings = measure.read(measure.onnx_reader(model), measure.test_lines(fonts, count))
    for name, part in measure.strata(readings):
        found = measure.score(part)
        typer.echo(
            f"| {name} | {found.lines} | {found.character_error:.2%} | {found.exact:.1%} | {found.digits:.1%} |"
        )


if __name__ == "__main__":
    app()
