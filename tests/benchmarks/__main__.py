"""`make bench`: figures of one run on one machine. Take the ratios; the machines here are noisy."""

from intake import logs
from tests.benchmarks import channels, durability, end_to_end, reading


def main() -> None:
    logs.to_stderr("error")
    figures: dict[str, float] = {}
    for part in (durability, reading, channels, end_to_end):
        figures |= part.measure()
    for name, figure in (figures | _ratios(figures)).items():
        print(f"{name:55} {figure:12.2f}")


def _ratios(figures: dict[str, float]) -> dict[str, float]:
    """Ours over its yardstick in the same run; 1 would be the yardstick itself."""
    letters = figures["letters_per_second"]
    return {
        "letters / bare pdfium pages": letters * figures["bare_pdfium_ms_per_page"] / 1000,
        "letters / bare durable commits": letters / figures["durable_commits_per_second"],
        "imap drained / bare fetched": figures["imap_drained_per_second"]
        / figures["imap_bare_fetched_per_second"],
        "smtp accepted / bare fsynced": figures["smtp_accepted_per_second"]
        / figures["bare_fsynced_files_per_second"],
    }


if __name__ == "__main__":
    main()
