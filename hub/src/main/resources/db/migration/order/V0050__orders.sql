CREATE TABLE order_order (
    seller_id        uuid        NOT NULL,
    order_id         uuid        NOT NULL,
    account_id       uuid        NOT NULL,
    service          text        NOT NULL,
    channel_order_id text        NOT NULL,
    state            text        NOT NULL,
    holds            text[]      NOT NULL DEFAULT '{}',
    cancel_requested boolean     NOT NULL,
    by_channel       boolean     NOT NULL,
    placed_at        timestamptz NOT NULL,
    changed_at       timestamptz NOT NULL,
    ship_by          timestamptz,
    currency         char(3)     NOT NULL,
    total_minor      bigint      NOT NULL,
    shipping_minor   bigint      NOT NULL,
    refunded_minor   bigint      NOT NULL,
    territory        text        NOT NULL,
    business         boolean     NOT NULL,
    vat_by_channel   boolean     NOT NULL,
    gift             boolean     NOT NULL,
    marketplace      text        NOT NULL,
    subject_id       uuid        NOT NULL,
    personal_ends_on date,
    closed_on        date,
    PRIMARY KEY (seller_id, order_id),
    UNIQUE (seller_id, channel_order_id, account_id)
);
COMMENT ON TABLE order_order IS 'Orders of all channels; whom they are for is in the vault.';
COMMENT ON COLUMN order_order.seller_id IS 'id: the seller';
COMMENT ON COLUMN order_order.order_id IS 'id: the order';
COMMENT ON COLUMN order_order.account_id IS 'id: the channel account it came from';
COMMENT ON COLUMN order_order.service IS 'fact: the channel, AMAZON or EBAY';
COMMENT ON COLUMN order_order.channel_order_id IS 'pseudonym: the channel''s order number';
COMMENT ON COLUMN order_order.state IS 'fact: AWAITING_PAYMENT, OPEN, READY, DISPATCHED, CANCELLED, RETURNED or ON_HOLD';
COMMENT ON COLUMN order_order.holds IS 'fact: what is in its way, values of the enum HoldReason';
COMMENT ON COLUMN order_order.cancel_requested IS 'fact: whether the channel has told that the buyer wants to call it off';
COMMENT ON COLUMN order_order.by_channel IS 'fact: whether the channel sends it itself';
COMMENT ON COLUMN order_order.placed_at IS 'fact: when the buyer placed it, UTC';
COMMENT ON COLUMN order_order.changed_at IS 'fact: when the channel last changed it, UTC';
COMMENT ON COLUMN order_order.ship_by IS 'fact: when it must leave, UTC';
COMMENT ON COLUMN order_order.currency IS 'fact: ISO 4217 code of its amounts';
COMMENT ON COLUMN order_order.total_minor IS 'fact: what the buyer pays, minor units, VAT included';
COMMENT ON COLUMN order_order.shipping_minor IS 'fact: of which delivery, minor units, VAT included';
COMMENT ON COLUMN order_order.refunded_minor IS 'fact: what the channel has given back to the buyer, minor units';
COMMENT ON COLUMN order_order.territory IS 'fact: destination for tax and couriers, an ISO country code or XI for Northern Ireland, source: country and postcode area of the address';
COMMENT ON COLUMN order_order.business IS 'fact: whether the buyer is a business';
COMMENT ON COLUMN order_order.vat_by_channel IS 'fact: whether the channel accounts for the VAT';
COMMENT ON COLUMN order_order.gift IS 'fact: whether a gift message goes with it';
COMMENT ON COLUMN order_order.marketplace IS 'fact: the channel''s name of the country''s shop it was sold in, source: the channel';
COMMENT ON COLUMN order_order.subject_id IS 'id: the data subject in the vault';
COMMENT ON COLUMN order_order.personal_ends_on IS 'fact: first day on which its personal data cannot be opened; none was given if empty';
COMMENT ON COLUMN order_order.closed_on IS 'fact: the day it was dispatched or cancelled';
SELECT guard_seller_table('order_order');
CREATE INDEX order_order_latest ON order_order (seller_id, placed_at DESC, order_id);
CREATE INDEX order_order_open ON order_order (seller_id, personal_ends_on)
    WHERE state IN ('AWAITING_PAYMENT', 'OPEN', 'READY', 'ON_HOLD');
