-- Who has said whether a customer's VAT number is registered, and under which number the question is noted there.
ALTER TABLE invoice_customer_number
    ADD COLUMN source       text NOT NULL DEFAULT '',
    ADD COLUMN consultation text NOT NULL DEFAULT '';
COMMENT ON COLUMN invoice_customer_number.source IS 'fact: the register that has said so, source: the code; empty for a person';
COMMENT ON COLUMN invoice_customer_number.consultation IS 'fact: the number under which the question is noted there, or empty, source: the register';
