CREATE TABLE review_sign_in (
    seller_id uuid        NOT NULL,
    person_id uuid        NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (seller_id, person_id)
);
COMMENT ON TABLE review_sign_in IS 'When each of the shop''s people signed in last, so that access nobody uses is seen.';
COMMENT ON COLUMN review_sign_in.seller_id IS 'id: the seller';
COMMENT ON COLUMN review_sign_in.person_id IS 'id: the person of the shop';
COMMENT ON COLUMN review_sign_in.at IS 'fact: when they signed in last, business time, UTC';
SELECT guard_seller_table('review_sign_in');

CREATE TABLE review_access (
    seller_id  uuid        NOT NULL,
    round_id   uuid        NOT NULL,
    started_at timestamptz NOT NULL,
    started_by uuid        NOT NULL,
    people     uuid[]      NOT NULL CHECK (cardinality(people) > 0),
    roles      text[]      NOT NULL CHECK (cardinality(roles) = cardinality(people)),
    closed_at  timestamptz,
    closed_by  uuid,
    PRIMARY KEY (seller_id, round_id)
);
COMMENT ON TABLE review_access IS 'A review of who has access: who had it when it began. It is open until an owner closes it.';
COMMENT ON COLUMN review_access.seller_id IS 'id: the seller';
COMMENT ON COLUMN review_access.round_id IS 'id: the review';
COMMENT ON COLUMN review_access.started_at IS 'fact: when it began, business time, UTC';
COMMENT ON COLUMN review_access.started_by IS 'id: the person of the shop who began it';
COMMENT ON COLUMN review_access.people IS 'id: everybody who had access when it began';
COMMENT ON COLUMN review_access.roles IS 'fact: the role of each of them then, values of the enum Role';
COMMENT ON COLUMN review_access.closed_at IS 'fact: when it was closed, business time, UTC; empty while it is open';
COMMENT ON COLUMN review_access.closed_by IS 'id: the person of the shop who closed it';
SELECT guard_seller_table('review_access');
CREATE UNIQUE INDEX review_access_one_open ON review_access (seller_id) WHERE closed_at IS NULL;

CREATE TABLE review_access_decision (
    seller_id    uuid        NOT NULL,
    decision_no  bigint      GENERATED ALWAYS AS IDENTITY,
    round_id     uuid        NOT NULL,
    person_id    uuid        NOT NULL,
    role         text        NOT NULL,
    verdict      text        NOT NULL,
    last_sign_in timestamptz,
    purposes     text[]      NOT NULL,
    openings     bigint[]    NOT NULL CHECK (cardinality(openings) = cardinality(purposes)),
    alone        boolean     NOT NULL,
    decided_at   timestamptz NOT NULL,
    decided_by   uuid        NOT NULL,
    PRIMARY KEY (seller_id, decision_no),
    FOREIGN KEY (seller_id, round_id) REFERENCES review_access (seller_id, round_id)
);
COMMENT ON TABLE review_access_decision IS 'What was decided on somebody''s access, and what was known when it was decided; the latest on a person counts, all stay.';
COMMENT ON COLUMN review_access_decision.seller_id IS 'id: the seller';
COMMENT ON COLUMN review_access_decision.decision_no IS 'fact: tells which of two was made later';
COMMENT ON COLUMN review_access_decision.round_id IS 'id: the review';
COMMENT ON COLUMN review_access_decision.person_id IS 'id: the person of the shop it is about';
COMMENT ON COLUMN review_access_decision.role IS 'fact: their role when it was decided, values of the enum Role';
COMMENT ON COLUMN review_access_decision.verdict IS 'fact: code of what was decided, values of the enum Verdict';
COMMENT ON COLUMN review_access_decision.last_sign_in IS 'fact: when they had signed in last, UTC; empty if that was not known';
COMMENT ON COLUMN review_access_decision.purposes IS 'fact: names of the purposes they had opened something for, values of the enum Purpose';
COMMENT ON COLUMN review_access_decision.openings IS 'fact: how many records they had opened for each of these in three months';
COMMENT ON COLUMN review_access_decision.alone IS 'fact: whether an owner decided on themselves, since the shop has no other';
COMMENT ON COLUMN review_access_decision.decided_at IS 'fact: when, business time, UTC';
COMMENT ON COLUMN review_access_decision.decided_by IS 'id: the owner who decided';
SELECT guard_seller_table('review_access_decision');
CREATE INDEX review_access_decision_round ON review_access_decision (seller_id, round_id, decision_no);
-- What was decided stays as it was; a review is closed once.
REVOKE UPDATE, DELETE ON review_access, review_access_decision FROM ${app_role};
REVOKE DELETE ON review_sign_in FROM ${app_role};
GRANT UPDATE (closed_at, closed_by) ON review_access TO ${app_role};
