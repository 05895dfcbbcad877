CREATE TABLE breach_incident (
    seller_id   uuid        NOT NULL,
    incident_id uuid        NOT NULL,
    number      integer     NOT NULL CHECK (number > 0),
    drill       boolean     NOT NULL,
    harms       text[]      NOT NULL CHECK (cardinality(harms) > 0),
    cause       text        NOT NULL,
    happened_at timestamptz,
    found_at    timestamptz NOT NULL,
    aware_at    timestamptz NOT NULL,
    subject_id  uuid        NOT NULL,
    opened_at   timestamptz NOT NULL,
    opened_by   uuid        NOT NULL,
    steps       integer     NOT NULL,
    head        bytea       NOT NULL,
    PRIMARY KEY (seller_id, incident_id),
    UNIQUE (seller_id, drill, number)
);
COMMENT ON TABLE breach_incident IS 'Incidents with personal data, and drills of one (Art 33(5)); what people write of them is sealed under RIGHTS_REQUEST.';
COMMENT ON COLUMN breach_incident.seller_id IS 'id: the seller';
COMMENT ON COLUMN breach_incident.incident_id IS 'id: the incident, and the sealed record of what is written of it';
COMMENT ON COLUMN breach_incident.number IS 'fact: counts from 1 in a shop, drills by themselves';
COMMENT ON COLUMN breach_incident.drill IS 'fact: whether it is a drill from beginning to end';
COMMENT ON COLUMN breach_incident.harms IS 'fact: codes of what happened to the data, values of the enum Harm';
COMMENT ON COLUMN breach_incident.cause IS 'fact: code of how it came about, values of the enum Cause';
COMMENT ON COLUMN breach_incident.happened_at IS 'fact: when it happened, business time, UTC; empty if not known';
COMMENT ON COLUMN breach_incident.found_at IS 'fact: when it was found, business time, UTC';
COMMENT ON COLUMN breach_incident.aware_at IS 'fact: when the seller became aware, business time, UTC; the hours run from there';
COMMENT ON COLUMN breach_incident.subject_id IS 'id: the data subject under whom the texts are sealed, random, of this incident alone';
COMMENT ON COLUMN breach_incident.opened_at IS 'fact: when it was written down, business time, UTC';
COMMENT ON COLUMN breach_incident.opened_by IS 'id: the person of the shop who has written it down';
COMMENT ON COLUMN breach_incident.steps IS 'fact: how many steps its timeline has';
COMMENT ON COLUMN breach_incident.head IS 'fact: hash of the last step';
SELECT guard_seller_table('breach_incident');

