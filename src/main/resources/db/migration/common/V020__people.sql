create table account (
    account varchar(50) not null primary key,
    name bytea not null,
    password varchar(100) not null,
    wrong_passwords integer not null,
    locked_until timestamp with time zone
);

create table appointment (
    account varchar(50) not null references account (account),
    post varchar(100) not null,
    role varchar(40) not null,
    from_day date not null,
    until_day date not null,
    -- The chief's designation on the list of handlers; none yet where empty.
    designated_by varchar(50),
    designated_on date,
    primary key (account, role, from_day)
);
create index appointment_role on appointment (role);
