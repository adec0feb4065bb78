-- Undoing: the ledger is read backwards, an entry and a transaction each.
-- What an interrupted up left half done.
create or replace procedure pg_temp.sweep()
language plpgsql as $sweep$
declare
  statement text;
begin
  for statement in
    select format('alter table %s drop constraint %I', pg_temp.relation_name(conrelid), conname) from pg_constraint
    where conname ~ '^schemagen_(not_null|bound)_[0-9a-f]{32}$'
    union all
    select format('drop index %s', pg_temp.relation_name(c.oid)) from pg_class as c
    where c.relkind = 'i' and c.relname ~ '^schemagen_(new|old|key)_[0-9a-f]{32}$'
      and not exists (select from pg_constraint where conindid = c.oid)
    order by 1
  loop
    call pg_temp.run('undo', 'leftovers', statement);
  end loop;
  delete from schemagen.pending where phase not in ('backfill', 'given up');
  if to_regclass('schemagen.settled') is not null then
    delete from schemagen.settled;
  end if;
end
$sweep$;

create or replace procedure pg_temp.undo_all()
language plpgsql as $undo_all$
declare
  entry record;
begin
  if to_regclass('schemagen.ledger') is null then
    return;
  end if;
  call pg_temp.sweep();
  commit;
  loop
    select * into entry from schemagen.ledger order by seq desc limit 1;
    exit when not found;
    call pg_temp.undo_entry(entry.seq, entry.object, entry.done, entry.undo);
    commit;
  end loop;
  call pg_temp.drop_unneeded_routines();
  if not exists (select from schemagen.stash) and not exists (select from pg_namespace where nspname like 'schemagen\_aside\_%') then
    call pg_temp.run('undo', 'schemagen', 'drop schema schemagen cascade');
  end if;
end
$undo_all$;

create or replace procedure pg_temp.undo_entry(entry bigint, entry_object text, entry_done text, entry_undo text)
language plpgsql as $undo_entry$
declare
  fault text;
  state text;
begin
  if entry_undo is not null then
    call pg_temp.run('undo', entry_object, entry_undo);
  end if;
  delete from schemagen.ledger where seq = entry;
exception when undefined_column or undefined_table or undefined_function or undefined_object then
  raise warning 'not undone, because what it speaks of is gone: % (%)', entry_undo, sqlerrm;
  delete from schemagen.ledger where seq = entry;
when others then
  get stacked diagnostics fault = message_text, state = returned_sqlstate;
  raise exception using errcode = state, message = format('SG509: entry %s of the ledger cannot be undone: %s', entry, fault),
    detail = format('What was done: %s What undoes it: %s', entry_done, entry_undo),
    hint = format('Everything after it is undone already. Mend what is in the way and run this file again, or give the entry up: delete from schemagen.ledger where seq = %s.', entry);
end
$undo_entry$;
