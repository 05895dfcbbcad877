CREATE TABLE letter_letter (
    seller_id  uuid        NOT NULL,
    letter_id  uuid        NOT NULL,
    about_id   uuid        NOT NULL,
    subject_id uuid        NOT NULL,
    template   text        NOT NULL CHECK (template ~ '^[A-Z_]+$'),
    state      text        NOT NULL,
    made_at    timestamptz NOT NULL,
    ends_on    date        NOT NULL,
    due_at     timestamptz,
    attempt_at timestamptz,
    unsure     smallint    NOT NULL DEFAULT 0,
    tries      integer     NOT NULL DEFAULT 0,
    sent_at    timestamptz,
    wrong      text        NOT NULL DEFAULT '',
    mend       text        NOT NULL DEFAULT '',
    PRIMARY KEY (seller_id, letter_id)
);
COMMENT ON TABLE letter_letter IS 'Letters that go out by e-mail, and what became of each; what they say and to whom is sealed.';
COMMENT ON COLUMN letter_letter.seller_id IS 'id: the seller';
COMMENT ON COLUMN letter_letter.letter_id IS 'id: the letter, random; its sealed text has the same one';
COMMENT ON COLUMN letter_letter.about_id IS 'id: what the letter belongs to, such as a rights request';
COMMENT ON COLUMN letter_letter.subject_id IS 'id: the data subject, random';
COMMENT ON COLUMN letter_letter.template IS 'fact: code of the text it was made from, source: the code';
COMMENT ON COLUMN letter_letter.state IS 'fact: where it stands, values of the enum LetterState';
COMMENT ON COLUMN letter_letter.made_at IS 'fact: when it was written, business time, UTC';
COMMENT ON COLUMN letter_letter.ends_on IS 'fact: first day on which its text can no longer be opened';
COMMENT ON COLUMN letter_letter.due_at IS 'fact: when it is to be sent, business time, UTC; empty once there is nothing to send';
COMMENT ON COLUMN letter_letter.attempt_at IS 'fact: since when a try to send it goes on whose outcome is not known, business time, UTC';
COMMENT ON COLUMN letter_letter.unsure IS 'fact: how many tries have ended without anybody knowing their outcome';
COMMENT ON COLUMN letter_letter.tries IS 'fact: how often it was tried to send it since a person last asked for it';
COMMENT ON COLUMN letter_letter.sent_at IS 'fact: when the mail server last took it, business time, UTC';
COMMENT ON COLUMN letter_letter.wrong IS 'fact: why it was not sent or came back, or empty, source: the code';
COMMENT ON COLUMN letter_letter.mend IS 'fact: what to do about it, or empty, source: the code';
SELECT guard_seller_table('letter_letter');
CREATE INDEX letter_letter_about ON letter_letter (seller_id, about_id, made_at);
CREATE INDEX letter_letter_due ON letter_letter (seller_id, due_at) WHERE state = 'WAITING';
CREATE INDEX letter_letter_unsent ON letter_letter (seller_id, made_at) WHERE state <> 'SENT';
