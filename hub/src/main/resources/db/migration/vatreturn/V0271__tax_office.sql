-- What the tax office has said: which returns it wants, and what became of those that were submitted to it.
CREATE TABLE vatreturn_obligation (
    seller_id    uuid        NOT NULL,
    account_id   uuid        NOT NULL,
    period_start date        NOT NULL,
    period_end   date        NOT NULL,
    period_key   text        NOT NULL CHECK (length(period_key) = 4),
    due          date        NOT NULL,
    met          boolean     NOT NULL,
    received_on  date,
    asked_at     timestamptz NOT NULL,
    PRIMARY KEY (seller_id, account_id, period_start)
);
COMMENT ON TABLE vatreturn_obligation IS 'Which returns the tax office wants, as it has said when it was last asked.';
COMMENT ON COLUMN vatreturn_obligation.seller_id IS 'id: the seller';
COMMENT ON COLUMN vatreturn_obligation.account_id IS 'id: the account at the tax office';
COMMENT ON COLUMN vatreturn_obligation.period_start IS 'fact: first day of the period';
COMMENT ON COLUMN vatreturn_obligation.period_end IS 'fact: last day of the period';
COMMENT ON COLUMN vatreturn_obligation.period_key IS 'fact: by which the tax office names the period, source: the tax office';
COMMENT ON COLUMN vatreturn_obligation.due IS 'fact: last day to submit';
COMMENT ON COLUMN vatreturn_obligation.met IS 'fact: whether a return was received for it';
COMMENT ON COLUMN vatreturn_obligation.received_on IS 'fact: the day on which it was';
COMMENT ON COLUMN vatreturn_obligation.asked_at IS 'fact: when the tax office said so, business time, UTC';
SELECT guard_seller_table('vatreturn_obligation');

CREATE TABLE vatreturn_submission (
    seller_id         uuid        NOT NULL,
    return_id         uuid        NOT NULL,
    account_id        uuid        NOT NULL,
    period_key        text        NOT NULL CHECK (length(period_key) = 4),
    sent_at           timestamptz NOT NULL,
    answered_at       timestamptz,
    processed_at      text        NOT NULL DEFAULT '',
    form_bundle       text        NOT NULL DEFAULT '',
    payment_indicator text        NOT NULL DEFAULT '',
    charge_reference  text        NOT NULL DEFAULT '',
    receipt_id        text        NOT NULL DEFAULT '',
    receipt_at        text        NOT NULL DEFAULT '',
    wrong             text        NOT NULL DEFAULT '',
    mend              text        NOT NULL DEFAULT '',
    PRIMARY KEY (seller_id, return_id),
    FOREIGN KEY (seller_id, return_id) REFERENCES vatreturn_return (seller_id, return_id)
);
COMMENT ON TABLE vatreturn_submission IS 'A return on its way to the tax office, written down before it is sent, and the receipt for it.';
COMMENT ON COLUMN vatreturn_submission.seller_id IS 'id: the seller';
COMMENT ON COLUMN vatreturn_submission.return_id IS 'id: the return';
COMMENT ON COLUMN vatreturn_submission.account_id IS 'id: the account at the tax office';
COMMENT ON COLUMN vatreturn_submission.period_key IS 'fact: by which the tax office names the period, source: the tax office';
COMMENT ON COLUMN vatreturn_submission.sent_at IS 'fact: when it was about to be sent, business time, UTC';
COMMENT ON COLUMN vatreturn_submission.answered_at IS 'fact: when it was known what became of it, business time, UTC';
COMMENT ON COLUMN vatreturn_submission.processed_at IS 'fact: when it was processed there, or empty, source: the tax office';
COMMENT ON COLUMN vatreturn_submission.form_bundle IS 'fact: number of the return there, or empty, source: the tax office';
COMMENT ON COLUMN vatreturn_submission.payment_indicator IS 'fact: how it is paid, DD or BANK, or empty, source: the tax office';
COMMENT ON COLUMN vatreturn_submission.charge_reference IS 'fact: reference of the charge, or empty, source: the tax office';
COMMENT ON COLUMN vatreturn_submission.receipt_id IS 'fact: number of the receipt, or empty, source: the tax office';
COMMENT ON COLUMN vatreturn_submission.receipt_at IS 'fact: time of the receipt, or empty, source: the tax office';
COMMENT ON COLUMN vatreturn_submission.wrong IS 'fact: why it was not taken, or is not known to be, or empty, source: the code';
COMMENT ON COLUMN vatreturn_submission.mend IS 'fact: what to do about it, or empty, source: the code';
SELECT guard_seller_table('vatreturn_submission');
REVOKE DELETE ON vatreturn_submission FROM ${app_role};
