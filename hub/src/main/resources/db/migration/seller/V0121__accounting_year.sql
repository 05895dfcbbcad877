ALTER TABLE seller_details ADD COLUMN accounting_year_ends text NOT NULL DEFAULT ''
    CHECK (accounting_year_ends ~ '^(--[0-9]{2}-[0-9]{2})?$');
COMMENT ON COLUMN seller_details.accounting_year_ends IS 'fact: month and day on which the accounting year of the business ends, such as --03-31, or empty while nobody has said it, source: its owner';
