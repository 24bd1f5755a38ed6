-- One case a person and arrears. open_key is the person's key while the case is open: unique, so never two at once.
-- Facts and texts are sealed; of an excluded person neither is kept.
create table case_file (
  id uuid primary key,
  person_key varchar(64) not null,
  open_key varchar(64) unique,
  state varchar(20) not null,
  facts bytea,
  card_key varchar(64),
  reason_text bytea,
  why_not_suspended bytea,
  confirmed_facts bytea,
  as_of timestamp with time zone not null,
  opened_at timestamp with time zone not null
);
create index case_file_state on case_file (state);
create index case_file_card on case_file (card_key);
create index case_file_person on case_file (person_key);

create table case_exclusion (
  case_id uuid not null references case_file,
  reason varchar(40) not null,
  detail varchar(200) not null,
  since timestamp with time zone not null,
  primary key (case_id, reason, detail)
);

-- The open shipment of a kind that holds the case, or the one that told the bureau: at most one. told_in is the earlier one
-- that told the bureau, where the case stands in this one again.
create table case_enclosure (
  case_id uuid not null references case_file,
  kind varchar(20) not null,
  control_number varchar(20) not null,
  told_in varchar(20),
  primary key (case_id, kind)
);

create table case_history (
  case_id uuid not null references case_file,
  seq integer not null,
  happened_at timestamp with time zone not null,
  state varchar(20) not null,
  account varchar(100) not null,
  why varchar(1000) not null,
  primary key (case_id, seq)
);

-- 領収証書 seen at the counter: bars its case until the payment is posted or the entry is taken back. paid_on is sealed.
create table payment_receipt (
  id uuid primary key,
  case_id uuid not null references case_file,
  paid_on bytea not null,
  seen_at timestamp with time zone not null,
  seen_by varchar(100) not null,
  ended_at timestamp with time zone,
  ended_as varchar(20)
);
create index payment_receipt_case on payment_receipt (case_id);

-- An officer said that a circumstance of the proviso applies: the case stays excluded until the manager ends it. Which one is
-- kept nowhere.
create table case_circumstance (
  case_id uuid primary key references case_file,
  since timestamp with time zone not null
);

-- 担当者 of a case: an account.
create table case_officer (
  case_id uuid primary key references case_file,
  account varchar(100) not null,
  since timestamp with time zone not null
);
