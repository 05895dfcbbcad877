-- The vault: keys wrapped under the epoch key outside the database, sealed records, and the journal of every opening.
-- Column comments begin with their class (fact, id, pseudonym, sealed, token, secret); a test compares them with the catalogue.

CREATE TABLE vault_group_key (
    seller_id  uuid        NOT NULL,
    group_id   uuid        NOT NULL,
    epoch      integer     NOT NULL,
    wrapped    bytea       NOT NULL,
    members    integer     NOT NULL CHECK (members BETWEEN 0 AND 2000),
    PRIMARY KEY (seller_id, group_id)
);
COMMENT ON TABLE vault_group_key IS 'Keys under which the secrets of about a thousand data subjects are wrapped.';
COMMENT ON COLUMN vault_group_key.seller_id IS 'id: the seller';
COMMENT ON COLUMN vault_group_key.group_id IS 'id: the group of subjects, random';
COMMENT ON COLUMN vault_group_key.epoch IS 'fact: number of the epoch key it is wrapped under';
COMMENT ON COLUMN vault_group_key.wrapped IS 'secret: the group key under the epoch key';
COMMENT ON COLUMN vault_group_key.members IS 'fact: how many subject secrets were put into the group';
SELECT guard_seller_table('vault_group_key');
CREATE INDEX vault_group_key_with_room ON vault_group_key (seller_id, members);

CREATE TABLE vault_subject_secret (
    seller_id    uuid        NOT NULL,
    subject_id   uuid        NOT NULL,
    purpose      text        NOT NULL,
    group_id     uuid,
    wrapped      bytea,
    destroyed_on date,
    rule         text,
    PRIMARY KEY (seller_id, subject_id, purpose),
    CHECK (wrapped IS NULL OR group_id IS NOT NULL),
    CHECK ((wrapped IS NULL) = (destroyed_on IS NOT NULL)),
    CHECK ((destroyed_on IS NULL) = (rule IS NULL))
);
COMMENT ON TABLE vault_subject_secret IS 'One random secret for each data subject and purpose; without it nothing on that subject opens for that purpose.';
COMMENT ON COLUMN vault_subject_secret.seller_id IS 'id: the seller';
COMMENT ON COLUMN vault_subject_secret.subject_id IS 'id: the data subject, random';
COMMENT ON COLUMN vault_subject_secret.purpose IS 'fact: name of the purpose, values of the enum Purpose';
COMMENT ON COLUMN vault_subject_secret.group_id IS 'id: the group key it is wrapped under; empty where the subject was forgotten before there was a secret';
COMMENT ON COLUMN vault_subject_secret.wrapped IS 'secret: the subject secret under its group key; empty once destroyed';
COMMENT ON COLUMN vault_subject_secret.destroyed_on IS 'fact: day on which the subject was forgotten for the purpose';
COMMENT ON COLUMN vault_subject_secret.rule IS 'fact: code of the rule it was forgotten under';
SELECT guard_seller_table('vault_subject_secret');
CREATE INDEX vault_subject_secret_forgotten ON vault_subject_secret (seller_id) WHERE wrapped IS NULL;

CREATE TABLE vault_bucket_secret (
    seller_id    uuid        NOT NULL,
    purpose      text        NOT NULL,
    expires_on   date        NOT NULL,
    epoch        integer     NOT NULL,
    wrapped      bytea,
    destroyed_at timestamptz,
    PRIMARY KEY (seller_id, purpose, expires_on),
    CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
);
COMMENT ON TABLE vault_bucket_secret IS 'One random secret for all records of a purpose that end on the same day; destroying it ends them all.';
COMMENT ON COLUMN vault_bucket_secret.seller_id IS 'id: the seller';
COMMENT ON COLUMN vault_bucket_secret.purpose IS 'fact: name of the purpose, values of the enum Purpose';
COMMENT ON COLUMN vault_bucket_secret.expires_on IS 'fact: first day on which its records cannot be opened';
COMMENT ON COLUMN vault_bucket_secret.epoch IS 'fact: number of the epoch key it is wrapped under';
COMMENT ON COLUMN vault_bucket_secret.wrapped IS 'secret: the bucket secret under the epoch key; empty once destroyed';
COMMENT ON COLUMN vault_bucket_secret.destroyed_at IS 'fact: when it was destroyed, UTC';
SELECT guard_seller_table('vault_bucket_secret');

