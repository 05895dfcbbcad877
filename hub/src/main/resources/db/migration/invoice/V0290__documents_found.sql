-- Documents are found again by the number that the channel has for their order.
CREATE INDEX invoice_invoice_reference ON invoice_invoice (seller_id, order_reference);
