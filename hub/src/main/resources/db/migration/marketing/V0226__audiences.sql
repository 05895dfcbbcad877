CREATE TABLE marketing_member (
    seller_id     uuid        NOT NULL,
    account_id    uuid        NOT NULL,
    person_id     uuid        NOT NULL,
    member_id     uuid        NOT NULL,
    state         text        NOT NULL,
    due_at        timestamptz,
    claimed_until timestamptz,
    tries         integer     NOT NULL DEFAULT 0,
    told_at       timestamptz,
    wrong         text        NOT NULL DEFAULT '',
    mend          text        NOT NULL DEFAULT '',
    PRIMARY KEY (seller_id, account_id, person_id),
    FOREIGN KEY (seller_id, person_id) REFERENCES marketing_person (seller_id, person_id)
);
COMMENT ON TABLE marketing_member IS 'Who is to be in which audience of a newsletter service, and what became of it; only people whose consent is live come in here.';
COMMENT ON COLUMN marketing_member.seller_id IS 'id: the seller';
COMMENT ON COLUMN marketing_member.account_id IS 'id: the account at the newsletter service';
COMMENT ON COLUMN marketing_member.person_id IS 'id: the person';
COMMENT ON COLUMN marketing_member.member_id IS 'id: the hand-over, as it stands in the ledger of disclosures';
COMMENT ON COLUMN marketing_member.state IS 'fact: where it stands, values of the enum MemberState';
COMMENT ON COLUMN marketing_member.due_at IS 'fact: when the service is to be told, business time, UTC; empty once there is nothing to tell';
COMMENT ON COLUMN marketing_member.claimed_until IS 'fact: until when a call may still be under way, business time, UTC';
COMMENT ON COLUMN marketing_member.tries IS 'fact: how often it was tried since it was last done or a person asked for it';
COMMENT ON COLUMN marketing_member.told_at IS 'fact: when the service last took it, business time, UTC';
COMMENT ON COLUMN marketing_member.wrong IS 'fact: why it was not taken, or empty, source: the code';
COMMENT ON COLUMN marketing_member.mend IS 'fact: what to do about it, or empty, source: the code';
SELECT guard_seller_table('marketing_member');
CREATE INDEX marketing_member_due ON marketing_member (seller_id, account_id, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX marketing_member_person ON marketing_member (seller_id, person_id);

CREATE TABLE marketing_farewell (
    seller_id     uuid        NOT NULL,
    farewell_id   uuid        NOT NULL,
    account_id    uuid        NOT NULL,
    person_id     uuid        NOT NULL,
    subject_id    uuid        NOT NULL,
    what          text        NOT NULL,
    made_at       timestamptz NOT NULL,
    ends_on       date        NOT NULL,
    due_at        timestamptz,
    tries         integer     NOT NULL DEFAULT 0,
    done_at       timestamptz,
    wrong         text        NOT NULL DEFAULT '',
    mend          text        NOT NULL DEFAULT '',
    PRIMARY KEY (seller_id, farewell_id)
);
COMMENT ON TABLE marketing_farewell IS 'What a newsletter service is still to be told of people who want no more (Art 19): by which name it knows them is sealed, and destroyed once it was told.';
COMMENT ON COLUMN marketing_farewell.seller_id IS 'id: the seller';
COMMENT ON COLUMN marketing_farewell.farewell_id IS 'id: the notice; the sealed name has the same one';
COMMENT ON COLUMN marketing_farewell.account_id IS 'id: the account at the newsletter service';
COMMENT ON COLUMN marketing_farewell.person_id IS 'id: the person whose consent has ended';
COMMENT ON COLUMN marketing_farewell.subject_id IS 'id: the data subject, random, of this notice alone';
COMMENT ON COLUMN marketing_farewell.what IS 'fact: what the service is to do, values of the enum FarewellKind';
COMMENT ON COLUMN marketing_farewell.made_at IS 'fact: since when it is to be told, business time, UTC';
COMMENT ON COLUMN marketing_farewell.ends_on IS 'fact: first day on which the sealed name cannot be opened';
COMMENT ON COLUMN marketing_farewell.due_at IS 'fact: when it is to be told, business time, UTC; empty once there is nothing to tell';
COMMENT ON COLUMN marketing_farewell.tries IS 'fact: how often it was tried since a person last asked for it';
COMMENT ON COLUMN marketing_farewell.done_at IS 'fact: when the service has done it, business time, UTC';
COMMENT ON COLUMN marketing_farewell.wrong IS 'fact: why it was not done, or empty, source: the code';
COMMENT ON COLUMN marketing_farewell.mend IS 'fact: what to do about it, or empty, source: the code';
SELECT guard_seller_table('marketing_farewell');
REVOKE DELETE ON marketing_farewell FROM ${app_role};
CREATE INDEX marketing_farewell_due ON marketing_farewell (seller_id, account_id, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX marketing_farewell_person ON marketing_farewell (seller_id, person_id);

CREATE TABLE marketing_audience (
    seller_id    uuid        NOT NULL,
    account_id   uuid        NOT NULL,
    looked_at    timestamptz,
    wrong        text        NOT NULL DEFAULT '',
    mend         text        NOT NULL DEFAULT '',
    webhook_hash bytea,
    webhook_id   text,
    webhook_at   timestamptz,
    PRIMARY KEY (seller_id, account_id)
);
COMMENT ON TABLE marketing_audience IS 'How it goes with each account at a newsletter service: when its list was last looked through, and whether it tells by itself.';
COMMENT ON COLUMN marketing_audience.seller_id IS 'id: the seller';
COMMENT ON COLUMN marketing_audience.account_id IS 'id: the account';
COMMENT ON COLUMN marketing_audience.looked_at IS 'fact: when it was last looked through for people who have left, business time, UTC';
COMMENT ON COLUMN marketing_audience.wrong IS 'fact: why the last round stopped, or empty, source: the code';
COMMENT ON COLUMN marketing_audience.mend IS 'fact: what to do about it, or empty, source: the code';
COMMENT ON COLUMN marketing_audience.webhook_hash IS 'secret: hash of what the address ends in at which the service tells';
COMMENT ON COLUMN marketing_audience.webhook_id IS 'pseudonym: by which the service names that address';
COMMENT ON COLUMN marketing_audience.webhook_at IS 'fact: since when it tells, business time, UTC';
SELECT guard_seller_table('marketing_audience');
REVOKE DELETE ON marketing_audience FROM ${app_role};
