-- What is kept of the tax database: how far it was read, and one keyed digest a person to compare with. No facts.
create table source_watermark (
  id smallint primary key,
  read_until timestamp with time zone not null
);

create table source_person (
  person_key varchar(64) primary key,
  facts_digest varchar(64) not null
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