CREATE TABLE vault_index_key (
    seller_id  uuid        NOT NULL,
    purpose    text        NOT NULL,
    month      date        NOT NULL,
    epoch      integer     NOT NULL,
    wrapped    bytea       NOT NULL,
    PRIMARY KEY (seller_id, purpose, month)
);
COMMENT ON TABLE vault_index_key IS 'One random key for the search tokens of all records of a purpose that end in the same month; the row goes with the month.';
COMMENT ON COLUMN vault_index_key.seller_id IS 'id: the seller';
COMMENT ON COLUMN vault_index_key.purpose IS 'fact: name of the purpose, values of the enum Purpose';
COMMENT ON COLUMN vault_index_key.month IS 'fact: first day of the month in which the records end';
COMMENT ON COLUMN vault_index_key.epoch IS 'fact: number of the epoch key it is wrapped under';
COMMENT ON COLUMN vault_index_key.wrapped IS 'secret: the index key under the epoch key';
SELECT guard_seller_table('vault_index_key');

CREATE TABLE vault_record (
    seller_id  uuid        NOT NULL,
    purpose    text        NOT NULL,
    kind       text        NOT NULL,
    record_id  uuid        NOT NULL,
    expires_on date        NOT NULL,
    version    integer     NOT NULL,
    subject_id uuid        NOT NULL,
    sealed     bytea       NOT NULL,
    tokens     bigint[]    NOT NULL,
    PRIMARY KEY (seller_id, purpose, kind, record_id, expires_on)
) PARTITION BY LIST (purpose);
COMMENT ON TABLE vault_record IS 'Sealed records, in partitions by purpose and time of their end.';
COMMENT ON COLUMN vault_record.seller_id IS 'id: the seller';
COMMENT ON COLUMN vault_record.purpose IS 'fact: name of the purpose, values of the enum Purpose';
COMMENT ON COLUMN vault_record.kind IS 'fact: name of the record kind, as the code declares it';
COMMENT ON COLUMN vault_record.record_id IS 'id: the record, unique within seller and kind';
COMMENT ON COLUMN vault_record.expires_on IS 'fact: first day on which it cannot be opened';
COMMENT ON COLUMN vault_record.version IS 'fact: how often the record has been sealed';
COMMENT ON COLUMN vault_record.subject_id IS 'id: the data subject';
COMMENT ON COLUMN vault_record.sealed IS 'sealed: the content under the purpose of the row';
COMMENT ON COLUMN vault_record.tokens IS 'token: blind search tokens of the content, 64 bit each';
SELECT guard_seller_table('vault_record');
CREATE INDEX vault_record_tokens ON vault_record USING gin (tokens);
CREATE INDEX vault_record_subject ON vault_record (seller_id, subject_id);
CREATE INDEX vault_record_end ON vault_record (seller_id, expires_on);

-- The application owns nothing, so it asks these functions for room; they can make partitions and nothing else.
-- A partition carries the same row guard as its parent and no grant at all: it can only be reached through the parent.
CREATE FUNCTION vault_guard_partition(p_table regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM pg_policy WHERE polrelid = p_table) THEN
        RETURN;
    END IF;
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', p_table);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', p_table);
    EXECUTE format('CREATE POLICY seller_only ON %s'
        ' USING (seller_id = NULLIF(current_setting(''counterfoil.seller'', true), '''')::uuid)'
        ' WITH CHECK (seller_id = NULLIF(current_setting(''counterfoil.seller'', true), '''')::uuid)', p_table);
END $$;

