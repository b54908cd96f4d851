"""The first schema: everything that `storage.models` describes, the index of letters, the ledger.

Written out by hand rather than made from the models, because the models go on changing and this
step must not. The triggers keep the ledger append-only against every client of the database; who
can drop them can also rewrite the file, which the signed checkpoints are for.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_receipts()
    _create_campaigns()
    _create_roster()
    _create_letters()
    _create_acknowledgements()
    _create_ledger()
    if op.get_bind().dialect.name == "sqlite":
        _forbid_edits_sqlite()
        _create_index_sqlite()
    else:
        _forbid_edits_postgres()


def _create_receipts() -> None:
    op.create_table(
        "receipt",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("delivery", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("envelope_from", sa.String()),
        sa.Column("envelope_to", sa.JSON(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Float()),
        sa.Column("extraction", sa.Text()),
        sa.Column("message_id", sa.String()),
        sa.Column("testimony", sa.JSON()),
        sa.CheckConstraint(
            "status IN ('received', 'filed', 'review', 'duplicate', 'unrelated', 'quarantined')",
            name=op.f("ck_receipt_status"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receipt")),
        sa.UniqueConstraint("delivery", "sha256", name=op.f("uq_receipt_delivery_sha256")),
    )
    op.create_index(op.f("ix_receipt_sha256"), "receipt", ["sha256"])
    op.create_index(op.f("ix_receipt_message_id"), "receipt", ["message_id"])
    op.create_index(op.f("ix_receipt_status_received_at"), "receipt", ["status", "received_at"])
    op.create_table(
        "mailbox_message",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mailbox", sa.String(), nullable=False),
        sa.Column("uidvalidity", sa.BigInteger(), nullable=False),
        sa.Column("uid", sa.BigInteger(), nullable=False),
        sa.Column("size", sa.Integer()),
        sa.Column("internal_date", sa.DateTime(timezone=True)),
        sa.Column("sha256", sa.String()),
        sa.Column("receipt_id", sa.String()),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.CheckConstraint(
            "state IN ('pending', 'received', 'marked', 'quarantined')", name=op.f("ck_mailbox_message_state")
        ),
        sa.ForeignKeyConstraint(["receipt_id"], ["receipt.id"], name=op.f("fk_mailbox_message_receipt_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mailbox_message")),
        sa.UniqueConstraint(
            "mailbox", "uidvalidity", "uid", name=op.f("uq_mailbox_message_mailbox_uidvalidity_uid")
        ),
    )


def _create_campaigns() -> None:
    op.create_table(
        "campaign",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("reference_key", sa.String(), nullable=False),
        sa.Column("issuer", sa.String()),
        sa.Column("dated", sa.Date(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("due", sa.Date()),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True)),
        sa.Column("sha256", sa.String()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign")),
        sa.UniqueConstraint("reference_key", "dated", name=op.f("uq_campaign_reference_key_dated")),
    )
    op.create_table(
        "campaign_reference",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("reference_key", sa.String(), nullable=False),
        sa.Column("dated", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('circular', 'reminder', 'correction', 'cover', 'derived')",
            name=op.f("ck_campaign_reference_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_campaign_reference_campaign_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign_reference")),
        sa.UniqueConstraint(
            "campaign_id",
            "reference_key",
            "dated",
            name=op.f("uq_campaign_reference_campaign_id_reference_key_dated"),
        ),
    )
    op.create_index(op.f("ix_campaign_reference_reference_key"), "campaign_reference", ["reference_key"])
    op.create_table(
        "addressee",
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("province", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_addressee_campaign_id")),
        sa.PrimaryKeyConstraint("campaign_id", "province", name=op.f("pk_addressee")),
    )


def _create_roster() -> None:
    op.create_table(
        "organisation",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("district", sa.String(), nullable=False),
        sa.Column("province", sa.String(), nullable=False),
        sa.Column("vanished_on", sa.Date()),
        sa.CheckConstraint(
            "kind IN ('องค์การบริหารส่วนจังหวัด', 'เทศบาลนคร', 'เทศบาลเมือง', 'เทศบาลตำบล', "
            "'องค์การบริหารส่วนตำบล', 'เมืองพัทยา')",
            name=op.f("ck_organisation_kind"),
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_organisation")),
    )
    op.create_index(op.f("ix_organisation_province_name_key"), "organisation", ["province", "name_key"])


def _create_letters() -> None:
    op.create_table(
        "letter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("receipt_id", sa.String(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("reference_number", sa.String()),
        sa.Column("reference_key", sa.String()),
        sa.Column("dated", sa.String()),
        sa.Column("agency", sa.String()),
        sa.Column("province", sa.String()),
        sa.Column("subject", sa.String()),
        sa.Column("addressee", sa.String()),
        sa.Column("sender", sa.String()),
        sa.Column("signer", sa.String()),
        sa.Column("position", sa.String()),
        sa.Column("cites", sa.JSON(), nullable=False),
        sa.Column("outcome", sa.String()),
        sa.Column("count", sa.Integer()),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float()),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("proposed_campaign_id", sa.Integer()),
        sa.CheckConstraint(
            "status IN ('received', 'filed', 'review', 'duplicate', 'unrelated', 'quarantined')",
            name=op.f("ck_letter_status"),
        ),
        sa.ForeignKeyConstraint(
            ["proposed_campaign_id"], ["campaign.id"], name=op.f("fk_letter_proposed_campaign_id")
        ),
        sa.ForeignKeyConstraint(["receipt_id"], ["receipt.id"], name=op.f("fk_letter_receipt_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
        sa.UniqueConstraint("receipt_id", "ordinal", name=op.f("uq_letter_receipt_id_ordinal")),
    )
    op.create_index(op.f("ix_letter_reference_key_dated"), "letter", ["reference_key", "dated"])
    op.create_index(op.f("ix_letter_status_province"), "letter", ["status", "province"])
    op.create_table(
        "mention",
        sa.Column("letter_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String()),
        sa.Column("district", sa.String()),
        sa.Column("certainty", sa.String(), nullable=False),
        sa.Column("code", sa.String()),
        sa.Column("candidates", sa.JSON(), nullable=False),
        sa.CheckConstraint(
            "certainty IN ('certain', 'ambiguous', 'unknown')", name=op.f("ck_mention_certainty")
        ),
        sa.ForeignKeyConstraint(["code"], ["organisation.code"], name=op.f("fk_mention_code")),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"], name=op.f("fk_mention_letter_id")),
        sa.PrimaryKeyConstraint("letter_id", "ordinal", name=op.f("pk_mention")),
    )
    op.create_index(op.f("ix_mention_code"), "mention", ["code"])
    op.create_table(
        "filing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("letter_id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("register_year", sa.Integer(), nullable=False),
        sa.Column("register_number", sa.Integer()),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("duplicate_of", sa.Integer()),
        sa.Column("supersedes", sa.Integer()),
        sa.Column("identity", sa.String()),
        sa.Column("filed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("filed_by", sa.String(), nullable=False),
        sa.CheckConstraint(
            "state IN ('filed', 'duplicate', 'superseded', 'cancelled')", name=op.f("ck_filing_state")
        ),
        sa.CheckConstraint(
            "(register_number IS NULL) = (duplicate_of IS NOT NULL)",
            name=op.f("ck_filing_numbered_or_duplicate"),
        ),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_filing_campaign_id")),
        sa.ForeignKeyConstraint(["duplicate_of"], ["filing.id"], name=op.f("fk_filing_duplicate_of")),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"], name=op.f("fk_filing_letter_id")),
        sa.ForeignKeyConstraint(["supersedes"], ["filing.id"], name=op.f("fk_filing_supersedes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_filing")),
        sa.UniqueConstraint(
            "register_year", "register_number", name=op.f("uq_filing_register_year_register_number")
        ),
    )
    op.create_index(op.f("ix_filing_letter_id"), "filing", ["letter_id"])
    op.create_index(op.f("ix_filing_supersedes"), "filing", ["supersedes"])
    op.create_index(op.f("ix_filing_campaign_id_state"), "filing", ["campaign_id", "state"])
    op.create_index(
        "uq_filing_standing",
        "filing",
        ["letter_id"],
        unique=True,
        sqlite_where=sa.text("state IN ('filed', 'duplicate')"),
        postgresql_where=sa.text("state IN ('filed', 'duplicate')"),
    )
    # Two workers that read the same letter at the same moment cannot both file it.
    op.create_index(
        "uq_filing_identity",
        "filing",
        ["identity"],
        unique=True,
        sqlite_where=sa.text("state = 'filed'"),
        postgresql_where=sa.text("state = 'filed'"),
    )
    op.create_table(
        "register_counter",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("year", name=op.f("pk_register_counter")),
    )


def _create_acknowledgements() -> None:
    op.create_table(
        "acknowledgement",
        sa.Column("receipt_id", sa.String(), nullable=False),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("message_id", sa.String(), nullable=False),
        sa.Column("mail", sa.Text(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True)),
        sa.Column("failure", sa.String()),
        sa.CheckConstraint(
            "state IN ('queued', 'sending', 'sent', 'uncertain', 'refused')",
            name=op.f("ck_acknowledgement_state"),
        ),
        sa.ForeignKeyConstraint(["receipt_id"], ["receipt.id"], name=op.f("fk_acknowledgement_receipt_id")),
        sa.PrimaryKeyConstraint("receipt_id", name=op.f("pk_acknowledgement")),
        sa.UniqueConstraint("message_id", name=op.f("uq_acknowledgement_message_id")),
    )
    op.create_index(op.f("ix_acknowledgement_state_due_at"), "acknowledgement", ["state", "due_at"])


def _create_ledger() -> None:
    op.create_table(
        "ledger_event",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("previous", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_ledger_event")),
    )
    op.create_table(
        "ledger_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger_head")),
    )
    # The one row that appending locks; the hash before the first event is all zeros.
    head = sa.text("INSERT INTO ledger_head (id, seq, hash) VALUES (1, 0, :zeros)")
    op.execute(head.bindparams(zeros="0" * 64))


def _forbid_edits_sqlite() -> None:
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER ledger_event_no_{verb.lower()} BEFORE {verb} ON ledger_event "
            "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
        )
    # INSERT OR REPLACE removes the old row without asking the trigger on DELETE.
    op.execute(
        "CREATE TRIGGER ledger_event_no_replace BEFORE INSERT ON ledger_event "
        "WHEN EXISTS (SELECT 1 FROM ledger_event WHERE seq = NEW.seq) "
        "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
    )


def _forbid_edits_postgres() -> None:
    op.execute(
        "CREATE FUNCTION ledger_is_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$"
    )
    op.execute(
        "CREATE TRIGGER ledger_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_event "
        "FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only()"
    )


def _create_index_sqlite() -> None:
    # Segmented words. The default categories would split Thai words at their vowel and tone marks.
    op.execute(
        "CREATE VIRTUAL TABLE letter_words USING fts5(reference, subject, sender, body, "
        "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'\")"
    )
    # Every run of three characters, for parts of words and of reference numbers.
    op.execute("CREATE VIRTUAL TABLE letter_fragments USING fts5(content, tokenize='trigram')")
