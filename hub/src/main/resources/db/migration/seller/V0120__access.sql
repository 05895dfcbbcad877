ALTER TABLE seller_person ADD COLUMN access integer NOT NULL DEFAULT 1;
COMMENT ON COLUMN seller_person.access IS 'fact: counts changes of access, role and password; whoever signed in before the last one has to sign in again';
