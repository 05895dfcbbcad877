-- A full invoice can take the place of the short ones of several orders of one customer. Which of them it takes the place of, and
-- which of its lines are whose, is kept here for every replacement; invoice_invoice.replaces is the first of them.
CREATE TABLE invoice_replaced (
    seller_id  uuid     NOT NULL,
    earlier_id uuid     NOT NULL,
    later_id   uuid     NOT NULL,
    order_id   uuid     NOT NULL,
    first_line smallint NOT NULL CHECK (first_line > 0),
    last_line  smallint NOT NULL CHECK (last_line >= first_line),
    -- Nothing is replaced twice.
    PRIMARY KEY (seller_id, earlier_id),
    UNIQUE (seller_id, later_id, order_id)
);
COMMENT ON TABLE invoice_replaced IS 'Short invoices that a full one has taken the place of; never changed.';
COMMENT ON COLUMN invoice_replaced.seller_id IS 'id: the seller';
COMMENT ON COLUMN invoice_replaced.earlier_id IS 'id: the short invoice, which no longer counts';
COMMENT ON COLUMN invoice_replaced.later_id IS 'id: the full invoice in its place';
COMMENT ON COLUMN invoice_replaced.order_id IS 'id: the order of the short invoice';
COMMENT ON COLUMN invoice_replaced.first_line IS 'fact: the first line of the full one that tells what the short one told';
COMMENT ON COLUMN invoice_replaced.last_line IS 'fact: the last of these lines';
SELECT guard_seller_table('invoice_replaced');
REVOKE UPDATE, DELETE ON invoice_replaced FROM ${app_role};
CREATE INDEX invoice_replaced_order ON invoice_replaced (seller_id, order_id);

COMMENT ON COLUMN invoice_invoice.order_id IS 'id: the order; of an invoice for several the first';
COMMENT ON COLUMN invoice_invoice.replaces IS 'id: the invoice that it takes the place of, of several the first; that one no longer counts';
COMMENT ON COLUMN invoice_invoice.credits IS 'id: the invoice that it credits, of the same order or of several with it; empty for an invoice';

-- The owner of these tables sees rows of no seller, so for what was replaced by now the policies stand aside in this transaction.
ALTER TABLE invoice_invoice NO FORCE ROW LEVEL SECURITY;
ALTER TABLE invoice_line NO FORCE ROW LEVEL SECURITY;
ALTER TABLE invoice_replaced NO FORCE ROW LEVEL SECURITY;
INSERT INTO invoice_replaced (seller_id, earlier_id, later_id, order_id, first_line, last_line)
SELECT later.seller_id, later.replaces, later.invoice_id, later.order_id, 1, max(line.line)
  FROM invoice_invoice later
  JOIN invoice_line line ON line.seller_id = later.seller_id AND line.invoice_id = later.invoice_id
 WHERE later.replaces IS NOT NULL
 GROUP BY later.seller_id, later.replaces, later.invoice_id, later.order_id;
ALTER TABLE invoice_invoice FORCE ROW LEVEL SECURITY;
ALTER TABLE invoice_line FORCE ROW LEVEL SECURITY;
ALTER TABLE invoice_replaced FORCE ROW LEVEL SECURITY;
