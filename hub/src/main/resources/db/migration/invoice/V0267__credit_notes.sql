-- A credit note is a document like an invoice, with a number of its own and amounts below nought, so that sums over documents
-- are right by themselves. It counts on the day on which the money was paid back (SI 1995/2518 regs. 24A to 24C).
ALTER TABLE invoice_invoice
    ADD COLUMN credits       uuid,
    ADD COLUMN credit_reason text NOT NULL DEFAULT '';
COMMENT ON COLUMN invoice_invoice.credits IS 'id: the invoice of the same order that it credits; empty for an invoice';
COMMENT ON COLUMN invoice_invoice.credit_reason IS 'fact: code of why it credits, values of the enum CreditReason; empty for an invoice';
COMMENT ON COLUMN invoice_invoice.supplied_on IS 'fact: the time of supply, or of a credit note the day on which the money was paid back; a day in London';
COMMENT ON TABLE invoice_invoice IS 'Issued invoices, statements and credit notes; never changed. The customer of a full one is in the vault. One that another replaces no longer counts: sums leave it out.';
COMMENT ON COLUMN invoice_series.series IS 'fact: the series, a year after V for VAT invoices, S for statements, CV or CS for what credits them, source: the code';
ALTER TABLE invoice_invoice ADD CHECK (credits IS NULL OR (replaces IS NULL AND gross_minor < 0));
DROP INDEX invoice_invoice_first;
CREATE UNIQUE INDEX invoice_invoice_first ON invoice_invoice (seller_id, order_id) WHERE replaces IS NULL AND credits IS NULL;
CREATE INDEX invoice_invoice_credits ON invoice_invoice (seller_id, credits) WHERE credits IS NOT NULL;

ALTER TABLE invoice_line ADD COLUMN of_line integer;
COMMENT ON COLUMN invoice_line.of_line IS 'fact: of a credit note, the line of the invoice that it credits; empty for an invoice';

-- What a channel says was paid back, until credit notes cover it.
CREATE TABLE invoice_refund (
    seller_id uuid    NOT NULL,
    order_id  uuid    NOT NULL,
    seen_on   date    NOT NULL,
    aside     boolean NOT NULL DEFAULT false,
    PRIMARY KEY (seller_id, order_id)
);
COMMENT ON TABLE invoice_refund IS 'Orders of which their channel says that money was paid back that no credit note covers yet.';
COMMENT ON COLUMN invoice_refund.seller_id IS 'id: the seller';
COMMENT ON COLUMN invoice_refund.order_id IS 'id: the order';
COMMENT ON COLUMN invoice_refund.seen_on IS 'fact: the day on which it was first told, a day in London';
COMMENT ON COLUMN invoice_refund.aside IS 'fact: whether a person said that none is to be issued here';
SELECT guard_seller_table('invoice_refund');
