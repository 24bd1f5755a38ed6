-- Who decided which rows, and who stood by which bytes.
-- 包括的な決裁: what the 保護管理者 decided beforehand for a kind of document; ② is never one of them.
create table standing_decision (
    id uuid not null primary key,
    agreement varchar(100) not null,
    kind varchar(20) not null,
    decided_at timestamp with time zone not null,
    account varchar(100) not null,
    post varchar(200) not null,
    document_number varchar(100),
    from_day date not null,
    until_day date not null,
    ended_at timestamp with time zone,
    ended_by varchar(100),
    constraint standing_decision_kind check (kind in ('ANSWER', 'RESOLVED'))
);

-- One a shipment. Under a standing decision, account and post are those of whoever made that.
create table decision (
    control_number varchar(20) not null primary key references shipment (control_number),
    decided_at timestamp with time zone not null,
    content_digest varchar(64) not null,
    manner varchar(20) not null,
    account varchar(100) not null,
    post varchar(200) not null,
    document_number varchar(100),
    ceiling_reference varchar(200),
    standing uuid references standing_decision (id),
    constraint decision_manner check (manner in ('CHIEF', 'DEPUTY', 'STANDING'))
);

-- Its one row is locked by whoever decides, so that of two decisions at once the later one sees the earlier one.
create table decision_turn (
    one integer not null primary key
);

insert into decision_turn (one) values (1);

-- 後閲: the look of the 保護管理者 at what a deputy decided.
create table decision_review (
    control_number varchar(20) not null primary key references decision (control_number),
    reviewed_at timestamp with time zone not null,
    account varchar(100) not null,
    post varchar(200) not null
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
    row_count integer not null,
    recipients varchar(4000) not null,
    asked_row integer not null,
    operator_signed_at timestamp with time zone,
    witness varchar(100),
    witness_ticket varchar(64),
    witness_entered_at timestamp with time zone,
    witness_signed_at timestamp with time zone,
    primary key (sitting, control_number, parcel_sha256)
);

-- What people of the office answered to the agreement's checklist; of one line the last answer counts.
create table checklist_answer (
    id uuid not null primary key,
    agreement varchar(100) not null,
    line_digest varchar(64) not null,
    answer varchar(20) not null,
    settled_on date not null,
    account varchar(100) not null,
    post varchar(200) not null,
    answered_at timestamp with time zone not null,
    constraint checklist_answer_is check (answer in ('DONE', 'NOT_NEEDED'))
);
create index checklist_answer_line on checklist_answer (agreement, line_digest);

-- Stops of the 保護管理者, and those that an incident brings.
create table stop (
    id uuid not null primary key,
    agreement varchar(100) not null,
    scope varchar(20) not null,
    incident uuid,
    raised_at timestamp with time zone not null,
    raised_by varchar(100) not null,
    lifted_at timestamp with time zone,
    lifted_by varchar(100),
    constraint stop_scope check (scope in ('PROVISION', 'EVERY_KIND'))
);
create index stop_agreement on stop (agreement);

-- Decisions of the 保護管理者 that a document of the way back goes although a gate warns.
create table way_back (
    control_number varchar(20) not null references shipment (control_number),
    decided_at timestamp with time zone not null,
    account varchar(100) not null,
    post varchar(200) not null,
    warnings varchar(400) not null,
    primary key (control_number, decided_at)
);

-- Incidents on a shipment: leak, misdelivery and the like, with the days on which the law was answered.
create table incident (
    id uuid not null primary key,
    control_number varchar(20) not null references shipment (control_number),
    kinds varchar(100) not null,
    noticed_at timestamp with time zone not null,
    persons integer not null,
    password_fate varchar(20) not null,
    address_in_doubt boolean not null,
    recorded_at timestamp with time zone not null,
    recorded_by varchar(100) not null,
    first_report_on date,
    final_report_on date,
    persons_told_on date
);
create index incident_of on incident (control_number);
