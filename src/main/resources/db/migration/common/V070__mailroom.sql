-- Letters that go out: one row an attempt that people released; a resend is a new row with the same Message-ID.
create table letter (
    id uuid not null primary key,
    reference varchar(100) not null,
    agreement varchar(100) not null,
    kind varchar(20),
    message_id varchar(420) not null,
    envelope bytea not null,
    mime bytea not null,
    mime_digest varchar(64) not null,
    mime_size integer not null,
    content_sha256 varchar(64) not null,
    not_after timestamp with time zone not null,
    state varchar(20) not null,
    state_at timestamp with time zone not null,
    queued_at timestamp with time zone not null,
    reply bytea,
    queue_id varchar(100)
);
create index letter_reference on letter (reference);
create index letter_message_id on letter (message_id);
create index letter_state on letter (state);

-- What a poster holds while it speaks with the mail server; gone once the letter needs no poster any more.
create table letter_hold (
    letter_id uuid not null primary key references letter (id),
    queued_at timestamp with time zone not null
);

-- What tells the fate of a letter: a journal copy, a bounce, an acknowledgement. Weighed once its poster has spoken.
create table letter_evidence (
    number bigint generated always as identity primary key,
    letter_id uuid not null references letter (id),
    kind varchar(20) not null,
    detail bytea not null,
    at timestamp with time zone not null,
    weighed boolean not null
);
create index letter_evidence_letter on letter_evidence (letter_id);

-- What became of letters, waiting to be handed on to whoever wrote them.
create table outcome (
    number bigint generated always as identity primary key,
    letter_id uuid not null references letter (id),
    reference varchar(100) not null,
    kind varchar(20),
    what varchar(20) not null,
    detail bytea not null,
    at timestamp with time zone not null,
    tries integer not null,
    handed_on_at timestamp with time zone
);
create index outcome_waiting on outcome (handed_on_at, tries, number);

-- Mails that came in: raw first, sorted later.
create table mail (
    id uuid not null primary key,
    place varchar(300) not null,
    raw_digest varchar(64) unique,
    raw bytea,
    size integer not null,
    headline bytea,
    state varchar(20) not null,
    reason varchar(100),
    note bytea,
    tries integer not null,
    letter_id uuid references letter (id),
    received_at timestamp with time zone not null,
    state_at timestamp with time zone not null
);
create index mail_state on mail (state, tries, received_at);
create index mail_place on mail (place);

-- What a mail says and carries, whatever its way here: the first mail with it is the one that counts.
create table mail_content (
    digest varchar(64) not null primary key,
    mail_id uuid not null references mail (id)
);

-- What people of the office let stand still: all posting, or one route. One that has ended stays as a record.
create table standstill (
    id uuid not null primary key,
    what varchar(100) not null,
    began_at timestamp with time zone not null,
    began_by varchar(100) not null,
    ended_at timestamp with time zone,
    ended_by varchar(100)
);
create index standstill_in_force on standstill (ended_at, what);

-- One row, locked by whoever lets something stand still and by whoever says that a letter is on its way: so that no letter
-- sets out once all posting stands still.
create table standstill_lock (
    id integer not null primary key
);
insert into standstill_lock (id) values (1);
