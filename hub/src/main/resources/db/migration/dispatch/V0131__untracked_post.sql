ALTER TABLE dispatch_shipment ADD COLUMN tracked boolean NOT NULL DEFAULT true;
ALTER TABLE dispatch_shipment ADD COLUMN tracking_typed boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN dispatch_shipment.tracked IS 'fact: whether its service gives a tracking number';
COMMENT ON COLUMN dispatch_shipment.tracking_typed IS 'fact: whether a person has typed the tracking number';

-- The one untracked service there was till now. Row level security keeps an UPDATE from all sellers' rows at once; a
-- column that is written anew sees them all.
ALTER TABLE dispatch_shipment ALTER COLUMN tracked DROP DEFAULT;
ALTER TABLE dispatch_shipment ALTER COLUMN tracked TYPE boolean USING service_code <> 'STL1';
