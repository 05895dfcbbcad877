-- Returns of the One Stop Shops: VAT of member states, in euros.
CREATE TABLE vatreturn_euro_rate (
    seller_id  uuid        NOT NULL,
    currency   char(3)     NOT NULL CHECK (currency <> 'EUR'),
    period_end date        NOT NULL,
    units      numeric     NOT NULL CHECK (units > 0),
    said_at    timestamptz NOT NULL,
    person_id  uuid        NOT NULL,
    PRIMARY KEY (seller_id, currency, period_end)
);
COMMENT ON TABLE vatreturn_euro_rate IS 'Rates of the European Central Bank for the last days of tax periods, as the bookkeeper has entered them.';
COMMENT ON COLUMN vatreturn_euro_rate.seller_id IS 'id: the seller';
COMMENT ON COLUMN vatreturn_euro_rate.currency IS 'fact: ISO 4217 code';
COMMENT ON COLUMN vatreturn_euro_rate.period_end IS 'fact: the last day of the tax period';
COMMENT ON COLUMN vatreturn_euro_rate.units IS 'fact: units of the currency to one euro, as the bank publishes it';
COMMENT ON COLUMN vatreturn_euro_rate.said_at IS 'fact: when it was entered, business time, UTC';
COMMENT ON COLUMN vatreturn_euro_rate.person_id IS 'id: who entered it';
SELECT guard_seller_table('vatreturn_euro_rate');

CREATE TABLE vatreturn_one_stop_return (
    seller_id    uuid        NOT NULL,
    return_id    uuid        NOT NULL,
    shop         text        NOT NULL,
    period_start date        NOT NULL,
    period_end   date        NOT NULL CHECK (period_end > period_start),
    payable_minor bigint     NOT NULL CHECK (payable_minor >= 0),
    submitted_on date        NOT NULL CHECK (submitted_on > period_end),
    reference    text        NOT NULL CHECK (reference ~ '^[0-9A-Za-z/._#-]{1,60}$' AND reference ~ '[0-9]'),
    frozen_at    timestamptz NOT NULL,
    person_id    uuid        NOT NULL,
    withdrawn_at timestamptz,
    withdrawn_by uuid,
    PRIMARY KEY (seller_id, return_id),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
);
COMMENT ON TABLE vatreturn_one_stop_return IS 'Returns of a One Stop Shop that a person has submitted at its portal, frozen with their figures; only a mistake is taken back.';
COMMENT ON COLUMN vatreturn_one_stop_return.seller_id IS 'id: the seller';
COMMENT ON COLUMN vatreturn_one_stop_return.return_id IS 'id: the return';
COMMENT ON COLUMN vatreturn_one_stop_return.shop IS 'fact: the scheme, values of the enum OneStopShop';
COMMENT ON COLUMN vatreturn_one_stop_return.period_start IS 'fact: first day of the tax period';
COMMENT ON COLUMN vatreturn_one_stop_return.period_end IS 'fact: last day of the tax period';
COMMENT ON COLUMN vatreturn_one_stop_return.payable_minor IS 'fact: what is paid with it, cents';
COMMENT ON COLUMN vatreturn_one_stop_return.submitted_on IS 'fact: the day on which it was submitted, as the person says';
COMMENT ON COLUMN vatreturn_one_stop_return.reference IS 'fact: the number that the portal gave it, an IOSS number in it cut to its last digits, without blanks and with a digit, source: the portal';
COMMENT ON COLUMN vatreturn_one_stop_return.frozen_at IS 'fact: when it was marked as submitted, business time, UTC';
COMMENT ON COLUMN vatreturn_one_stop_return.person_id IS 'id: who marked it';
COMMENT ON COLUMN vatreturn_one_stop_return.withdrawn_at IS 'fact: when the mark was taken back, business time, UTC; it counts no more then';
COMMENT ON COLUMN vatreturn_one_stop_return.withdrawn_by IS 'id: who took it back';
SELECT guard_seller_table('vatreturn_one_stop_return');
REVOKE UPDATE, DELETE ON vatreturn_one_stop_return FROM ${app_role};
GRANT UPDATE (withdrawn_at, withdrawn_by) ON vatreturn_one_stop_return TO ${app_role};
-- One return for each period, but for those that were taken back.
CREATE UNIQUE INDEX vatreturn_one_stop_return_once ON vatreturn_one_stop_return (seller_id, shop, period_start)
    WHERE withdrawn_at IS NULL;

