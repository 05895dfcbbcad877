CREATE TABLE custody_legal_hold (
    seller_id       uuid        NOT NULL,
    hold_id         uuid        NOT NULL,
    order_id        uuid        NOT NULL,
    copy_subject_id uuid        NOT NULL,
    reason          text        NOT NULL,
    case_reference  text        NOT NULL CHECK (case_reference ~ '^[A-Z0-9][A-Z0-9./-]{2,29}$'),
    owner_id        uuid        NOT NULL,
    held_at         timestamptz NOT NULL,
    review_on       date        NOT NULL,
    released_by     uuid,
    released_at     timestamptz,
    PRIMARY KEY (seller_id, hold_id),
    CHECK ((released_by IS NULL) = (released_at IS NULL))
);
COMMENT ON TABLE custody_legal_hold IS 'Copies of an order''s people that are kept for a legal claim (Art 17(3)(e)); the copy itself is sealed in the vault under LEGAL_CLAIM.';
COMMENT ON COLUMN custody_legal_hold.seller_id IS 'id: the seller';
COMMENT ON COLUMN custody_legal_hold.hold_id IS 'id: the hold, and its copy in the vault';
COMMENT ON COLUMN custody_legal_hold.order_id IS 'id: the order whose people were copied';
COMMENT ON COLUMN custody_legal_hold.copy_subject_id IS 'id: the subject of the copy in the vault, of this hold alone, so that a release destroys no other';
COMMENT ON COLUMN custody_legal_hold.reason IS 'fact: code of the reason, values of the enum LegalHoldReason';
COMMENT ON COLUMN custody_legal_hold.case_reference IS 'pseudonym: the number of the case; words, and so names, are refused';
COMMENT ON COLUMN custody_legal_hold.owner_id IS 'id: the person of the shop who answers for the hold';
COMMENT ON COLUMN custody_legal_hold.held_at IS 'fact: since when, business time, UTC';
COMMENT ON COLUMN custody_legal_hold.review_on IS 'fact: the day by which somebody must look whether it is still needed, at most 90 days ahead';
COMMENT ON COLUMN custody_legal_hold.released_by IS 'id: the person who released it';
COMMENT ON COLUMN custody_legal_hold.released_at IS 'fact: when it was released and the copy destroyed, business time, UTC';
SELECT guard_seller_table('custody_legal_hold');
CREATE UNIQUE INDEX custody_legal_hold_standing ON custody_legal_hold (seller_id, order_id) WHERE released_at IS NULL;
