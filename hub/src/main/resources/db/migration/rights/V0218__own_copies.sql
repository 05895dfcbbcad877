ALTER TABLE rights_bundle ADD COLUMN contact_token bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN rights_bundle.contact_token IS 'token: of the address that the requester is answered at, so that a code sent there leads to the copy; 0 once the copy has ended';
CREATE INDEX rights_bundle_contact ON rights_bundle (seller_id, contact_token) WHERE contact_token <> 0;
ALTER TABLE rights_knock ADD COLUMN for_copy boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN rights_knock.for_copy IS 'fact: whether the code is to lead to a copy that was made, not to a request';