CREATE FUNCTION vault_add_record_partition(p_purpose text, p_from date, p_to date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = counterfoil, pg_temp AS $$
DECLARE
    v_list  text := 'vault_record_' || lower(p_purpose);
    v_piece text := v_list || '_' || to_char(p_from, 'YYYYMMDD');
BEGIN
    IF p_purpose !~ '^[A-Z_]{3,30}$' OR p_to <= p_from THEN
        RAISE EXCEPTION 'not a partition of vault_record';
    END IF;
    IF to_regclass(v_piece) IS NOT NULL THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('vault_record partitions'));
    EXECUTE format('CREATE TABLE IF NOT EXISTS %I PARTITION OF vault_record FOR VALUES IN (%L) PARTITION BY RANGE (expires_on)', v_list, p_purpose);
    EXECUTE format('CREATE TABLE IF NOT EXISTS %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)', v_piece, v_list, p_from, p_to);
    PERFORM vault_guard_partition(v_list::regclass);
    PERFORM vault_guard_partition(v_piece::regclass);
END $$;

CREATE TABLE vault_restriction (
    seller_id  uuid NOT NULL,
    subject_id uuid NOT NULL,
    since      date NOT NULL,
    rule       text NOT NULL,
    PRIMARY KEY (seller_id, subject_id)
);
COMMENT ON TABLE vault_restriction IS 'Data subjects whose data is kept but not used (Art 18).';
COMMENT ON COLUMN vault_restriction.seller_id IS 'id: the seller';
COMMENT ON COLUMN vault_restriction.subject_id IS 'id: the data subject';
COMMENT ON COLUMN vault_restriction.since IS 'fact: first day of the restriction';
COMMENT ON COLUMN vault_restriction.rule IS 'fact: code of the ground of Art 18(1)';
SELECT guard_seller_table('vault_restriction');

CREATE TABLE vault_journal (
    seller_id  uuid        NOT NULL,
    at         timestamptz NOT NULL,
    entry_id   uuid        NOT NULL,
    reader_id  uuid        NOT NULL,
    act        text        NOT NULL,
    purpose    text        NOT NULL,
    reason     text        NOT NULL,
    kind       text        NOT NULL,
    records    uuid[]      NOT NULL,
    xact       xid8        NOT NULL DEFAULT pg_current_xact_id(),
    PRIMARY KEY (seller_id, at, entry_id)
) PARTITION BY RANGE (at);
COMMENT ON TABLE vault_journal IS 'Every opening of sealed records: written in the transaction that opens them, or nothing opens.';
COMMENT ON COLUMN vault_journal.seller_id IS 'id: the seller';
COMMENT ON COLUMN vault_journal.at IS 'fact: business time of the opening, UTC';
COMMENT ON COLUMN vault_journal.entry_id IS 'id: the entry, random';
COMMENT ON COLUMN vault_journal.reader_id IS 'id: the person or job who opened';
COMMENT ON COLUMN vault_journal.act IS 'fact: OPEN, SEARCH or RESEAL';
COMMENT ON COLUMN vault_journal.purpose IS 'fact: name of the purpose, values of the enum Purpose';
COMMENT ON COLUMN vault_journal.reason IS 'fact: reason code of the opening, from the code''s closed list';
COMMENT ON COLUMN vault_journal.kind IS 'fact: name of the record kind, as the code declares it';
COMMENT ON COLUMN vault_journal.records IS 'id: the records opened';
COMMENT ON COLUMN vault_journal.xact IS 'fact: number of the transaction, by which checkpoints know what is complete';
SELECT guard_seller_table('vault_journal');
CREATE INDEX vault_journal_xact ON vault_journal (seller_id, xact);
CREATE INDEX vault_journal_records ON vault_journal USING gin (records);

