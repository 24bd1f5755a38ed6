-- What is evidence is only ever added to.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end
$$;

create trigger chain_entry_append_only before update or delete or truncate on chain_entry
    for each statement execute function refuse_change();

create trigger chain_checkpoint_append_only before update or delete or truncate on chain_checkpoint
    for each statement execute function refuse_change();

create trigger register_entry_append_only before update or delete or truncate on register_entry
    for each statement execute function refuse_change();
