-- What is sent to the recipient: one row a shipment, one row a person in it.
-- Encrypted: cells, parcel, passwords, confirmation_code, mime, remark.
create table control_number (
    series varchar(20) not null primary key,
    last_number integer not null
);

create table shipment (
    control_number varchar(20) not null primary key,
    agreement varchar(100) not null,
    agreement_digest varchar(64) not null,
    kind varchar(20) not null,
    state varchar(20) not null,
    drafted_by varchar(100) not null,
    drafted_at timestamp with time zone not null,
    content_digest varchar(64) not null,
    -- How it is, or is to be, encrypted.
    zip_method varchar(20) not null,
    -- A page's wishes, carried out by routes: ask the source and seal; ask the source and let the letter go.
    seal_wanted boolean not null,
    check_wanted boolean not null,
    check_not_before timestamp with time zone,
    -- How often the wish was tried, and the class of the error it last failed with.
    tries integer not null,
    failed_as varchar(200),
    revision integer not null,
    as_of timestamp with time zone,
    sealed_at timestamp with time zone,
    file_name varchar(100),
    parcel bytea,
    parcel_sha256 varchar(64),
    -- SHA-256 of addresses, zip method and form it was sealed for: what a test exchange has tried.
    path_digest varchar(64),
    -- 開通確認: who confirmed that a test exchange went over LGWAN, and on which day.
    path_confirmed_by varchar(200),
    path_confirmed_on date,
    passwords bytea,
    -- Which pair of the agreed table they are, such as W7.
    password_number varchar(20),
    confirmation_code bytea,
    message_id varchar(200),
    mime bytea,
    release_binding varchar(64),
    released_at timestamp with time zone,
    lapses_at timestamp with time zone,
    sitting uuid,
    letter uuid,
    posted_at timestamp with time zone,
    acknowledged_at timestamp with time zone,
    -- Passwords of these bytes told by telephone: when, by which account, to whom of the recipient's.
    told_at timestamp with time zone,
    told_by varchar(100),
    told_to varchar(100),
    -- When the chain was told that the agreed days passed without an acknowledgement.
    alarmed_at timestamp with time zone,
    -- While it cannot be opened: the next step of the guided order.
    remedy varchar(20),
    remark bytea,
    constraint shipment_state check (state in ('DRAFTED', 'DECIDED', 'SEALED', 'RELEASED', 'POSTED', 'ACKNOWLEDGED', 'CANCELLED',
        'REFUSED', 'RETURNED', 'OUTCOME_UNKNOWN', 'NOT_DELIVERED', 'UNREADABLE'))
);
create index shipment_by_state on shipment (state);

create table shipment_row (
    control_number varchar(20) not null references shipment (control_number),
    row_order integer not null,
    -- Of a test exchange: no case and nobody, the same for its one row.
    case_id uuid not null,
    person_key varchar(64) not null,
    content_digest varchar(64) not null,
    cells bytea not null,
    dropped_at timestamp with time zone,
    dropped_because varchar(400),
    primary key (control_number, case_id)
);
create index shipment_row_by_person on shipment_row (person_key);

-- Who looked up today's payments of everyone in these bytes, where the source cannot be asked.
create table shipment_reconciliation (
    control_number varchar(20) not null references shipment (control_number),
    parcel_sha256 varchar(64) not null,
    signed_at timestamp with time zone not null,
    account varchar(100) not null,
    primary key (control_number, parcel_sha256)
);

-- The agreed table of passwords: pairs numbered by direction, W ward to bureau, B bureau to ward. Encrypted: passwords.
create table password_pair (
    agreement varchar(100) not null,
    direction char(1) not null,
    position integer not null,
    passwords bytea not null,
    made_at timestamp with time zone not null,
    handed_over_at timestamp with time zone,
    used_by varchar(20),
    used_at timestamp with time zone,
    primary key (agreement, direction, position)
);
