-- What is kept of the tax database: how far it was read, and one keyed digest a person to compare with. No facts.
create table source_watermark (
  id smallint primary key,
  read_until timestamp with time zone not null
);

create table source_person (
  person_key varchar(64) primary key,
  facts_digest varchar(64) not null
);
