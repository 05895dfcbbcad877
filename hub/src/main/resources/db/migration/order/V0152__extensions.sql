ALTER TABLE order_order ADD COLUMN extended_on date;
ALTER TABLE order_order ADD COLUMN extended_because text;
COMMENT ON COLUMN order_order.extended_on IS 'fact: the day on which its personal data was last carried on; empty if it never was';
COMMENT ON COLUMN order_order.extended_because IS 'fact: why it was, a state of an open order or a code of why an address was renewed';
COMMENT ON COLUMN order_order.personal_ends_on IS 'fact: first day on which its delivery data cannot be opened, and of an open order all of its personal data; none was given if empty';
