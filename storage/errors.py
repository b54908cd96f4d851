"""Why the store did not do what it was asked, and whether asking again can help.

StorageError
├── StoreFull            no space left: nothing was written           retryable
├── StoreBusy            another writer held the lock too long        retryable
├── StoreUnavailable     cannot be opened, read or written now        retryable
├── StoreDamaged         the database file is not sound
├── StoreNewer           a later version of the service made the database
├── OriginalMissing      no original of that sha256
├── OriginalDamaged      its bytes no longer hash to its name
├── ReceiptUnknown       no receipt of that id
├── CampaignUnknown      no campaign of that reference
├── CampaignAmbiguous    several campaigns of that reference, from different years
└── CampaignExists       that circular is open already

`str()` is a sentence that tells a person what to do. The errors of the database are translated in
`database`, those of the file system in `originals`; integrity and programming errors are bugs and
reach the caller as they are.
"""

from datetime import date
from typing import ClassVar


class StorageError(Exception):
    """The root of what storage raises on purpose."""

    retryable: ClassVar[bool] = False


class StoreFull(StorageError):
    """The disk or the quota is used up."""

    retryable = True

    def __init__(self) -> None:
        super().__init__(
            "There is no space left for the store. Free some space on its disk; "
            "what was already acknowledged is safe, and the rest is taken again."
        )


class StoreBusy(StorageError):
    """The lock did not come free in time."""

    retryable = True

    def __init__(self) -> None:
        super().__init__(
            "The database is held by another writer. Try again; if it lasts, look for a second "
            "service, a backup or a database tool that keeps the file open."
        )


class StoreUnavailable(StorageError):
    """`reason` is the operating system's or the database's own word for it."""

    retryable = True

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(
            f"The store cannot be used: {reason}. Check that its disk is mounted and writable, "
            "that this account may write there, and that the database server answers."
        )


class StoreDamaged(StorageError):
    """`reason` is the database's own word for it."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(
            f"The database is damaged: {reason}. Stop the service, keep a copy of the files, and "
            "restore the database from the last backup; the originals can be replayed."
        )


class StoreNewer(StorageError):
    """The database knows a migration that this version does not."""

    def __init__(self) -> None:
        super().__init__(
            "The database was made by a later version of the service. Install that version again, "
            "or restore the backup that was taken before it."
        )


class OriginalMissing(StorageError):
    """`sha256` is the name that was asked for."""

    def __init__(self, sha256: str) -> None:
        self.sha256 = sha256
        super().__init__(f"The original {sha256} is not in the store. Restore it from the backup.")


class OriginalDamaged(StorageError):
    """`sha256` is the name whose bytes have changed."""

    def __init__(self, sha256: str) -> None:
        self.sha256 = sha256
        super().__init__(
            f"The original {sha256} was changed or cut short on disk. Restore it from the backup."
        )


class ReceiptUnknown(StorageError):
    """`receipt_id` is what was asked for."""

    def __init__(self, receipt_id: str) -> None:
        self.receipt_id = receipt_id
        super().__init__(f"There is no receipt {receipt_id}.")


class CampaignUnknown(StorageError):
    """`reference` is what was asked for."""

    def __init__(self, reference: str) -> None:
        self.reference = reference
        super().__init__(f"There is no campaign {reference}. `intake campaign list` shows them all.")


class CampaignAmbiguous(StorageError):
    """`dates` are the circulars of that reference, newest first."""

    def __init__(self, reference: str, dates: tuple[date, ...]) -> None:
        self.reference = reference
        self.dates = dates
        listed = ", ".join(day.isoformat() for day in dates)
        super().__init__(f"{reference} names several campaigns; say which by its date: {listed}.")


class CampaignExists(StorageError):
    """`reference` and `dated` name the circular."""

    def __init__(self, reference: str, dated: date) -> None:
        self.reference = reference
        self.dated = dated
        super().__init__(f"The campaign {reference} of {dated.isoformat()} is open already.")
