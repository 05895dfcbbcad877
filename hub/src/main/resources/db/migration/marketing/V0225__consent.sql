CREATE TABLE marketing_wording (
    seller_id  uuid        NOT NULL,
    wording_id uuid        NOT NULL,
    kind       text        NOT NULL,
    number     integer     NOT NULL CHECK (number > 0),
    words      text        NOT NULL CHECK (words <> ''),
    made_at    timestamptz NOT NULL,
    made_by    uuid,
    PRIMARY KEY (seller_id, wording_id),
    UNIQUE (seller_id, kind, number)
);
COMMENT ON TABLE marketing_wording IS 'The exact words that people are shown when they agree to marketing, or are offered to refuse it; each version stays as it is.';
COMMENT ON COLUMN marketing_wording.seller_id IS 'id: the seller';
COMMENT ON COLUMN marketing_wording.wording_id IS 'id: the wording';
COMMENT ON COLUMN marketing_wording.kind IS 'fact: what the words are for, values of the enum WordingKind';
COMMENT ON COLUMN marketing_wording.number IS 'fact: its version, counted from 1 for each kind';
COMMENT ON COLUMN marketing_wording.words IS 'fact: the words, source: the seller writes them for everybody to read; they name the shop alone';
COMMENT ON COLUMN marketing_wording.made_at IS 'fact: when it was written, business time, UTC';
COMMENT ON COLUMN marketing_wording.made_by IS 'id: the person of the shop who has written it; empty for made-up shops';
SELECT guard_seller_table('marketing_wording');
-- What people were shown is what they were shown: a version is never changed.
REVOKE UPDATE, DELETE ON marketing_wording FROM ${app_role};

CREATE TABLE marketing_person (
    seller_id     uuid        NOT NULL,
    person_id     uuid        NOT NULL,
    subject_id    uuid        NOT NULL,
    state         text        NOT NULL,
    state_at      timestamptz NOT NULL,
    made_at       timestamptz NOT NULL,
    ends_on       date        NOT NULL,
    contact_token bigint      NOT NULL,
    PRIMARY KEY (seller_id, person_id)
);
COMMENT ON TABLE marketing_person IS 'People who have agreed to marketing or were asked to, and where each stands; their address is sealed, and destroyed once they want no more.';
COMMENT ON COLUMN marketing_person.seller_id IS 'id: the seller';
COMMENT ON COLUMN marketing_person.person_id IS 'id: the person, random; their sealed address has the same one';
COMMENT ON COLUMN marketing_person.subject_id IS 'id: the data subject, random, of this consent alone';
COMMENT ON COLUMN marketing_person.state IS 'fact: where it stands, values of the enum ConsentState';
COMMENT ON COLUMN marketing_person.state_at IS 'fact: since when, business time, UTC';
COMMENT ON COLUMN marketing_person.made_at IS 'fact: when it was taken in, business time, UTC';
COMMENT ON COLUMN marketing_person.ends_on IS 'fact: first day on which the sealed address cannot be opened';
COMMENT ON COLUMN marketing_person.contact_token IS 'token: of the address, so that nobody is sent many letters; 0 after two days';
SELECT guard_seller_table('marketing_person');
REVOKE DELETE ON marketing_person FROM ${app_role};
CREATE INDEX marketing_person_state ON marketing_person (seller_id, state, state_at);
CREATE INDEX marketing_person_contact ON marketing_person (seller_id, contact_token, made_at) WHERE contact_token <> 0;