CREATE TABLE breach_scope (
    seller_id   uuid        NOT NULL,
    scope_id    uuid        NOT NULL,
    incident_id uuid        NOT NULL,
    asked       text        NOT NULL,
    asked_at    timestamptz NOT NULL,
    from_at     timestamptz NOT NULL,
    before_at   timestamptz NOT NULL,
    account_id  uuid,
    service     text        NOT NULL,
    backup      text        NOT NULL,
    people      bigint      NOT NULL,
    records     bigint      NOT NULL,
    readable    bigint      NOT NULL,
    ended       bigint      NOT NULL,
    forgotten   bigint      NOT NULL,
    unnamed     bigint      NOT NULL,
    contract    boolean     NOT NULL,
    categories  text[]      NOT NULL,
    purposes    text[]      NOT NULL,
    orders      uuid[]      NOT NULL,
    PRIMARY KEY (seller_id, scope_id),
    FOREIGN KEY (seller_id, incident_id) REFERENCES breach_incident (seller_id, incident_id)
);
COMMENT ON TABLE breach_scope IS 'How far an incident reached, as it was counted at one moment: numbers and ids, nobody''s data.';
COMMENT ON COLUMN breach_scope.seller_id IS 'id: the seller';
COMMENT ON COLUMN breach_scope.scope_id IS 'id: the count';
COMMENT ON COLUMN breach_scope.incident_id IS 'id: the incident';
COMMENT ON COLUMN breach_scope.asked IS 'fact: code of what was asked, values of the enum Asked';
COMMENT ON COLUMN breach_scope.asked_at IS 'fact: when it was counted, business time, UTC';
COMMENT ON COLUMN breach_scope.from_at IS 'fact: the first moment that counts, UTC';
COMMENT ON COLUMN breach_scope.before_at IS 'fact: the first moment that no longer counts, UTC';
COMMENT ON COLUMN breach_scope.account_id IS 'id: the person of the shop whose openings were counted, if it was asked so';
COMMENT ON COLUMN breach_scope.service IS 'fact: code of the recipient or channel asked for, values of the enum OutsideService; empty for none';
COMMENT ON COLUMN breach_scope.backup IS 'fact: name of the backup file asked for, source: the program names its backups by their time; empty for none';
COMMENT ON COLUMN breach_scope.people IS 'fact: how many data subjects';
COMMENT ON COLUMN breach_scope.records IS 'fact: how many records';
COMMENT ON COLUMN breach_scope.readable IS 'fact: how many of the records were readable when it was counted';
COMMENT ON COLUMN breach_scope.ended IS 'fact: how many had ended by their day';
COMMENT ON COLUMN breach_scope.forgotten IS 'fact: of how many the person had been forgotten';
COMMENT ON COLUMN breach_scope.unnamed IS 'fact: how many are gone without it being known whose they were; nobody of them is among the people';
COMMENT ON COLUMN breach_scope.contract IS 'fact: whether orders of a channel are among them whose contract wants to be told within a day';
COMMENT ON COLUMN breach_scope.categories IS 'fact: categories of data, as the code declares them of its kinds of records';
COMMENT ON COLUMN breach_scope.purposes IS 'fact: names of the purposes, values of the enum Purpose';
COMMENT ON COLUMN breach_scope.orders IS 'id: the orders it is about, so that their people can be written to';
SELECT guard_seller_table('breach_scope');
CREATE INDEX breach_scope_incident ON breach_scope (seller_id, incident_id, asked_at);

CREATE TABLE breach_step (
    seller_id   uuid        NOT NULL,
    incident_id uuid        NOT NULL,
    step_no     integer     NOT NULL,
    what        text        NOT NULL,
    duty        text        NOT NULL,
    ground      text        NOT NULL,
    scope_id    uuid,
    at          timestamptz NOT NULL,
    person_id   uuid        NOT NULL,
    hash        bytea       NOT NULL,
    PRIMARY KEY (seller_id, incident_id, step_no),
    FOREIGN KEY (seller_id, incident_id) REFERENCES breach_incident (seller_id, incident_id)
);
COMMENT ON TABLE breach_step IS 'The timeline of an incident: what was done and decided, by whom and when. Each step has a hash over itself and the one before.';
COMMENT ON COLUMN breach_step.seller_id IS 'id: the seller';
COMMENT ON COLUMN breach_step.incident_id IS 'id: the incident';
COMMENT ON COLUMN breach_step.step_no IS 'fact: counts from 1 without a gap';
COMMENT ON COLUMN breach_step.what IS 'fact: code of what was done, values of the enum Act';
COMMENT ON COLUMN breach_step.duty IS 'fact: code of the duty decided on, values of the enum Duty; empty for none';
COMMENT ON COLUMN breach_step.ground IS 'fact: code of the reason, values of the enum Ground; empty for none';
COMMENT ON COLUMN breach_step.scope_id IS 'id: the count that was made, if one was';
COMMENT ON COLUMN breach_step.at IS 'fact: when, business time, UTC';
COMMENT ON COLUMN breach_step.person_id IS 'id: the person of the shop who did it';
COMMENT ON COLUMN breach_step.hash IS 'fact: SHA-256 over the step, what it is about, and the hash before';
SELECT guard_seller_table('breach_step');
-- What was done and decided stays as it was written; of an incident only the end of its timeline moves on.
REVOKE UPDATE, DELETE ON breach_incident, breach_scope, breach_step FROM ${app_role};
GRANT UPDATE (steps, head) ON breach_incident TO ${app_role};
