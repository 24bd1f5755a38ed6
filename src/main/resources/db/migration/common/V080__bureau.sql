-- Parcels that arrived, each once whatever mails brought it. Content and passwords are sealed, and end with the opening.
create table bureau_parcel (
    id uuid not null primary key,
    sha256 varchar(64) not null unique,
    agreement varchar(100) not null,
    message varchar(100) not null,
    control_number varchar(40) not null,
    kind varchar(20) not null,
    stem varchar(100) not null,
    content bytea,
    rows_told integer,
    -- Which pair of the agreed table its mail names, such as W7.
    pair_told varchar(5),
    arrived_at timestamp with time zone not null,
    state varchar(20) not null,
    state_at timestamp with time zone not null,
    turns integer not null,
    failed_tries integer not null,
    zip_password bytea,
    workbook_password bytea,
    why varchar(40),
    place varchar(500),
    rows_found integer,
    confirmation_code varchar(4)
);
create index bureau_parcel_state on bureau_parcel (state, turns, state_at);
create index bureau_parcel_control_number on bureau_parcel (control_number);

-- The agreed table of passwords as it was typed in: W ward to bureau, B bureau to ward. Each pair is for one parcel; the
-- passwords are sealed, and end with that parcel.
create table bureau_password_pair (
    agreement varchar(100) not null,
    number varchar(5) not null,
    passwords bytea,
    loaded_at timestamp with time zone not null,
    parcel uuid references bureau_parcel (id),
    primary key (agreement, number)
);

-- Each mail that brought a parcel; each is answered once; an answer that was deferred is tried again.
create table bureau_arrival (
    mail uuid not null primary key,
    parcel uuid not null references bureau_parcel (id),
    message_id varchar(420),
    arrived_at timestamp with time zone not null,
    answered_at timestamp with time zone,
    letter uuid,
    retry_at timestamp with time zone
);
create index bureau_arrival_parcel on bureau_arrival (parcel);
create index bureau_arrival_letter on bureau_arrival (letter);
create index bureau_arrival_retry on bureau_arrival (retry_at);

-- The list: every person ever received, as one row of one document.
create table bureau_listing (
    id uuid not null primary key,
    control_number varchar(40) not null,
    row_number integer not null,
    person_key varchar(64) not null,
    cells bytea not null,
    state varchar(20) not null,
    since timestamp with time zone not null,
    constraint bureau_listing_once unique (control_number, row_number)
);
create index bureau_listing_person on bureau_listing (person_key);

-- What became of a row, by which message, since when.
create table bureau_listing_event (
    id uuid not null primary key,
    listing uuid not null references bureau_listing (id),
    state varchar(20) not null,
    message varchar(100) not null,
    at timestamp with time zone not null
);
create index bureau_listing_event_listing on bureau_listing_event (listing, at);
