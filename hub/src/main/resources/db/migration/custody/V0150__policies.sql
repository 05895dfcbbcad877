CREATE TABLE custody_policy (
    seller_id      uuid        NOT NULL,
    policy_id      uuid        NOT NULL,
    purpose        text        NOT NULL CHECK (purpose IN ('DELIVERY', 'SERVICE', 'LABEL')),
    days           integer     NOT NULL CHECK (days BETWEEN 7 AND 90),
    days_before    integer     NOT NULL,
    since          timestamptz NOT NULL,
    changed_by     uuid        NOT NULL,
    earlier        integer     NOT NULL DEFAULT 0,
    later          integer     NOT NULL DEFAULT 0,
    ended          integer     NOT NULL DEFAULT 0,
    last_old_end   date,
    carried_out_at timestamptz,
    PRIMARY KEY (seller_id, policy_id),
    UNIQUE (seller_id, purpose, since)
);
COMMENT ON TABLE custody_policy IS 'How long a seller keeps data of a purpose, each change a row; the latest is in force. Without a row it is the default.';
COMMENT ON COLUMN custody_policy.seller_id IS 'id: the seller';
COMMENT ON COLUMN custody_policy.policy_id IS 'id: the change';
COMMENT ON COLUMN custody_policy.purpose IS 'fact: name of the purpose, values of the enum Purpose';
COMMENT ON COLUMN custody_policy.days IS 'fact: days from then on, after dispatch, or after a label was made';
COMMENT ON COLUMN custody_policy.days_before IS 'fact: days until then';
COMMENT ON COLUMN custody_policy.since IS 'fact: when it was changed, business time, UTC';
COMMENT ON COLUMN custody_policy.changed_by IS 'id: the person who changed it';
COMMENT ON COLUMN custody_policy.earlier IS 'fact: how many records were sealed to an earlier day by it';
COMMENT ON COLUMN custody_policy.later IS 'fact: how many records were sealed to a later day by it';
COMMENT ON COLUMN custody_policy.ended IS 'fact: how many records had outlived their new day and ended at once';
COMMENT ON COLUMN custody_policy.last_old_end IS 'fact: latest day to which a record that now ends earlier was sealed before';
COMMENT ON COLUMN custody_policy.carried_out_at IS 'fact: when all records stood under it, or a later change took its place; business time, UTC';
SELECT guard_seller_table('custody_policy');
