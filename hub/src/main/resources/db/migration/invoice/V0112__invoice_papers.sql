-- The PDF of an invoice is made once and kept; what was issued looks the same for ever, whatever becomes of template and fonts.
CREATE TABLE invoice_paper (
    seller_id  uuid        NOT NULL,
    invoice_id uuid        NOT NULL,
    sha256     text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    kept_at    timestamptz NOT NULL,
    ends_on    date        NOT NULL,
    PRIMARY KEY (seller_id, invoice_id)
);
COMMENT ON TABLE invoice_paper IS 'The hash of each issued invoice''s PDF, which is in the vault; never changed.';
COMMENT ON COLUMN invoice_paper.seller_id IS 'id: the seller';
COMMENT ON COLUMN invoice_paper.invoice_id IS 'id: the invoice, and its PDF in the vault';
COMMENT ON COLUMN invoice_paper.sha256 IS 'fact: SHA-256 in hex over 32 random bytes sealed with the PDF, then the PDF; without them nobody can try out names on it, source: the code';
COMMENT ON COLUMN invoice_paper.kept_at IS 'fact: when it was made, business time, UTC';
COMMENT ON COLUMN invoice_paper.ends_on IS 'fact: first day on which the PDF cannot be opened';
SELECT guard_seller_table('invoice_paper');
REVOKE UPDATE, DELETE ON invoice_paper FROM ${app_role};
