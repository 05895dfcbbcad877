ALTER TABLE breach_scope ADD COLUMN contacts uuid[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN breach_scope.contacts IS 'id: data subjects of no order and no account of the shop of whom an address is kept, so that they can be written to';
COMMENT ON COLUMN breach_letter.about_id IS 'id: the first order, account of the shop, or data subject of neither, by which the address was found';
COMMENT ON COLUMN breach_addressee.about_id IS 'id: the order, the account of the shop, or the data subject of neither';
COMMENT ON COLUMN breach_step.told IS 'fact: people of how many orders, accounts and others were written to by then';
