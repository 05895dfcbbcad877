-- Of an order that names two people, as a gift does, one may have the use of their part restricted, and not the other's.
ALTER TABLE vault_restriction
    ADD COLUMN purposes text[] NOT NULL
        DEFAULT '{DELIVERY,LABEL,SERVICE,TAX_RECORD,MARKETING,STAFF,RIGHTS_REQUEST,LEGAL_CLAIM}';
ALTER TABLE vault_restriction ALTER COLUMN purposes DROP DEFAULT;
COMMENT ON COLUMN vault_restriction.purposes IS 'fact: names of the purposes it is restricted for, values of the enum Purpose';
