ALTER TABLE rights_request ADD COLUMN carry_out_from timestamptz;
COMMENT ON COLUMN rights_request.carry_out_from IS 'fact: before when nothing is carried out, so that the contact on the order can stop it';

CREATE TABLE rights_knock (
    seller_id     uuid        NOT NULL,
    knock_id      uuid        NOT NULL,
    kind          text        NOT NULL,
    law           text        NOT NULL,
    subject_id    uuid        NOT NULL,
    contact_token bigint      NOT NULL,
    came_at       timestamptz NOT NULL,
    state         text        NOT NULL,
    code_hash     bytea,
    tries         integer     NOT NULL DEFAULT 0,
    request_id    uuid,
    stop_hash     bytea,
    PRIMARY KEY (seller_id, knock_id)
);
COMMENT ON TABLE rights_knock IS 'What strangers have asked for on the public page, until they have repeated the code that was sent to a contact on an order.';
COMMENT ON COLUMN rights_knock.seller_id IS 'id: the seller';
COMMENT ON COLUMN rights_knock.knock_id IS 'id: which';
COMMENT ON COLUMN rights_knock.kind IS 'fact: what is asked for, values of the enum RequestKind';
COMMENT ON COLUMN rights_knock.law IS 'fact: by which law, values of the enum Law';
COMMENT ON COLUMN rights_knock.subject_id IS 'id: under whom what was typed is sealed, random';
COMMENT ON COLUMN rights_knock.contact_token IS 'token: of the address that was typed, so that nobody is sent many codes';
COMMENT ON COLUMN rights_knock.came_at IS 'fact: when, business time, UTC';
COMMENT ON COLUMN rights_knock.state IS 'fact: where it stands, values of the enum KnockState';
COMMENT ON COLUMN rights_knock.code_hash IS 'secret: of the code that was sent';
COMMENT ON COLUMN rights_knock.tries IS 'fact: how many wrong codes were typed';
COMMENT ON COLUMN rights_knock.request_id IS 'id: the request that came of it';
COMMENT ON COLUMN rights_knock.stop_hash IS 'secret: of what the contact can stop it by';
SELECT guard_seller_table('rights_knock');
CREATE INDEX rights_knock_state ON rights_knock (seller_id, state, came_at);
CREATE INDEX rights_knock_contact ON rights_knock (seller_id, contact_token, came_at);
