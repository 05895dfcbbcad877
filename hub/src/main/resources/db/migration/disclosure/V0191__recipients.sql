CREATE TABLE disclosure_agreement (
    seller_id    uuid        NOT NULL,
    agreement_id uuid        NOT NULL,
    agreement_no bigint      GENERATED ALWAYS AS IDENTITY,
    recipient    text        NOT NULL CHECK (recipient <> ''),
    role         text        NOT NULL,
    agreed_on    date        NOT NULL,
    country      text        NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
    safeguard    text        NOT NULL,
    safeguard_on date,
    categories   text[]      NOT NULL CHECK (cardinality(categories) > 0),
    review_on    date        NOT NULL,
    recorded_at  timestamptz NOT NULL,
    recorded_by  uuid,
    PRIMARY KEY (seller_id, agreement_id)
);
COMMENT ON TABLE disclosure_agreement IS 'What a seller has agreed with whoever is to receive personal data (Art 28, Art 44 to 49); the latest with a recipient counts.';
COMMENT ON COLUMN disclosure_agreement.seller_id IS 'id: the seller';
COMMENT ON COLUMN disclosure_agreement.agreement_id IS 'id: the agreement';
COMMENT ON COLUMN disclosure_agreement.agreement_no IS 'fact: tells which of two was recorded later';
COMMENT ON COLUMN disclosure_agreement.recipient IS 'fact: code of the service that may receive';
COMMENT ON COLUMN disclosure_agreement.role IS 'fact: as what it receives, values of the enum RecipientRole';
COMMENT ON COLUMN disclosure_agreement.agreed_on IS 'fact: day of the agreement';
COMMENT ON COLUMN disclosure_agreement.country IS 'fact: ISO code of the country in which the recipient keeps the data';
COMMENT ON COLUMN disclosure_agreement.safeguard IS 'fact: what protects the data there, values of the enum Safeguard';
COMMENT ON COLUMN disclosure_agreement.safeguard_on IS 'fact: day of the safeguard; empty where none is needed';
COMMENT ON COLUMN disclosure_agreement.categories IS 'fact: codes of what may be received, values of the enum DataCategory';
COMMENT ON COLUMN disclosure_agreement.review_on IS 'fact: when somebody must look at it again';
COMMENT ON COLUMN disclosure_agreement.recorded_at IS 'fact: when it was written down, business time, UTC';
COMMENT ON COLUMN disclosure_agreement.recorded_by IS 'id: the person of the shop who has written it down; empty for made-up shops';
SELECT guard_seller_table('disclosure_agreement');
CREATE INDEX disclosure_agreement_recipient ON disclosure_agreement (seller_id, recipient, recorded_at);

CREATE TABLE disclosure_agreement_end (
    seller_id    uuid        NOT NULL,
    agreement_id uuid        NOT NULL,
    ended_at     timestamptz NOT NULL,
    ended_by     uuid        NOT NULL,
    PRIMARY KEY (seller_id, agreement_id),
    FOREIGN KEY (seller_id, agreement_id) REFERENCES disclosure_agreement (seller_id, agreement_id)
);
COMMENT ON TABLE disclosure_agreement_end IS 'Agreements with recipients that were ended before another took their place.';
COMMENT ON COLUMN disclosure_agreement_end.seller_id IS 'id: the seller';
COMMENT ON COLUMN disclosure_agreement_end.agreement_id IS 'id: the agreement';
COMMENT ON COLUMN disclosure_agreement_end.ended_at IS 'fact: when, business time, UTC';
COMMENT ON COLUMN disclosure_agreement_end.ended_by IS 'id: the person of the shop who has ended it';
SELECT guard_seller_table('disclosure_agreement_end');
-- Under which agreement something was handed over is asked years later: what is on file stays as it was written.
REVOKE UPDATE, DELETE ON disclosure_agreement, disclosure_agreement_end FROM ${app_role};
