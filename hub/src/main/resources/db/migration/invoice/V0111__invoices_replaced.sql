-- A full invoice can take the place of a short one: it has a number of its own and names the one it replaces.
ALTER TABLE invoice_invoice ADD COLUMN replaces uuid;
COMMENT ON COLUMN invoice_invoice.replaces IS 'id: the invoice of the same order that it takes the place of; that one no longer counts';
COMMENT ON TABLE invoice_invoice IS 'Issued invoices and statements; never changed. The customer of a full one is in the vault. One that another replaces no longer counts: sums leave it out.';
ALTER TABLE invoice_invoice DROP CONSTRAINT invoice_invoice_seller_id_order_id_key;
CREATE INDEX invoice_invoice_order ON invoice_invoice (seller_id, order_id);
-- One invoice for each order, and one in place of another.
CREATE UNIQUE INDEX invoice_invoice_first ON invoice_invoice (seller_id, order_id) WHERE replaces IS NULL;
CREATE UNIQUE INDEX invoice_invoice_replaces ON invoice_invoice (seller_id, replaces) WHERE replaces IS NOT NULL;
