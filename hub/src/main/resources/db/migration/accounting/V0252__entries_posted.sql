-- What stands in the journal beside the documents of sales, such as a settlement, is entered into the books of a service once.
CREATE TABLE accounting_posted_entry (
    seller_id  uuid NOT NULL,
    account_id uuid NOT NULL,
    source_id  uuid NOT NULL,
    posting_id uuid NOT NULL,
    PRIMARY KEY (seller_id, account_id, source_id),
    FOREIGN KEY (seller_id, posting_id) REFERENCES accounting_posting (seller_id, posting_id)
);
COMMENT ON TABLE accounting_posted_entry IS 'Which settlement a posting enters; each once for an account.';
COMMENT ON COLUMN accounting_posted_entry.seller_id IS 'id: the seller';
COMMENT ON COLUMN accounting_posted_entry.account_id IS 'id: the account at the accounting service';
COMMENT ON COLUMN accounting_posted_entry.source_id IS 'id: the settlement';
COMMENT ON COLUMN accounting_posted_entry.posting_id IS 'id: the posting';
SELECT guard_seller_table('accounting_posted_entry');
REVOKE UPDATE, DELETE ON accounting_posted_entry FROM ${app_role};
CREATE UNIQUE INDEX accounting_posted_entry_posting ON accounting_posted_entry (seller_id, posting_id);
