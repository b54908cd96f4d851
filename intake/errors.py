"""What a person must change before the service can go on.

    WrongUsage          what was asked or configured cannot be done; `str()` says what to do instead
    ├── SettingsError       settings
    ├── OpeningError        opening
    ├── NothingToServe      service
    ├── RosterUnreadable    roster_file
    └── CannotListen        channels.smtp

Each is raised with a sentence for that person and answered by the command line with exit code 2.
"""


class WrongUsage(Exception):
    """The root; retrying without a change cannot help."""
