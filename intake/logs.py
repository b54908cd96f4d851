"""How the service speaks to its operator: structured lines on stderr, never on stdout.

JSON where nobody looks, readable text on a terminal. Lines carry receipt ids, never the text of a
letter nor a person's data.
"""

import logging
import sys

import structlog


def to_stderr(level: str) -> None:
    """From now on, log lines of `level` and above go to stderr; those of libraries from warnings on."""
    human = sys.stderr.isatty()
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.dev.ConsoleRenderer()
            if human
            else structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=False,
    )
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(name)s: %(message)s")
