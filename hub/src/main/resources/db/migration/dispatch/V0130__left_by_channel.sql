-- Parcels whose channels do not know stand first on the packer's page, among however many that do.
CREATE INDEX dispatch_shipment_left ON dispatch_shipment (seller_id, channel_state, asked_at DESC)
    WHERE state = 'DISPATCHED';