CREATE TABLE vatreturn_one_stop_figure (
    seller_id  uuid    NOT NULL,
    return_id  uuid    NOT NULL,
    line       integer NOT NULL CHECK (line > 0),
    correction boolean NOT NULL,
    of_start   date    NOT NULL,
    dispatch   text    NOT NULL,
    state      char(2) NOT NULL,
    rate_kind  text    NOT NULL,
    rate_bp    integer NOT NULL CHECK (rate_bp BETWEEN 0 AND 10000),
    net_minor  bigint  NOT NULL,
    vat_minor  bigint  NOT NULL,
    PRIMARY KEY (seller_id, return_id, line),
    FOREIGN KEY (seller_id, return_id) REFERENCES vatreturn_one_stop_return (seller_id, return_id)
);
COMMENT ON TABLE vatreturn_one_stop_figure IS 'The figures of a return of a One Stop Shop, by state and rate, and its corrections by period and state; never changed.';
COMMENT ON COLUMN vatreturn_one_stop_figure.seller_id IS 'id: the seller';
COMMENT ON COLUMN vatreturn_one_stop_figure.return_id IS 'id: the return';
COMMENT ON COLUMN vatreturn_one_stop_figure.line IS 'fact: counts from 1';
COMMENT ON COLUMN vatreturn_one_stop_figure.correction IS 'fact: whether it corrects an earlier period';
COMMENT ON COLUMN vatreturn_one_stop_figure.of_start IS 'fact: first day of the period that it is of';
COMMENT ON COLUMN vatreturn_one_stop_figure.dispatch IS 'fact: code of the territory that the goods set out from, or empty, source: measure.Territory';
COMMENT ON COLUMN vatreturn_one_stop_figure.state IS 'fact: ISO 3166-1 code of the member state of consumption';
COMMENT ON COLUMN vatreturn_one_stop_figure.rate_kind IS 'fact: how the rate is called, values of the enum RateKind; empty for a correction';
COMMENT ON COLUMN vatreturn_one_stop_figure.rate_bp IS 'fact: the rate in basis points; nought for a correction';
COMMENT ON COLUMN vatreturn_one_stop_figure.net_minor IS 'fact: taxable amount, cents; nought for a correction';
COMMENT ON COLUMN vatreturn_one_stop_figure.vat_minor IS 'fact: VAT, cents';
SELECT guard_seller_table('vatreturn_one_stop_figure');
REVOKE UPDATE, DELETE ON vatreturn_one_stop_figure FROM ${app_role};

CREATE TABLE vatreturn_one_stop_counted (
    seller_id      uuid    NOT NULL,
    return_id      uuid    NOT NULL,
    source_id      uuid    NOT NULL,
    part           text    NOT NULL,
    document       text    NOT NULL,
    credit         boolean NOT NULL,
    supplied_on    date    NOT NULL,
    day            date    NOT NULL,
    dispatch       text    NOT NULL,
    state          char(2) NOT NULL,
    rate_kind      text    NOT NULL,
    rate_bp        integer NOT NULL CHECK (rate_bp BETWEEN 0 AND 10000),
    of_start       date    NOT NULL,
    correction     boolean NOT NULL,
    currency       char(3) NOT NULL,
    net_minor      bigint  NOT NULL,
    vat_minor      bigint  NOT NULL,
    euro_net_minor bigint  NOT NULL,
    euro_vat_minor bigint  NOT NULL,
    PRIMARY KEY (seller_id, return_id, source_id, part),
    FOREIGN KEY (seller_id, return_id) REFERENCES vatreturn_one_stop_return (seller_id, return_id)
);
COMMENT ON TABLE vatreturn_one_stop_counted IS 'The documents that a return of a One Stop Shop counts; never changed.';
COMMENT ON COLUMN vatreturn_one_stop_counted.seller_id IS 'id: the seller';
COMMENT ON COLUMN vatreturn_one_stop_counted.return_id IS 'id: the return';
COMMENT ON COLUMN vatreturn_one_stop_counted.source_id IS 'id: the issued document';
COMMENT ON COLUMN vatreturn_one_stop_counted.part IS 'fact: which part of it: its treatment and rate, source: the code';
COMMENT ON COLUMN vatreturn_one_stop_counted.document IS 'fact: number of the document, source: the series of invoices';
COMMENT ON COLUMN vatreturn_one_stop_counted.credit IS 'fact: whether it gives back';
COMMENT ON COLUMN vatreturn_one_stop_counted.supplied_on IS 'fact: the day of the supply, also of what was given back of it';
COMMENT ON COLUMN vatreturn_one_stop_counted.day IS 'fact: the tax point of the document, or the day of the refund';
COMMENT ON COLUMN vatreturn_one_stop_counted.dispatch IS 'fact: code of the territory that the goods set out from, or empty, source: measure.Territory';
COMMENT ON COLUMN vatreturn_one_stop_counted.state IS 'fact: ISO 3166-1 code of the member state of consumption';
COMMENT ON COLUMN vatreturn_one_stop_counted.rate_kind IS 'fact: how the rate is called, values of the enum RateKind';
COMMENT ON COLUMN vatreturn_one_stop_counted.rate_bp IS 'fact: the rate in basis points';
COMMENT ON COLUMN vatreturn_one_stop_counted.of_start IS 'fact: first day of the period of the supply';
COMMENT ON COLUMN vatreturn_one_stop_counted.correction IS 'fact: whether that period was declared before, so that it corrects it';
COMMENT ON COLUMN vatreturn_one_stop_counted.currency IS 'fact: ISO 4217 code of the document';
COMMENT ON COLUMN vatreturn_one_stop_counted.net_minor IS 'fact: without VAT, minor units of that currency; below nought for what was given back';
COMMENT ON COLUMN vatreturn_one_stop_counted.vat_minor IS 'fact: the VAT, minor units of that currency';
COMMENT ON COLUMN vatreturn_one_stop_counted.euro_net_minor IS 'fact: without VAT, cents';
COMMENT ON COLUMN vatreturn_one_stop_counted.euro_vat_minor IS 'fact: the VAT, cents';
SELECT guard_seller_table('vatreturn_one_stop_counted');
REVOKE UPDATE, DELETE ON vatreturn_one_stop_counted FROM ${app_role};
CREATE INDEX vatreturn_one_stop_counted_source ON vatreturn_one_stop_counted (seller_id, source_id);
