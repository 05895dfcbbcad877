CREATE TABLE review_plan (
    seller_id uuid        NOT NULL,
    plan_no   bigint      GENERATED ALWAYS AS IDENTITY,
    kind      text        NOT NULL,
    code      text        NOT NULL,
    owner_id  uuid,
    next_on   date        NOT NULL,
    set_at    timestamptz NOT NULL,
    set_by    uuid,
    PRIMARY KEY (seller_id, plan_no)
);
COMMENT ON TABLE review_plan IS 'Who looks again at what, and by when: purposes, recipients, access rights, policies. Only added to; the latest of a thing counts.';
COMMENT ON COLUMN review_plan.seller_id IS 'id: the seller';
COMMENT ON COLUMN review_plan.plan_no IS 'fact: tells which of two was written later';
COMMENT ON COLUMN review_plan.kind IS 'fact: code of the kind of thing, values of the enum ReviewKind';
COMMENT ON COLUMN review_plan.code IS 'fact: code of the thing, values of the enum Purpose, OutsideService or Policy, or ACCESS';
COMMENT ON COLUMN review_plan.owner_id IS 'id: the person of the shop who looks at it; empty while the shop has nobody';
COMMENT ON COLUMN review_plan.next_on IS 'fact: by which day; of a recipient the day stands with its agreement instead';
COMMENT ON COLUMN review_plan.set_at IS 'fact: when, business time, UTC';
COMMENT ON COLUMN review_plan.set_by IS 'id: the person of the shop who said so; empty for the program';
SELECT guard_seller_table('review_plan');
CREATE INDEX review_plan_latest ON review_plan (seller_id, kind, code, plan_no DESC);

CREATE TABLE review_review (
    seller_id      uuid        NOT NULL,
    review_id      uuid        NOT NULL,
    review_no      bigint      GENERATED ALWAYS AS IDENTITY,
    subject_id     uuid        NOT NULL,
    kind           text        NOT NULL,
    code           text        NOT NULL,
    outcome        text        NOT NULL,
    says_something boolean     NOT NULL,
    next_on        date        NOT NULL,
    reviewed_at    timestamptz NOT NULL,
    reviewed_by    uuid        NOT NULL,
    PRIMARY KEY (seller_id, review_id)
);
COMMENT ON TABLE review_review IS 'That somebody has looked at a thing, and what came of it (Art 5(2), 24(1)); what they noted is sealed under STAFF.';
COMMENT ON COLUMN review_review.seller_id IS 'id: the seller';
COMMENT ON COLUMN review_review.review_id IS 'id: the review, and the sealed record of its note';
COMMENT ON COLUMN review_review.review_no IS 'fact: tells which of two was written later';
COMMENT ON COLUMN review_review.subject_id IS 'id: the data subject under whom the note is sealed, random, of this review alone';
COMMENT ON COLUMN review_review.kind IS 'fact: code of the kind of thing, values of the enum ReviewKind';
COMMENT ON COLUMN review_review.code IS 'fact: code of the thing, values of the enum Purpose, OutsideService or Policy, or ACCESS';
COMMENT ON COLUMN review_review.outcome IS 'fact: code of what came of it, values of the enum Outcome';
COMMENT ON COLUMN review_review.says_something IS 'fact: whether a note is sealed';
COMMENT ON COLUMN review_review.next_on IS 'fact: by which day somebody looks again';
COMMENT ON COLUMN review_review.reviewed_at IS 'fact: when, business time, UTC';
COMMENT ON COLUMN review_review.reviewed_by IS 'id: the person of the shop who has looked';
SELECT guard_seller_table('review_review');
CREATE INDEX review_review_latest ON review_review (seller_id, kind, code, review_no DESC);

CREATE TABLE review_reminder (
    seller_id uuid        NOT NULL,
    kind      text        NOT NULL,
    code      text        NOT NULL,
    due_on    date        NOT NULL,
    round     integer     NOT NULL CHECK (round IN (1, 2)),
    about_id  uuid        NOT NULL,
    owner_id  uuid        NOT NULL,
    written_at timestamptz NOT NULL,
    PRIMARY KEY (seller_id, kind, code, due_on, round)
);
COMMENT ON TABLE review_reminder IS 'That the owner of an overdue review was written to: once when it fell due, and once more two weeks later.';
COMMENT ON COLUMN review_reminder.seller_id IS 'id: the seller';
COMMENT ON COLUMN review_reminder.kind IS 'fact: code of the kind of thing, values of the enum ReviewKind';
COMMENT ON COLUMN review_reminder.code IS 'fact: code of the thing, values of the enum Purpose, OutsideService or Policy, or ACCESS';
COMMENT ON COLUMN review_reminder.due_on IS 'fact: the day by which it should have been looked at';
COMMENT ON COLUMN review_reminder.round IS 'fact: 1 for the first letter, 2 for the one two weeks later';
COMMENT ON COLUMN review_reminder.about_id IS 'id: what the letter is about, by which what became of it is found; one letter for all that fell due together';
COMMENT ON COLUMN review_reminder.owner_id IS 'id: the person of the shop who was written to';
COMMENT ON COLUMN review_reminder.written_at IS 'fact: when, business time, UTC';
SELECT guard_seller_table('review_reminder');
-- What was planned, looked at and written is evidence, and stays.
REVOKE UPDATE, DELETE ON review_plan, review_review, review_reminder FROM ${app_role};
