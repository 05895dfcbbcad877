-- Beside personal_ends_on, which is of an order's people as a whole: an order may have been told without one of them.
ALTER TABLE order_order ADD COLUMN recipient_ends_on date;
ALTER TABLE order_order ADD COLUMN buyer_ends_on date;
COMMENT ON COLUMN order_order.recipient_ends_on IS 'fact: first day on which the sealed recipient cannot be opened; empty if none was sealed';
COMMENT ON COLUMN order_order.buyer_ends_on IS 'fact: first day on which the sealed buyer cannot be opened; empty if none was sealed';