CREATE TABLE marketing_event (
    seller_id  uuid        NOT NULL,
    person_id  uuid        NOT NULL,
    event_no   bigint      GENERATED ALWAYS AS IDENTITY,
    what       text        NOT NULL,
    way        text        NOT NULL,
    at         timestamptz NOT NULL,
    wording_id uuid,
    proof      text        NOT NULL DEFAULT '',
    evidence   text        NOT NULL DEFAULT '',
    given_on   date,
    staff_id   uuid,
    PRIMARY KEY (seller_id, person_id, event_no),
    FOREIGN KEY (seller_id, person_id) REFERENCES marketing_person (seller_id, person_id),
    FOREIGN KEY (seller_id, wording_id) REFERENCES marketing_wording (seller_id, wording_id)
);
COMMENT ON TABLE marketing_event IS 'The ledger of consent: who was asked, gave, confirmed, withdrew or objected, when and how, with the proof (Art 7(1)); ids alone, so that it outlives the address.';
COMMENT ON COLUMN marketing_event.seller_id IS 'id: the seller';
COMMENT ON COLUMN marketing_event.person_id IS 'id: the person';
COMMENT ON COLUMN marketing_event.event_no IS 'fact: their order';
COMMENT ON COLUMN marketing_event.what IS 'fact: what happened, values of the enum ConsentAct';
COMMENT ON COLUMN marketing_event.way IS 'fact: how it came about, values of the enum ConsentWay';
COMMENT ON COLUMN marketing_event.at IS 'fact: when, business time, UTC';
COMMENT ON COLUMN marketing_event.wording_id IS 'id: the words that the person was shown';
COMMENT ON COLUMN marketing_event.proof IS 'fact: kind of the proof, values of the enum ConsentProof; empty for none';
COMMENT ON COLUMN marketing_event.evidence IS 'pseudonym: code of the place where the proof lies, such as that of a sheet; empty for none';
COMMENT ON COLUMN marketing_event.given_on IS 'fact: the day on which the person said it, where it was written down later';
COMMENT ON COLUMN marketing_event.staff_id IS 'id: the person of the shop who has written it down; empty for what comes in by itself';
SELECT guard_seller_table('marketing_event');
-- What was said was said: the application adds to it and changes nothing.
REVOKE UPDATE, DELETE ON marketing_event FROM ${app_role};

CREATE TABLE marketing_stop (
    seller_id uuid        NOT NULL,
    token     bigint      NOT NULL,
    why       text        NOT NULL,
    since     timestamptz NOT NULL,
    person_id uuid,
    lifted_at timestamptz,
    PRIMARY KEY (seller_id, token)
);
COMMENT ON TABLE marketing_stop IS 'Who wants no marketing (Art 21(3)): keyed tokens of addresses, so that none of them is taken in again but by the person.';
COMMENT ON COLUMN marketing_stop.seller_id IS 'id: the seller';
COMMENT ON COLUMN marketing_stop.token IS 'token: of the address and the seller';
COMMENT ON COLUMN marketing_stop.why IS 'fact: what the person has done, values of the enum ConsentAct';
COMMENT ON COLUMN marketing_stop.since IS 'fact: since when, business time, UTC';
COMMENT ON COLUMN marketing_stop.person_id IS 'id: whose consent has ended with it, if there was one';
COMMENT ON COLUMN marketing_stop.lifted_at IS 'fact: when the person has come back by a confirmed consent of their own, business time, UTC';
SELECT guard_seller_table('marketing_stop');
REVOKE DELETE ON marketing_stop FROM ${app_role};

CREATE TABLE marketing_link (
    seller_id uuid        NOT NULL,
    hash      bytea       NOT NULL,
    person_id uuid        NOT NULL,
    leads_to  text        NOT NULL,
    made_at   timestamptz NOT NULL,
    PRIMARY KEY (seller_id, hash),
    FOREIGN KEY (seller_id, person_id) REFERENCES marketing_person (seller_id, person_id)
);
COMMENT ON TABLE marketing_link IS 'Links in letters by which people confirm or withdraw; gone once the person wants no more.';
COMMENT ON COLUMN marketing_link.seller_id IS 'id: the seller';
COMMENT ON COLUMN marketing_link.hash IS 'secret: hash of what the link ends in';
COMMENT ON COLUMN marketing_link.person_id IS 'id: the person';
COMMENT ON COLUMN marketing_link.leads_to IS 'fact: what the link does, values of the enum LinkUse';
COMMENT ON COLUMN marketing_link.made_at IS 'fact: when it was made, business time, UTC';
SELECT guard_seller_table('marketing_link');
CREATE INDEX marketing_link_person ON marketing_link (seller_id, person_id);
