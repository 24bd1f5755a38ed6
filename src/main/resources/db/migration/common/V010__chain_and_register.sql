-- The chain of every act: one row an act, each bound to the one before by its hash.
create table chain_entry (
    sequence bigint not null primary key,
    at timestamp with time zone not null,
    account varchar(100) not null,
    post varchar(100) not null,
    role varchar(100) not null,
    verb varchar(100) not null,
    subject varchar(200) not null,
    facts varchar not null,
    commitments varchar not null,
    hash varchar(64) not null
);
create index chain_entry_subject on chain_entry (subject);

-- The salts of the commitments, sealed; erasing one makes its commitment meaningless and leaves the chain whole.
create table chain_salt (
    sequence bigint not null references chain_entry (sequence),
    name varchar(100) not null,
    sealed bytea not null,
    primary key (sequence, name)
);

-- The end of the chain; the lock on this one row puts all acts in one order.
create table chain_head (
    id integer not null primary key,
    sequence bigint not null,
    hash varchar(64) not null
);
insert into chain_head (id, sequence, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- What was signed: each night, where the chain ended. How, stands above ChainFile.
create table chain_checkpoint (
    number bigint not null primary key,
    at timestamp with time zone not null,
    after_sequence bigint not null,
    previous varchar(64) not null,
    sequence bigint not null,
    hash varchar(64) not null,
    signature varchar(100) not null
);

-- Which checkpoints stand as a file in the evidence folder.
create table evidence_file (
    number bigint not null primary key references chain_checkpoint (number),
    written_at timestamp with time zone not null
);

-- Every cell of every message, either way, by person.
create table register_entry (
    id uuid not null primary key,
    message varchar(100) not null,
    kind varchar(40) not null,
    direction varchar(10) not null,
    row_number integer not null,
    person_key varchar(64) not null,
    cells bytea not null,
    at timestamp with time zone not null,
    constraint register_entry_once unique (message, kind, direction, row_number)
);
create index register_entry_person on register_entry (person_key);

-- What people wrote in their own words beside an act, sealed.
create table remark (
    subject varchar(200) not null primary key,
    sealed bytea not null
);

-- Which role the ledger serves, and in which mode: written at the first start.
create table ledger_owner (
    id integer not null primary key,
    role varchar(20) not null,
    mode varchar(20) not null
);
