"""What the operator decides: the only reader of the environment.

Every setting has one name, `INTAKE_<NAME>`, whether it stands in the environment or in the TOML
file that `INTAKE_CONFIG` names (there with or without the prefix, in either case); the
environment wins. Settings are frozen, validated once at start, and listed in `docs/settings.md`.

    SettingsError       wrong or unknown names or values; the edge answers with exit code 2
"""

import difflib
import ipaddress
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from intake.errors import WrongUsage

_PREFIX = "INTAKE_"
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


class SettingsError(WrongUsage):
    """The configuration cannot be used; `str()` names the setting and what it takes."""


class Microsoft(BaseModel):
    """An application of a Microsoft 365 tenant that may read the mailbox (IMAP.AccessAsApp)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    tenant: str = Field(pattern=r"^[A-Za-z0-9.-]+$")
    client_id: str
    client_secret: SecretStr


class ImapAccount(BaseModel):
    """One folder of one mailbox that is polled.

    Who we are is told by `password`, or by an access token: one that `token_command` (a list, run without a
    shell) prints, or one of `microsoft`.

    `mark` says what the server is told about a message once it is durable here: `move` it to
    `move_to`, set `keyword` on it, or nothing (`ledger`: our own record alone).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    host: str
    port: int = 993
    user: str
    password: SecretStr | None = None
    token_command: tuple[str, ...] = ()
    microsoft: Microsoft | None = None
    folder: str = "INBOX"
    tls: Literal["implicit", "starttls", "none"] = "implicit"
    ca_file: Path | None = None
    mark: Literal["move", "keyword", "ledger"] = "move"
    move_to: str = "Saraban/Received"
    keyword: str = "$SarabanReceived"
    poll_seconds: float = Field(default=30.0, gt=0)
    batch_bytes: int = Field(default=8 << 20, gt=0)
    alarm_minutes: float = Field(default=30.0, gt=0)

    @model_validator(mode="after")
    def _secrets_stay_secret(self) -> Self:
        if self.tls == "none" and self.host not in _LOOPBACK:
            raise ValueError(f"tls = 'none' would send the password of {self.user} in clear to {self.host}")
        return self

    @model_validator(mode="after")
    def _one_way_to_log_in(self) -> Self:
        if sum(map(bool, (self.password, self.token_command, self.microsoft))) != 1:
            raise ValueError(f"{self.user} needs exactly one of password, token_command and microsoft")
        return self


class Folder(BaseModel):
    """A folder that a scanner drops files into, and all folders in it.

    A file is taken when nothing of it has changed for `settle_seconds`; then it is moved into the folder
    `taken` in this one or, to `leave` it, remembered.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    path: Path
    after: Literal["move", "leave"] = "move"
    settle_seconds: float = Field(default=5.0, ge=0)
    poll_seconds: float = Field(default=5.0, gt=0)

    @model_validator(mode="before")
    @classmethod
    def _path_alone(cls, given: object) -> object:
        return {"path": given} if isinstance(given, str) else given


class Certificate(BaseModel):
    """PEM files of a server certificate with its chain, and of its key where that is not in the same file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    certificate: Path
    key: Path | None = None


