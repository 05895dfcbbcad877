CREATE TABLE dispatch_shipment (
    seller_id        uuid        NOT NULL,
    shipment_id      uuid        NOT NULL,
    order_id         uuid        NOT NULL,
    label_no         smallint    NOT NULL,
    account_id       uuid        NOT NULL,
    state            text        NOT NULL,
    service_code     text        NOT NULL,
    package_format   text        NOT NULL,
    weight_grams     integer     NOT NULL CHECK (weight_grams > 0),
    made_because     text        NOT NULL,
    reference        text        NOT NULL,
    courier_order_id text        NOT NULL DEFAULT '',
    tracking_number  text        NOT NULL DEFAULT '',
    claimed_until    timestamptz NOT NULL,
    asked_at         timestamptz NOT NULL,
    booked_at        timestamptz,
    label_ends_on    date,
    printed_at       timestamptz,
    dispatched_at    timestamptz,
    channel_state    text        NOT NULL DEFAULT '',
    channel_tries    smallint    NOT NULL DEFAULT 0,
    channel_due      timestamptz,
    wrong            text        NOT NULL DEFAULT '',
    mend             text        NOT NULL DEFAULT '',
    PRIMARY KEY (seller_id, shipment_id),
    UNIQUE (seller_id, order_id, label_no),
    UNIQUE (seller_id, reference)
);
COMMENT ON TABLE dispatch_shipment IS 'Parcels: written before the courier is asked, completed by its answer. The label itself is in the vault.';
COMMENT ON COLUMN dispatch_shipment.seller_id IS 'id: the seller';
COMMENT ON COLUMN dispatch_shipment.shipment_id IS 'id: the shipment, and its label in the vault';
COMMENT ON COLUMN dispatch_shipment.order_id IS 'id: the order';
COMMENT ON COLUMN dispatch_shipment.label_no IS 'fact: counts the attempts and labels of the order from 1; two people cannot make the same one';
COMMENT ON COLUMN dispatch_shipment.account_id IS 'id: the courier account';
COMMENT ON COLUMN dispatch_shipment.state IS 'fact: BOOKING, BOOKED, PRINT_AT_COURIER, REFUSED, DISPATCHED or REPLACED';
COMMENT ON COLUMN dispatch_shipment.service_code IS 'fact: the courier''s service code, source: the courier';
COMMENT ON COLUMN dispatch_shipment.package_format IS 'fact: the courier''s name of the package format, source: the courier';
COMMENT ON COLUMN dispatch_shipment.weight_grams IS 'fact: weight with packing, in grams';
COMMENT ON COLUMN dispatch_shipment.made_because IS 'fact: FIRST, or the reason code of a label made anew';
COMMENT ON COLUMN dispatch_shipment.reference IS 'pseudonym: our reference at the courier, by which an unknown outcome is asked for';
COMMENT ON COLUMN dispatch_shipment.courier_order_id IS 'pseudonym: the courier''s number of the booking';
COMMENT ON COLUMN dispatch_shipment.tracking_number IS 'pseudonym: the courier''s tracking number';
COMMENT ON COLUMN dispatch_shipment.claimed_until IS 'fact: until when nobody else may ask the courier about it, UTC';
COMMENT ON COLUMN dispatch_shipment.asked_at IS 'fact: when the courier was asked, UTC';
COMMENT ON COLUMN dispatch_shipment.booked_at IS 'fact: when the booking was known, UTC';
COMMENT ON COLUMN dispatch_shipment.label_ends_on IS 'fact: first day on which the label cannot be printed again';
COMMENT ON COLUMN dispatch_shipment.printed_at IS 'fact: when the label was last printed, UTC';
COMMENT ON COLUMN dispatch_shipment.dispatched_at IS 'fact: when the parcel left, UTC';
COMMENT ON COLUMN dispatch_shipment.channel_state IS 'fact: WAITING, TOLD or STOPPED once it was dispatched, or empty';
COMMENT ON COLUMN dispatch_shipment.channel_tries IS 'fact: how often the channel was told in vain';
COMMENT ON COLUMN dispatch_shipment.channel_due IS 'fact: when the channel is to be told, UTC';
COMMENT ON COLUMN dispatch_shipment.wrong IS 'fact: what went wrong last, or empty, source: the code';
COMMENT ON COLUMN dispatch_shipment.mend IS 'fact: what to do about it, or empty, source: the code';
SELECT guard_seller_table('dispatch_shipment');
CREATE INDEX dispatch_shipment_state ON dispatch_shipment (seller_id, state, asked_at DESC);
CREATE INDEX dispatch_shipment_untold ON dispatch_shipment (seller_id, channel_due) WHERE channel_state = 'WAITING';
