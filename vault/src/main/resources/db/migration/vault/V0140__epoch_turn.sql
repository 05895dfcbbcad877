-- Turning the epoch asks for the members of a group, and which groups have lost one since the last turn. A destroyed
-- secret names its group until the survivors have been wrapped under a new group key.
CREATE INDEX vault_subject_secret_group ON vault_subject_secret (seller_id, group_id);
DROP INDEX vault_subject_secret_forgotten;
CREATE INDEX vault_subject_secret_forgotten ON vault_subject_secret (seller_id, group_id) WHERE wrapped IS NULL;
COMMENT ON COLUMN vault_subject_secret.group_id IS 'id: the group key it is wrapped under; a destroyed secret keeps it until the group has a new key';
CREATE INDEX vault_group_key_epoch ON vault_group_key (seller_id, epoch);