class Relay(BaseModel):
    """The mail server that takes our acknowledgements, and who acknowledges.

    `address` is the mailbox that they are from, `office` the name of the office in Thai.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    host: str
    port: int = 587
    tls: Literal["implicit", "starttls", "none"] = "starttls"
    ca_file: Path | None = None
    user: str | None = None
    password: SecretStr | None = None
    address: str = Field(pattern=r"^[\x21-\x7e]+@[A-Za-z0-9.-]+$")
    office: str = Field(min_length=1)

    @model_validator(mode="after")
    def _passwords_stay_secret(self) -> Self:
        if self.tls == "none" and self.password and self.host not in _LOOPBACK:
            raise ValueError(f"tls = 'none' would send the password of {self.user} in clear to {self.host}")
        return self


class Settings(BaseSettings):
    """All settings, with defaults that need no server: SQLite and a folder below `home`."""

    model_config = SettingsConfigDict(env_prefix=_PREFIX, frozen=True, extra="forbid")

    home: Path = Path("var")
    database_url: str | None = None
    workers: int = Field(default=2, ge=1, le=64)
    read_seconds: float = Field(default=60.0, gt=0)
    read_memory_bytes: int = Field(default=1 << 30, ge=256 << 20)
    attempts: int = Field(default=3, ge=1)

    imap: tuple[ImapAccount, ...] = ()
    folders: tuple[Folder, ...] = ()
    smtp_host: str = "127.0.0.1"
    smtp_port: int | None = Field(default=None, ge=0, le=65535)
    lmtp_port: int | None = Field(default=None, ge=0, le=65535)
    smtp_recipients: tuple[str, ...] = ()
    smtp_max_bytes: int = Field(default=40 << 20, gt=0)
    smtp_connections: int = Field(default=100, ge=1)
    smtp_connections_per_peer: int = Field(default=20, ge=1)
    smtp_tls: Certificate | None = None
    smtp_users: dict[str, SecretStr] = Field(default_factory=dict)

    acknowledge: Relay | None = None
    authserv_id: str | None = None
    spam_header: str | None = None
    dns_servers: tuple[str, ...] = ()
    dns_seconds: float = Field(default=3.0, gt=0)

    log_level: Literal["debug", "info", "warning", "error"] | None = None
    """`None`: info for the service, warnings for the other commands."""

    @model_validator(mode="after")
    def _logins_need_tls(self) -> Self:
        if self.smtp_users and self.smtp_tls is None:
            raise ValueError("INTAKE_SMTP_USERS needs INTAKE_SMTP_TLS: passwords are taken over TLS alone")
        return self

    @field_validator("dns_servers")
    @classmethod
    def _addresses(cls, servers: tuple[str, ...]) -> tuple[str, ...]:
        for server in servers:
            if server != "system":
                ipaddress.ip_address(server.partition("#")[0])
        return servers

    @property
    def originals(self) -> Path:
        return self.home / "originals"

    @property
    def database(self) -> str:
        """The SQLAlchemy URL of the one database."""
        return self.database_url or f"sqlite:///{(self.home / 'saraban.sqlite').absolute()}"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return env_settings, init_settings


def load() -> Settings:
    """The settings of this process. Raises `SettingsError`."""
    _refuse_unknown(os.environ)
    try:
        return Settings.model_validate(_from_file(os.environ.get(_PREFIX + "CONFIG")))
    except ValidationError as error:
        raise SettingsError(_explain(error)) from error
    except ValueError as error:  # pydantic-settings: a list that is not JSON
        raise SettingsError(f"{error}. Lists are written as JSON, or as [[tables]] in the file.") from error


def _from_file(path: str | None) -> dict[str, object]:
    if not path:
        return {}
    try:
        with Path(path).open("rb") as file:
            table = tomllib.load(file)
    except OSError as error:
        raise SettingsError(f"INTAKE_CONFIG names {path}, which cannot be read: {error.strerror}") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path} is not TOML: {error}") from error
    return {name.lower().removeprefix(_PREFIX.lower()): value for name, value in table.items()}


def _refuse_unknown(environ: Mapping[str, str]) -> None:
    """A mistyped name must not be a setting silently ignored."""
    known = {_PREFIX + name.upper() for name in Settings.model_fields} | {_PREFIX + "CONFIG"}
    for name in environ:
        if name.startswith(_PREFIX) and name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f" Did you mean {near[0]}?" if near else " docs/settings.md lists the names."
            raise SettingsError(f"{name} is not a setting.{hint}")


def _explain(error: ValidationError) -> str:
    lines = []
    for fault in error.errors(include_url=False, include_input=False):
        place = ".".join(str(part) for part in fault["loc"])
        lines.append(f"{_PREFIX}{place.upper()}: {fault['msg']}")
    return "; ".join(lines)
