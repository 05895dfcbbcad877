CREATE TABLE review_token_decision (
    seller_id    uuid        NOT NULL,
    decision_no  bigint      GENERATED ALWAYS AS IDENTITY,
    round_id     uuid        NOT NULL,
    token_id     uuid        NOT NULL,
    made_by      uuid        NOT NULL,
    scopes       text[]      NOT NULL,
    last_used_on date,
    expires_on   date        NOT NULL,
    verdict      text        NOT NULL,
    decided_at   timestamptz NOT NULL,
    decided_by   uuid        NOT NULL,
    PRIMARY KEY (seller_id, decision_no),
    FOREIGN KEY (seller_id, round_id) REFERENCES review_access (seller_id, round_id)
);
COMMENT ON TABLE review_token_decision IS 'What was decided on a program''s token in a review of access, and what was known then; the latest on a token counts, all stay.';
COMMENT ON COLUMN review_token_decision.seller_id IS 'id: the seller';
COMMENT ON COLUMN review_token_decision.decision_no IS 'fact: tells which of two was made later';
COMMENT ON COLUMN review_token_decision.round_id IS 'id: the review';
COMMENT ON COLUMN review_token_decision.token_id IS 'id: the token it is about';
COMMENT ON COLUMN review_token_decision.made_by IS 'id: the person of the shop who had made it';
COMMENT ON COLUMN review_token_decision.scopes IS 'fact: what it opened then, values of the enum ApiScope';
COMMENT ON COLUMN review_token_decision.last_used_on IS 'fact: the last day on which it had been used; empty if never';
COMMENT ON COLUMN review_token_decision.expires_on IS 'fact: first day on which it was to open nothing';
COMMENT ON COLUMN review_token_decision.verdict IS 'fact: code of what was decided, values of the enum Verdict';
COMMENT ON COLUMN review_token_decision.decided_at IS 'fact: when, business time, UTC';
COMMENT ON COLUMN review_token_decision.decided_by IS 'id: the owner who decided';
SELECT guard_seller_table('review_token_decision');
CREATE INDEX review_token_decision_round ON review_token_decision (seller_id, round_id, decision_no);
-- What was decided stays as it was.
REVOKE UPDATE, DELETE ON review_token_decision FROM ${app_role};
