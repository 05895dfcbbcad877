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
    call_off_tries   smallint    NOT NULL DEFAULT 0,
    tracking_tries   smallint    NOT NULL DEFAULT 0,
    tracking_due     timestamptz,
    news_due         timestamptz,
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
COMMENT ON COLUMN dispatch_shipment.state IS 'fact: BOOKING, LABEL_PENDING, BOOKED, PRINT_AT_COURIER, REFUSED, DISPATCHED, TO_CALL_OFF, CALL_OFF_BY_HAND or CALLED_OFF';
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
COMMENT ON COLUMN dispatch_shipment.call_off_tries IS 'fact: how often the courier was asked to call it off and did not answer';
COMMENT ON COLUMN dispatch_shipment.tracking_tries IS 'fact: how often the courier was asked for a tracking number it had not given';
COMMENT ON COLUMN dispatch_shipment.tracking_due IS 'fact: when it is asked for one, UTC; empty once it is known or given up';
COMMENT ON COLUMN dispatch_shipment.news_due IS 'fact: when the other modules are told that it has left, UTC; empty once they heard';
SELECT guard_seller_table('dispatch_shipment');
CREATE INDEX dispatch_shipment_state ON dispatch_shipment (seller_id, state, asked_at DESC);
CREATE INDEX dispatch_shipment_untold ON dispatch_shipment (seller_id, channel_due) WHERE channel_state = 'WAITING';
CREATE INDEX dispatch_shipment_news ON dispatch_shipment (seller_id, news_due) WHERE news_due IS NOT NULL;
CREATE INDEX dispatch_shipment_no_tracking ON dispatch_shipment (seller_id, tracking_due) WHERE tracking_due IS NOT NULL;

CREATE TABLE dispatch_parcel_line (
    seller_id       uuid    NOT NULL,
    shipment_id     uuid    NOT NULL,
    channel_line_id text    NOT NULL,
    quantity        integer NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (seller_id, shipment_id, channel_line_id)
);
COMMENT ON TABLE dispatch_parcel_line IS 'What is in a parcel: what the channel still waited for when it was booked.';
COMMENT ON COLUMN dispatch_parcel_line.seller_id IS 'id: the seller';
COMMENT ON COLUMN dispatch_parcel_line.shipment_id IS 'id: the shipment';
COMMENT ON COLUMN dispatch_parcel_line.channel_line_id IS 'pseudonym: the channel''s line number';
COMMENT ON COLUMN dispatch_parcel_line.quantity IS 'fact: how many pieces of the line';
SELECT guard_seller_table('dispatch_parcel_line');
