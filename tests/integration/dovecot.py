"""A throw-away Dovecot: a real IMAP server in a temporary folder, on free ports of 127.0.0.1.

Runs as whoever runs the tests (root included), reads no configuration but its own, and leaves nothing
behind. Its folder is not pytest's: that one is closed to everybody else, while Dovecot never serves
mail as root, and its long names leave no room for the names of sockets. Knows the configuration syntax of Dovecot 2.3 (Debian 12) and 2.4 (Debian 13).
"""

import grp
import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from imapclient import IMAPClient

USER = "saraban"
PASSWORD = "รหัสผ่าน-1"
_START_SECONDS = 15.0
_STOP_SECONDS = 10.0


@dataclass(frozen=True, kw_only=True)
class Certificate:
    """PEM files of a server certificate for 127.0.0.1 that signs itself."""

    cert: Path
    key: Path


def self_signed(folder: Path) -> Certificate:
    """A new one in `folder`; its own authority."""
    certificate = Certificate(cert=folder / "cert.pem", key=folder / "key.pem")
    request = (
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 "
        "-subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1"
    )
    files = ["-keyout", str(certificate.key), "-out", str(certificate.cert)]
    subprocess.run([*request.split(), *files], check=True, capture_output=True)
    return certificate


class Dovecot:
    """One server with the user `USER`; `start` and `stop` as often as a test likes, on the same ports."""

    def __init__(
        self, root: Path, *, certificate: Certificate | None = None, introspection: str | None = None
    ) -> None:
        self.root = root
        self._introspection = introspection
        self.port = free_port()
        self.tls_port = free_port()
        self._certificate = certificate
        self._process: subprocess.Popen[bytes] | None = None
        self._lay_out()

    def start(self) -> None:
        self._process = subprocess.Popen([_binary(), "-F", "-c", str(self.root / "dovecot.conf")])
        wait_for_port(self.port, _START_SECONDS)

    def stop(self) -> None:
        """Every connection is cut."""
        if self._process is not None:
            self._process.send_signal(signal.SIGTERM)
            self._process.wait(_STOP_SECONDS)
            self._process = None

    @contextmanager
    def client(self, folder: str | None = "INBOX") -> Iterator[IMAPClient]:
        """A second pair of hands in the same mailbox."""
        with IMAPClient("127.0.0.1", self.port, ssl=False, timeout=20) as client:
            client.plain_login(USER, PASSWORD)
            if folder is not None:
                client.select_folder(folder)
            yield client

    def append(self, *messages: bytes, folder: str = "INBOX") -> None:
        with self.client(folder=None) as client:
            for message in messages:
                client.append(folder, message)

    def contents(self, folder: str = "INBOX") -> list[bytes]:
        """Every message of the folder, oldest first; none where there is no such folder.

        What is moved away meanwhile is left out.
        """
        with self.client(folder=None) as client:
            if not client.folder_exists(folder):
                return []
            client.select_folder(folder, readonly=True)
            uids = client.search()
            found = (client.fetch([uid], ["BODY.PEEK[]"]).get(uid, {}) for uid in uids)
            return [item[b"BODY[]"] for item in found if item.get(b"BODY[]")]

    def empty(self) -> None:
        """A mailbox without messages and without folders."""
        with self.client() as client:
            for flags, _delimiter, name in client.list_folders():
                if name != "INBOX" and b"\\Noselect" not in flags:
                    client.delete_folder(name)
            client.delete_messages(client.search())
            client.expunge()

    def rewrite(self, message: bytes, *, seconds_later: int = 0) -> None:
        """Put other bytes in the place of the only message of the INBOX, behind the server's back.

        Its UID stays; its INTERNALDATE, here the time of the file, is then that much later.
        """
        [path] = self._files()
        arrived = path.stat().st_mtime + seconds_later
        path.write_bytes(message)
        os.utime(path, (arrived, arrived))
        path.rename(path.with_name(_without_sizes(path.name)))
        uids = path.parents[1] / "dovecot-uidlist"
        uids.write_text(_without_sizes(uids.read_text()))
        self._forget_what_is_cached()

    def damage(self, position: int) -> None:
        """Let the name of a message file of the INBOX claim another size than the file has."""
        path = self._files()[position]
        path.rename(path.with_name(re.sub(r"S=\d+,W=\d+", "S=7777,W=7777", path.name)))
        self._forget_what_is_cached()

    def _files(self) -> list[Path]:
        inbox = self.root / "mail" / USER
        return sorted((*inbox.glob("new/*"), *inbox.glob("cur/*")), key=lambda path: path.name)

    def _forget_what_is_cached(self) -> None:
        for path in (self.root / "mail" / USER).glob("dovecot.index*"):
            path.unlink()

    def _lay_out(self) -> None:
        for name in ("mail", "state"):
            (self.root / name).mkdir()
        (self.root / "users").write_text(f"{USER}:{{PLAIN}}{PASSWORD}::::::\n")
        if os.geteuid() == 0:
            account = pwd.getpwnam("nobody")
            os.chown(self.root / "mail", account.pw_uid, account.pw_gid)
            self.root.chmod(0o711)
        (self.root / "dovecot.conf").write_text(self._configuration())

    def _configuration(self) -> str:
        new = _version() >= (2, 4)
        write = _syntax_2_4 if new else _syntax_2_3
        lines = [
            *(["dovecot_config_version = 2.4.0", "dovecot_storage_version = 2.4.0"] if new else []),
            f"base_dir = {self.root}/run",
            f"state_dir = {self.root}/state",
            "instance_name = saraban-tests",
            f"log_path = {self.root}/log",
            "listen = 127.0.0.1",
            "protocols = imap",
            "first_valid_uid = 1",
            "mail_max_userip_connections = 50",
            *write(self.root, self._certificate),
            *self._tokens(new),
            *_services(self.port, self.tls_port if self._certificate else 0),
        ]
        return "\n".join(lines) + "\n"

    def _tokens(self, new: bool) -> list[str]:
        """Access tokens, asked about at `introspection` (RFC 7662)."""
        if self._introspection is None:
            return []
        asked = {
            "introspection_mode": "post",
            "introspection_url": self._introspection,
            "username_attribute": "username",
            "active_attribute": "active",
            "active_value": "true",
        }
        lines = "\n".join(f"{name} = {value}" for name, value in asked.items())
        mechanisms = "auth_mechanisms = plain xoauth2 oauthbearer"
        if new:
            return [
                mechanisms,
                f"oauth2 {{\n{lines}\n}}",
                "passdb oauth2 {\n  mechanisms_filter = xoauth2 oauthbearer\n}",
            ]
        (self.root / "oauth2.conf").write_text(lines + "\n")
        passdb = f"driver = oauth2\n  mechanisms = xoauth2 oauthbearer\n  args = {self.root}/oauth2.conf"
        return [mechanisms, f"passdb {{\n  {passdb}\n}}"]


