ALTER TABLE breach_scope ADD COLUMN staff uuid[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN breach_scope.staff IS 'id: the people of the shop whose own data it is about, so that they can be written to';

ALTER TABLE breach_step
    ADD COLUMN letters   bigint,
    ADD COLUMN told      bigint,
    ADD COLUMN ended     bigint,
    ADD COLUMN forgotten bigint,
    ADD COLUMN nowhere   bigint;
COMMENT ON COLUMN breach_step.letters IS 'fact: how many letters were written to people by then; empty unless the step is that people were written to';
COMMENT ON COLUMN breach_step.told IS 'fact: people of how many orders and accounts were written to by then';
COMMENT ON COLUMN breach_step.ended IS 'fact: of how many of them the data had ended';
COMMENT ON COLUMN breach_step.forgotten IS 'fact: of how many of them the person had been forgotten';
COMMENT ON COLUMN breach_step.nowhere IS 'fact: of how many of them there is no e-mail address that a letter can go to';

CREATE TABLE breach_letter (
    seller_id   uuid        NOT NULL,
    incident_id uuid        NOT NULL,
    mark        bytea       NOT NULL,
    letter_id   uuid        NOT NULL,
    about_id    uuid        NOT NULL,
    made_at     timestamptz NOT NULL,
    person_id   uuid        NOT NULL,
    PRIMARY KEY (seller_id, incident_id, mark),
    FOREIGN KEY (seller_id, incident_id) REFERENCES breach_incident (seller_id, incident_id)
);
COMMENT ON TABLE breach_letter IS 'Letters to people after a breach (Art 34); to an address there is one of an incident and never a second.';
COMMENT ON COLUMN breach_letter.seller_id IS 'id: the seller';
COMMENT ON COLUMN breach_letter.incident_id IS 'id: the incident';
COMMENT ON COLUMN breach_letter.mark IS 'pseudonym: HMAC of the address under a secret that is sealed with the text of the incident''s letter, and ends with it';
COMMENT ON COLUMN breach_letter.letter_id IS 'id: the letter, sealed elsewhere';
COMMENT ON COLUMN breach_letter.about_id IS 'id: the first order, or the account of the shop, by which the address was found';
COMMENT ON COLUMN breach_letter.made_at IS 'fact: when it was written, business time, UTC';
COMMENT ON COLUMN breach_letter.person_id IS 'id: the person of the shop who has had it written';
SELECT guard_seller_table('breach_letter');

CREATE TABLE breach_addressee (
    seller_id   uuid        NOT NULL,
    incident_id uuid        NOT NULL,
    about_id    uuid        NOT NULL,
    reach       text        NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (seller_id, incident_id, about_id),
    FOREIGN KEY (seller_id, incident_id) REFERENCES breach_incident (seller_id, incident_id)
);
COMMENT ON TABLE breach_addressee IS 'Whose people were to be written to after a breach, and whether they could be.';
COMMENT ON COLUMN breach_addressee.seller_id IS 'id: the seller';
COMMENT ON COLUMN breach_addressee.incident_id IS 'id: the incident';
COMMENT ON COLUMN breach_addressee.about_id IS 'id: the order, or the account of the shop';
COMMENT ON COLUMN breach_addressee.reach IS 'fact: code of whether they could be written to, values of the enum Reach';
COMMENT ON COLUMN breach_addressee.at IS 'fact: when that was looked at last, business time, UTC';
SELECT guard_seller_table('breach_addressee');
CREATE INDEX breach_addressee_reach ON breach_addressee (seller_id, incident_id, reach);

-- That somebody was written to is not taken back.
REVOKE UPDATE, DELETE ON breach_letter, breach_addressee FROM ${app_role};
GRANT UPDATE (reach, at) ON breach_addressee TO ${app_role};
