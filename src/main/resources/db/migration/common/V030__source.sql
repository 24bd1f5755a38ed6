-- What is kept of the tax database: how far it was read, and one keyed digest a person to compare with. No facts.
create table source_watermark (
  id smallint primary key,
  read_until timestamp with time zone not null
);

create table source_person (
  person_key varchar(64) primary key,
  facts_digest varchar(64) not null,
  seen_at timestamp with time zone not null,
  vanished_at timestamp with time zone
);

-- A reading whose findings wait for a person, or waited: what it would come to, in counts.
create table source_hold (
  id uuid primary key,
  since timestamp with time zone not null,
  until timestamp with time zone not null,
  held_at timestamp with time zone not null,
  findings integer not null,
  provisions integer not null,
  ending integer not null,
  known integer not null,
  vanished integer not null,
  state varchar(20) not null,
  decided_by varchar(100),
  reason varchar(400)
);

-- Every extract that arrived, and what became of it. None of its values.
create table source_extract (
  id uuid primary key,
  noticed_at timestamp with time zone not null,
  extracted_at timestamp with time zone,
  imported boolean not null,
  reason varchar(400) not null,
  people integer not null
);
create index source_extract_noticed on source_extract (noticed_at);