CREATE INDEX order_order_state ON order_order (seller_id, state, placed_at DESC, order_id);

CREATE TABLE order_line (
    seller_id       uuid     NOT NULL,
    order_id        uuid     NOT NULL,
    line            smallint NOT NULL,
    channel_line_id text     NOT NULL,
    sku             text     NOT NULL,
    title           text     NOT NULL,
    quantity        integer  NOT NULL CHECK (quantity > 0),
    total_minor     bigint   NOT NULL,
    PRIMARY KEY (seller_id, order_id, line)
);
COMMENT ON TABLE order_line IS 'What was ordered.';
COMMENT ON COLUMN order_line.seller_id IS 'id: the seller';
COMMENT ON COLUMN order_line.order_id IS 'id: the order';
COMMENT ON COLUMN order_line.line IS 'fact: counts from 1';
COMMENT ON COLUMN order_line.channel_line_id IS 'pseudonym: the channel''s line number';
COMMENT ON COLUMN order_line.sku IS 'fact: the seller''s stock keeping unit, source: the listing';
COMMENT ON COLUMN order_line.title IS 'fact: title of the product, source: the listing';
COMMENT ON COLUMN order_line.quantity IS 'fact: how many';
COMMENT ON COLUMN order_line.total_minor IS 'fact: what the buyer pays for the line after discounts, minor units, VAT included, without delivery';
SELECT guard_seller_table('order_line');
CREATE INDEX order_line_sku ON order_line (seller_id, upper(sku));

CREATE TABLE order_event (
    seller_id uuid        NOT NULL,
    order_id  uuid        NOT NULL,
    event_id  uuid        NOT NULL,
    at        timestamptz NOT NULL,
    what      text        NOT NULL,
    detail    text        NOT NULL,
    person_id uuid,
    PRIMARY KEY (seller_id, order_id, event_id)
);
COMMENT ON TABLE order_event IS 'What happened to an order, for its timeline.';
COMMENT ON COLUMN order_event.seller_id IS 'id: the seller';
COMMENT ON COLUMN order_event.order_id IS 'id: the order';
COMMENT ON COLUMN order_event.event_id IS 'id: the event';
COMMENT ON COLUMN order_event.at IS 'fact: when, business time, UTC';
COMMENT ON COLUMN order_event.what IS 'fact: code of what happened, from the code''s closed list';
COMMENT ON COLUMN order_event.detail IS 'fact: a state, number or code that goes with it, source: the code';
COMMENT ON COLUMN order_event.person_id IS 'id: the person who did it, if it was one';
SELECT guard_seller_table('order_event');

CREATE TABLE order_attention (
    seller_id        uuid        NOT NULL,
    attention_id     uuid        NOT NULL,
    account_id       uuid        NOT NULL,
    channel_order_id text        NOT NULL,
    subject_id       uuid        NOT NULL,
    wrong            text        NOT NULL,
    mend             text        NOT NULL,
    noticed_at       timestamptz NOT NULL,
    ends_on          date        NOT NULL,
    resolved_at      timestamptz,
    PRIMARY KEY (seller_id, attention_id),
    UNIQUE (seller_id, account_id, channel_order_id)
);
COMMENT ON TABLE order_attention IS 'Orders that could not be taken in; what the channel sent is sealed in the vault until it is mended or ends.';
COMMENT ON COLUMN order_attention.seller_id IS 'id: the seller';
COMMENT ON COLUMN order_attention.attention_id IS 'id: the entry, and its record in the vault';
COMMENT ON COLUMN order_attention.account_id IS 'id: the channel account it came from';
COMMENT ON COLUMN order_attention.channel_order_id IS 'pseudonym: the channel''s order number';
COMMENT ON COLUMN order_attention.subject_id IS 'id: the data subject in the vault';
COMMENT ON COLUMN order_attention.wrong IS 'fact: what was wrong, naming the field, source: the code';
COMMENT ON COLUMN order_attention.mend IS 'fact: what to do about it, source: the code';
COMMENT ON COLUMN order_attention.noticed_at IS 'fact: when it was last tried, UTC';
COMMENT ON COLUMN order_attention.ends_on IS 'fact: first day on which what was sent cannot be opened';
COMMENT ON COLUMN order_attention.resolved_at IS 'fact: when it could be taken in after all, UTC';
SELECT guard_seller_table('order_attention');
