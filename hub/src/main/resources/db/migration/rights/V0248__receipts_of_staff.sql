ALTER TABLE rights_receipt ADD COLUMN account_subject uuid;
COMMENT ON COLUMN rights_receipt.account_subject IS 'id: the data subject under whom an account of the shop was sealed that was erased, random; empty for orders';