CREATE FUNCTION vault_add_journal_partition(p_from date, p_to date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = counterfoil, pg_temp AS $$
DECLARE
    v_piece text := 'vault_journal_' || to_char(p_from, 'YYYYMMDD');
BEGIN
    IF p_to <= p_from THEN
        RAISE EXCEPTION 'not a partition of vault_journal';
    END IF;
    IF to_regclass(v_piece) IS NOT NULL THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('vault_journal partitions'));
    EXECUTE format('CREATE TABLE IF NOT EXISTS %I PARTITION OF vault_journal FOR VALUES FROM (%L) TO (%L)',
        v_piece, p_from::timestamp AT TIME ZONE 'UTC', p_to::timestamp AT TIME ZONE 'UTC');
    PERFORM vault_guard_partition(v_piece::regclass);
END $$;

-- The journal is written and read, never changed by the application.
REVOKE UPDATE, DELETE, TRUNCATE ON vault_journal FROM ${app_role};

CREATE TABLE vault_checkpoint (
    seller_id uuid        NOT NULL,
    number    integer     NOT NULL,
    made_at   timestamptz NOT NULL,
    from_xact xid8        NOT NULL,
    to_xact   xid8        NOT NULL,
    entries   integer     NOT NULL,
    hash      bytea       NOT NULL,
    signature bytea       NOT NULL,
    PRIMARY KEY (seller_id, number)
);
COMMENT ON TABLE vault_checkpoint IS 'Signed hashes over ranges of the access journal, each over the one before: a changed, added or missing entry shows.';
COMMENT ON COLUMN vault_checkpoint.seller_id IS 'id: the seller';
COMMENT ON COLUMN vault_checkpoint.number IS 'fact: counts from 1 without a gap';
COMMENT ON COLUMN vault_checkpoint.made_at IS 'fact: when it was made, UTC';
COMMENT ON COLUMN vault_checkpoint.from_xact IS 'fact: first transaction number covered';
COMMENT ON COLUMN vault_checkpoint.to_xact IS 'fact: first transaction number no longer covered';
COMMENT ON COLUMN vault_checkpoint.entries IS 'fact: how many entries are covered';
COMMENT ON COLUMN vault_checkpoint.hash IS 'fact: SHA-256 over the previous hash and the entries';
COMMENT ON COLUMN vault_checkpoint.signature IS 'fact: Ed25519 signature of the hash';
SELECT guard_seller_table('vault_checkpoint');
REVOKE UPDATE, DELETE, TRUNCATE ON vault_checkpoint FROM ${app_role};

CREATE TABLE vault_destruction (
    seller_id      uuid        NOT NULL,
    destruction_id uuid        NOT NULL,
    at             timestamptz NOT NULL,
    purpose        text        NOT NULL,
    expires_on     date,
    subject_id     uuid,
    rule           text        NOT NULL,
    records        integer     NOT NULL,
    PRIMARY KEY (seller_id, destruction_id),
    CHECK ((expires_on IS NULL) <> (subject_id IS NULL))
);
COMMENT ON TABLE vault_destruction IS 'What has ended, when and under which rule: a day of a purpose, or a subject for a purpose.';
COMMENT ON COLUMN vault_destruction.seller_id IS 'id: the seller';
COMMENT ON COLUMN vault_destruction.destruction_id IS 'id: the destruction';
COMMENT ON COLUMN vault_destruction.at IS 'fact: when the secret was destroyed, business time, UTC';
COMMENT ON COLUMN vault_destruction.purpose IS 'fact: name of the purpose, values of the enum Purpose';
COMMENT ON COLUMN vault_destruction.expires_on IS 'fact: the day whose records ended, if it was a day';
COMMENT ON COLUMN vault_destruction.subject_id IS 'id: the subject who was forgotten, if it was a subject';
COMMENT ON COLUMN vault_destruction.rule IS 'fact: code of the rule';
COMMENT ON COLUMN vault_destruction.records IS 'fact: how many records ended';
SELECT guard_seller_table('vault_destruction');
CREATE INDEX vault_destruction_at ON vault_destruction (seller_id, at);
REVOKE UPDATE, DELETE, TRUNCATE ON vault_destruction FROM ${app_role};
