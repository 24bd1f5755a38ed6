-- Who decided which rows, and who stood by which bytes.
create table decision (
    control_number varchar(20) not null references shipment (control_number),
    decided_at timestamp with time zone not null,
    content_digest varchar(64) not null,
    account varchar(100) not null,
    post varchar(200) not null,
    document_number varchar(100),
    ceiling_reference varchar(200),
    primary key (control_number, decided_at)
);

create table sitting (
    id uuid not null primary key,
    operator varchar(100) not null,
    opened_at timestamp with time zone not null,
    ended_at timestamp with time zone
);

-- The check question put to both, and what each stood by. One row a sealing: sealed afresh, asked and signed afresh.
create table signing (
    sitting uuid not null references sitting (id),
    control_number varchar(20) not null references shipment (control_number),
    parcel_sha256 varchar(64) not null,
    asked_row integer not null,
    operator_signed_at timestamp with time zone,
    witness varchar(100),
    witness_ticket varchar(64),
    witness_entered_at timestamp with time zone,
    witness_signed_at timestamp with time zone,
    primary key (sitting, control_number, parcel_sha256)
);