def _without_sizes(names: str) -> str:
    """As Maildir++ has them, `,S=<size>,W=<size with CRLF>`; without them the server measures anew."""
    return re.sub(r",S=\d+(,W=\d+)?", "", names)


@contextmanager
def running_dovecot(
    *, certificate: Certificate | None = None, introspection: str | None = None
) -> Iterator[Dovecot]:
    """A started server that is gone after the block."""
    with TemporaryDirectory(prefix="dovecot-") as folder:
        dovecot = Dovecot(Path(folder), certificate=certificate, introspection=introspection)
        dovecot.start()
        try:
            yield dovecot
        finally:
            dovecot.stop()


def _syntax_2_3(root: Path, certificate: Certificate | None) -> list[str]:
    user, group = _mail_account()
    return [
        f"mail_location = maildir:{root}/mail/%u",
        f"passdb {{\n  driver = passwd-file\n  args = username_format=%u {root}/users\n}}",
        f"userdb {{\n  driver = static\n  args = uid={user} gid={group} home={root}/mail/%u\n}}",
        "disable_plaintext_auth = no",
        "auth_failure_delay = 0",
        "namespace inbox {\n  inbox = yes\n}",
        *(
            ["ssl = yes", f"ssl_cert = <{certificate.cert}", f"ssl_key = <{certificate.key}"]
            if certificate
            else ["ssl = no"]
        ),
    ]


def _syntax_2_4(root: Path, certificate: Certificate | None) -> list[str]:
    user, group = _mail_account()
    return [
        "mail_driver = maildir",
        f"mail_path = {root}/mail/%{{user}}",
        f"passdb passwd-file {{\n  passwd_file_path = {root}/users\n}}",
        "userdb static {\n  fields {\n"
        f"    uid = {user}\n    gid = {group}\n    home = {root}/mail/%{{user}}\n  }}\n}}",
        "auth_allow_cleartext = yes",
        "auth_failure_delay = 0",
        "namespace inbox {\n  inbox = yes\n}",
        *(
            [
                "ssl = yes",
                f"ssl_server_cert_file = {certificate.cert}",
                f"ssl_server_key_file = {certificate.key}",
            ]
            if certificate
            else ["ssl = no"]
        ),
    ]


def _services(port: int, tls_port: int) -> list[str]:
    """Who is not root can neither change user nor root directory; a wrong password costs no waiting."""
    listeners = f"  inet_listener imap {{\n    port = {port}\n  }}\n  inet_listener imaps {{\n    port = {tls_port}\n  }}\n"
    penalty = "  unix_listener anvil-auth-penalty {\n    mode = 0\n  }\n"
    if os.geteuid() == 0:
        return [f"service imap-login {{\n{listeners}}}", f"service anvil {{\n{penalty}}}"]
    user = pwd.getpwuid(os.geteuid()).pw_name
    group = grp.getgrgid(os.getegid()).gr_name
    return [
        f"default_internal_user = {user}",
        f"default_internal_group = {group}",
        f"default_login_user = {user}",
        f"service imap-login {{\n  chroot =\n{listeners}}}",
        f"service anvil {{\n  chroot =\n{penalty}}}",
    ]


def _mail_account() -> tuple[int, int]:
    if os.geteuid() == 0:
        account = pwd.getpwnam("nobody")
        return account.pw_uid, account.pw_gid
    return os.geteuid(), os.getegid()


def _binary() -> str:
    return shutil.which("dovecot") or "/usr/sbin/dovecot"


def _version() -> tuple[int, int]:
    told = subprocess.run([_binary(), "--version"], capture_output=True, text=True, check=True).stdout
    major, minor = told.split(".")[:2]
    return int(major), int(minor)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for_port(port: int, seconds: float) -> None:
    end = time.monotonic() + seconds
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)
