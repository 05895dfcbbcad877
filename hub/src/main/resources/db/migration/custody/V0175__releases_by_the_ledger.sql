-- A release stands in the erasure ledger first. Where a crash, or an older backup, has left the hold standing, its copy is
-- gone all the same; then the hold is closed, and who has released it is not known here.
ALTER TABLE custody_legal_hold DROP CONSTRAINT custody_legal_hold_check;
ALTER TABLE custody_legal_hold ADD CONSTRAINT custody_legal_hold_released CHECK (released_by IS NULL OR released_at IS NOT NULL);
COMMENT ON COLUMN custody_legal_hold.released_by IS 'id: the person who released it; empty where that is known from the erasure ledger alone';
