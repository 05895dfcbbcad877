CREATE TABLE rights_request (
    seller_id         uuid        NOT NULL,
    request_id        uuid        NOT NULL,
    request_no        bigint      NOT NULL,
    kind              text        NOT NULL,
    door              text        NOT NULL,
    law               text        NOT NULL,
    subject_id        uuid        NOT NULL,
    received_on       date        NOT NULL,
    taken_in_at       timestamptz NOT NULL,
    taken_in_by       uuid,
    identity_asked_on date,
    identity_known_on date,
    identity_proof    text,
    extended_on       date,
    state             text        NOT NULL,
    refused_because   text,
    second_look_due   boolean     NOT NULL DEFAULT false,
    closed_at         timestamptz,
    record_ends_on    date        NOT NULL,
    PRIMARY KEY (seller_id, request_id),
    UNIQUE (seller_id, request_no)
);
COMMENT ON TABLE rights_request IS 'What people have asked for under Art 15 to 21, and complaints (DPA 2018, s. 164A): when, and where it stands. Who asked is sealed.';
COMMENT ON COLUMN rights_request.seller_id IS 'id: the seller';
COMMENT ON COLUMN rights_request.request_id IS 'id: the request';
COMMENT ON COLUMN rights_request.request_no IS 'fact: counts the requests of a seller from 1';
COMMENT ON COLUMN rights_request.kind IS 'fact: what is asked for, values of the enum RequestKind';
COMMENT ON COLUMN rights_request.door IS 'fact: how it came in, values of the enum Door';
COMMENT ON COLUMN rights_request.law IS 'fact: by which law it is dealt with, values of the enum Law';
COMMENT ON COLUMN rights_request.subject_id IS 'id: under whom the requester is sealed, random';
COMMENT ON COLUMN rights_request.received_on IS 'fact: the day on which it was received';
COMMENT ON COLUMN rights_request.taken_in_at IS 'fact: when it was written down, business time, UTC';
COMMENT ON COLUMN rights_request.taken_in_by IS 'id: the person of the shop who has written it down';
COMMENT ON COLUMN rights_request.identity_asked_on IS 'fact: the day on which the requester was asked to show who they are; until they have, the month does not begin';
COMMENT ON COLUMN rights_request.identity_known_on IS 'fact: the day on which they have shown it';
COMMENT ON COLUMN rights_request.identity_proof IS 'fact: how, values of the enum IdentityProof';
COMMENT ON COLUMN rights_request.extended_on IS 'fact: the day on which the requester was told that it takes two months more';
COMMENT ON COLUMN rights_request.state IS 'fact: where it stands, values of the enum RequestState';
COMMENT ON COLUMN rights_request.refused_because IS 'fact: why it was refused, values of the enum RefusalReason';
COMMENT ON COLUMN rights_request.second_look_due IS 'fact: whether something was erased and it was not looked again since';
COMMENT ON COLUMN rights_request.closed_at IS 'fact: when it was closed, business time, UTC';
COMMENT ON COLUMN rights_request.record_ends_on IS 'fact: first day on which who asked cannot be opened';
SELECT guard_seller_table('rights_request');
CREATE INDEX rights_request_open ON rights_request (seller_id, state, received_on);
CREATE INDEX rights_request_look ON rights_request (seller_id) WHERE second_look_due;

CREATE TABLE rights_clarification (
    seller_id   uuid   NOT NULL,
    request_id  uuid   NOT NULL,
    asked_on    date   NOT NULL,
    answered_on date,
    PRIMARY KEY (seller_id, request_id, asked_on),
    FOREIGN KEY (seller_id, request_id) REFERENCES rights_request (seller_id, request_id)
);
COMMENT ON TABLE rights_clarification IS 'Days on which a requester was asked what they mean; until they answer, days do not count (Data (Use and Access) Act 2025).';
COMMENT ON COLUMN rights_clarification.seller_id IS 'id: the seller';
COMMENT ON COLUMN rights_clarification.request_id IS 'id: the request';
COMMENT ON COLUMN rights_clarification.asked_on IS 'fact: the day of the question';
COMMENT ON COLUMN rights_clarification.answered_on IS 'fact: the day of the answer';
SELECT guard_seller_table('rights_clarification');

CREATE TABLE rights_order (
    seller_id  uuid    NOT NULL,
    request_id uuid    NOT NULL,
    order_id   uuid    NOT NULL,
    found_by   text[]  NOT NULL,
    theirs     boolean NOT NULL,
    PRIMARY KEY (seller_id, request_id, order_id),
    FOREIGN KEY (seller_id, request_id) REFERENCES rights_request (seller_id, request_id)
);
COMMENT ON TABLE rights_order IS 'Orders that a request is about, found blind or by their number and confirmed by a person.';
COMMENT ON COLUMN rights_order.seller_id IS 'id: the seller';
COMMENT ON COLUMN rights_order.request_id IS 'id: the request';
COMMENT ON COLUMN rights_order.order_id IS 'id: the order';
COMMENT ON COLUMN rights_order.found_by IS 'fact: by what it was found, values of the enum Clue';
COMMENT ON COLUMN rights_order.theirs IS 'fact: whether it is taken to be the requester''s';
SELECT guard_seller_table('rights_order');

CREATE TABLE rights_step (
    seller_id  uuid        NOT NULL,
    request_id uuid        NOT NULL,
    step_no    bigint      GENERATED ALWAYS AS IDENTITY,
    at         timestamptz NOT NULL,
    what       text        NOT NULL,
    detail     text        NOT NULL,
    person_id  uuid,
    PRIMARY KEY (seller_id, request_id, step_no),
    FOREIGN KEY (seller_id, request_id) REFERENCES rights_request (seller_id, request_id)
);
COMMENT ON TABLE rights_step IS 'What was done about a request, step by step.';
COMMENT ON COLUMN rights_step.seller_id IS 'id: the seller';
COMMENT ON COLUMN rights_step.request_id IS 'id: the request';
COMMENT ON COLUMN rights_step.step_no IS 'fact: their order';
COMMENT ON COLUMN rights_step.at IS 'fact: when, business time, UTC';
COMMENT ON COLUMN rights_step.what IS 'fact: code of the step, values of the enum Step';
COMMENT ON COLUMN rights_step.detail IS 'fact: codes and numbers that go with it, or empty';
COMMENT ON COLUMN rights_step.person_id IS 'id: who has done it; empty for what the hub does by itself';
SELECT guard_seller_table('rights_step');
-- What was done was done: the application adds to it and changes nothing.
REVOKE UPDATE, DELETE ON rights_step FROM ${app_role};
