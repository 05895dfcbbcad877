-- Nought per cent on an export hangs on evidence that is held within three months of the time of supply (VEXP30300).
ALTER TABLE invoice_invoice ADD COLUMN evidence_due date;
COMMENT ON COLUMN invoice_invoice.evidence_due IS 'fact: last day to hold the evidence that the goods have left; empty if its VAT does not hang on one';
CREATE INDEX invoice_invoice_evidence ON invoice_invoice (seller_id, evidence_due) WHERE evidence_due IS NOT NULL;

CREATE TABLE invoice_evidence (
    seller_id uuid        NOT NULL,
    order_id  uuid        NOT NULL,
    kind      text        NOT NULL,
    held_on   date        NOT NULL,
    said_at   timestamptz NOT NULL,
    person_id uuid        NOT NULL,
    PRIMARY KEY (seller_id, order_id)
);
COMMENT ON TABLE invoice_evidence IS 'Of which orders the evidence that their goods have left is held, and which; the evidence itself is not here.';
COMMENT ON COLUMN invoice_evidence.seller_id IS 'id: the seller';
COMMENT ON COLUMN invoice_evidence.order_id IS 'id: the order';
COMMENT ON COLUMN invoice_evidence.kind IS 'fact: code of the evidence, values of the enum EvidenceKind';
COMMENT ON COLUMN invoice_evidence.held_on IS 'fact: the first day on which it was held';
COMMENT ON COLUMN invoice_evidence.said_at IS 'fact: when it was said, business time, UTC';
COMMENT ON COLUMN invoice_evidence.person_id IS 'id: the person who has said it';
SELECT guard_seller_table('invoice_evidence');
