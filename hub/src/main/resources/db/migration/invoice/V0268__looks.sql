-- How documents of a channel look. What was issued is printed again as it was, so each change is a row of its own and none goes.
CREATE TABLE invoice_look (
    seller_id  uuid        NOT NULL,
    look_id    uuid        NOT NULL,
    account_id uuid,
    language   text        NOT NULL,
    logo       bytea,
    footer     text        NOT NULL,
    said_at    timestamptz NOT NULL,
    person_id  uuid        NOT NULL,
    PRIMARY KEY (seller_id, look_id)
);
COMMENT ON TABLE invoice_look IS 'How documents look: the shop''s logo, its line at the foot, the language; the latest row of a channel counts, and none is ever changed.';
COMMENT ON COLUMN invoice_look.seller_id IS 'id: the seller';
COMMENT ON COLUMN invoice_look.look_id IS 'id: the look';
COMMENT ON COLUMN invoice_look.account_id IS 'id: the account at the channel whose documents look so; empty for all that have none of their own';
COMMENT ON COLUMN invoice_look.language IS 'fact: the language, values of the enum DocumentLanguage; empty for the one of the country of destination';
COMMENT ON COLUMN invoice_look.logo IS 'fact: the shop''s logo as PNG, made anew from what was uploaded; empty for none';
COMMENT ON COLUMN invoice_look.footer IS 'fact: the shop''s own line at the foot, or empty, source: the seller''s details';
COMMENT ON COLUMN invoice_look.said_at IS 'fact: when it was said, business time, UTC';
COMMENT ON COLUMN invoice_look.person_id IS 'id: who said it';
SELECT guard_seller_table('invoice_look');
REVOKE UPDATE, DELETE ON invoice_look FROM ${app_role};
CREATE INDEX invoice_look_latest ON invoice_look (seller_id, said_at DESC);

ALTER TABLE invoice_invoice
    ADD COLUMN language text NOT NULL DEFAULT 'ENGLISH',
    ADD COLUMN look_id  uuid;
COMMENT ON COLUMN invoice_invoice.language IS 'fact: the language it is written in, values of the enum DocumentLanguage';
COMMENT ON COLUMN invoice_invoice.look_id IS 'id: how it looks; empty for the plain look';
COMMENT ON COLUMN invoice_invoice.kind IS 'fact: code of the document, values of the enum InvoiceKind';
