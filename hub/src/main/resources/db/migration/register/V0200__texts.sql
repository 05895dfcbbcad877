CREATE TABLE register_text (
    seller_id      uuid        NOT NULL,
    text_id        uuid        NOT NULL,
    text_no        bigint      GENERATED ALWAYS AS IDENTITY,
    subject_id     uuid        NOT NULL,
    part           text        NOT NULL,
    purpose        text        NOT NULL,
    says_something boolean     NOT NULL,
    changed_at     timestamptz NOT NULL,
    changed_by     uuid        NOT NULL,
    PRIMARY KEY (seller_id, text_id)
);
COMMENT ON TABLE register_text IS 'That somebody has added something to the register of processing; what it says is sealed under STAFF. The latest of a part counts.';
COMMENT ON COLUMN register_text.seller_id IS 'id: the seller';
COMMENT ON COLUMN register_text.text_id IS 'id: the sealed record';
COMMENT ON COLUMN register_text.text_no IS 'fact: tells which of two was written later';
COMMENT ON COLUMN register_text.subject_id IS 'id: the data subject, random; a new one for every text, so that the one before can be forgotten';
COMMENT ON COLUMN register_text.part IS 'fact: what it is about, values of the enum KeptPart';
COMMENT ON COLUMN register_text.purpose IS 'fact: name of the purpose, values of the enum Purpose; empty where it is about none';
COMMENT ON COLUMN register_text.says_something IS 'fact: whether anything is sealed; if not, what was said before was taken back';
COMMENT ON COLUMN register_text.changed_at IS 'fact: when, business time, UTC';
COMMENT ON COLUMN register_text.changed_by IS 'id: the person of the shop who has written it';
SELECT guard_seller_table('register_text');
-- Who changed the register when is asked years later.
REVOKE UPDATE, DELETE ON register_text FROM ${app_role};
