CREATE TABLE seller_seller (
    seller_id uuid PRIMARY KEY,
    opened_at timestamptz NOT NULL
);
SELECT open_installation_table('seller_seller', 'the list of sellers itself, by which jobs of the installation find them');
COMMENT ON COLUMN seller_seller.seller_id IS 'id: the seller';
COMMENT ON COLUMN seller_seller.opened_at IS 'fact: when the shop was opened here, UTC';

CREATE TABLE seller_sign_in_route (
    token     bigint NOT NULL,
    person_id uuid   NOT NULL,
    seller_id uuid   NOT NULL,
    PRIMARY KEY (token, person_id)
);
SELECT open_installation_table('seller_sign_in_route', 'finds the seller of somebody who signs in, before it is known whose person they are');
COMMENT ON COLUMN seller_sign_in_route.token IS 'token: blind token of the e-mail address somebody signs in with';
COMMENT ON COLUMN seller_sign_in_route.person_id IS 'id: the person';
COMMENT ON COLUMN seller_sign_in_route.seller_id IS 'id: the seller';

CREATE TABLE seller_details (
    seller_id    uuid NOT NULL PRIMARY KEY,
    trading_name text NOT NULL,
    address      text NOT NULL,
    postcode     text NOT NULL,
    vat_number   text NOT NULL,
    changed_at   timestamptz NOT NULL
);
COMMENT ON TABLE seller_details IS 'What the seller prints on labels and invoices about its own business.';
COMMENT ON COLUMN seller_details.seller_id IS 'id: the seller';
COMMENT ON COLUMN seller_details.trading_name IS 'fact: name of the business, source: its owner';
COMMENT ON COLUMN seller_details.address IS 'fact: address of the business in lines, source: its owner';
COMMENT ON COLUMN seller_details.postcode IS 'fact: postcode of the business, source: its owner';
COMMENT ON COLUMN seller_details.vat_number IS 'fact: VAT number of the business or empty, source: its owner';
COMMENT ON COLUMN seller_details.changed_at IS 'fact: when it was last changed, UTC';
SELECT guard_seller_table('seller_details');

CREATE TABLE seller_person (
    seller_id  uuid        NOT NULL,
    person_id  uuid        NOT NULL,
    subject_id uuid        NOT NULL,
    role       text        NOT NULL,
    joined_at  timestamptz NOT NULL,
    left_at    timestamptz,
    PRIMARY KEY (seller_id, person_id)
);
COMMENT ON TABLE seller_person IS 'The seller''s people; name, e-mail and password hash are sealed under STAFF.';
COMMENT ON COLUMN seller_person.seller_id IS 'id: the seller';
COMMENT ON COLUMN seller_person.person_id IS 'id: the person';
COMMENT ON COLUMN seller_person.subject_id IS 'id: the data subject that the person is in the vault';
COMMENT ON COLUMN seller_person.role IS 'fact: OWNER, PACKER, SERVICE, BOOKKEEPER or DATA_PROTECTION';
COMMENT ON COLUMN seller_person.joined_at IS 'fact: when the person was added, UTC';
COMMENT ON COLUMN seller_person.left_at IS 'fact: when access ended, UTC';
SELECT guard_seller_table('seller_person');
