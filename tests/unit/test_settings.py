"""Settings are read once, refuse what they do not know, and say what is wrong in one sentence."""

from pathlib import Path

import pytest

from intake import settings

ACCOUNT = '[{"host": "mail.example.go.th", "user": "saraban", "password": "secret"%s}]'


def test_the_default_needs_no_server() -> None:
    loaded = settings.load()
    assert loaded.database.startswith("sqlite:///")
    assert loaded.originals == Path("var/originals")


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "intake.toml"
    file.write_text('INTAKE_HOME = "/from/file"\nworkers = 7\n')
    monkeypatch.setenv("INTAKE_CONFIG", str(file))
    monkeypatch.setenv("INTAKE_HOME", "/from/environment")
    loaded = settings.load()
    assert (loaded.home, loaded.workers) == (Path("/from/environment"), 7)


def test_mailboxes_are_tables_in_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "intake.toml"
    file.write_text('[[imap]]\nhost = "a"\nuser = "b"\npassword = "c"\nmark = "keyword"\n')
    monkeypatch.setenv("INTAKE_CONFIG", str(file))
    assert [account.mark for account in settings.load().imap] == ["keyword"]


@pytest.mark.parametrize(
    "written", ['["/srv/scans"]', '[{"path": "/srv/scans", "after": "leave"}]'], ids=["a path", "a table"]
)
def test_a_watched_folder_is_a_path_or_a_table(written: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTAKE_FOLDERS", written)
    assert [folder.path for folder in settings.load().folders] == [Path("/srv/scans")]


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("INTAKE_HOEM", "/x", "Did you mean INTAKE_HOME?"),
        ("INTAKE_WORKERS", "many", "INTAKE_WORKERS"),
        ("INTAKE_WORKERS", "0", "INTAKE_WORKERS"),
        ("INTAKE_IMAP", "[", "imap"),
        ("INTAKE_IMAP", ACCOUNT % ', "tls": "none"', "in clear"),
        ("INTAKE_IMAP", ACCOUNT % ', "fodler": "INBOX"', "FODLER"),
        ("INTAKE_IMAP", ACCOUNT % ', "token_command": ["token"]', "exactly one of"),
        ("INTAKE_IMAP", '[{"host": "a", "user": "b"}]', "exactly one of"),
        ("INTAKE_SMTP_USERS", '{"scanner": "secret"}', "needs INTAKE_SMTP_TLS"),
        ("INTAKE_CONFIG", "/nowhere/intake.toml", "cannot be read"),
        ("INTAKE_DNS_SERVERS", '["ns.example"]', "INTAKE_DNS_SERVERS"),
    ],
)
def test_a_wrong_setting_is_named(name: str, value: str, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(settings.SettingsError, match=says.replace("?", r"\?")):
        settings.load()


def test_a_password_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTAKE_IMAP", ACCOUNT % "")
    assert "secret" not in repr(settings.load())


def test_a_wrong_account_does_not_show_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTAKE_IMAP", ACCOUNT % ', "port": "x"')
    with pytest.raises(settings.SettingsError) as caught:
        settings.load()
    assert "secret" not in str(caught.value)
