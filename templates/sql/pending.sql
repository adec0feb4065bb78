-- What the first file finds to be done on tables that have rows is written down for the files of later phases.
create or replace procedure pg_temp.later(wanted_phase text, wanted_object text, wanted_step text)
language plpgsql as $later$
begin
  if not exists (select from schemagen.pending where phase = wanted_phase and object = wanted_object and step = wanted_step) then
    insert into schemagen.pending (phase, object, step) values (wanted_phase, wanted_object, wanted_step);
  end if;
end
$later$;

-- A change of a part of a table, written down for later.
create or replace procedure pg_temp.change_later(wanted_phase text, table_object text, change_kind text, statement text, undo_statement text)
language plpgsql as $change_later$
begin
  call pg_temp.later(wanted_phase, table_object,
    format('call pg_temp.change(%L, %L, %L, %L, %L)', table_object, change_kind, table_object, statement, undo_statement));
end
$change_later$;

-- Values that are still to be given are kept: the column does not tell that they are missing.
create or replace procedure pg_temp.forget_pending(wanted_object text)
language plpgsql as $forget_pending$
begin
  if exists (select from schemagen.pending where object = wanted_object and phase <> 'backfill') then
    delete from schemagen.pending where object = wanted_object and phase <> 'backfill';
  end if;
end
$forget_pending$;

create or replace function pg_temp.has_rows(object text) returns boolean
language plpgsql stable as $has_rows$
declare
  answer boolean := (select relispopulated from pg_class where oid = to_regclass(object));
begin
  if not answer then
    return false;
  end if;
  execute format('select exists (select from %s)', object) into answer;
  return answer;
end
$has_rows$;

-- A short name of ours for something in between, the same each time.
create or replace function pg_temp.working_name(purpose text, name text) returns text
language sql immutable as $working_name$
  select format('schemagen_%s_%s', purpose, md5(name))
$working_name$;

-- A table is rewritten only where that takes no time, or where the operator says so.
create or replace procedure pg_temp.allow_rewrite(object text, reason text)
language plpgsql as $allow_rewrite$
begin
  if pg_relation_size(to_regclass(object)) > 8 * 1024 * 1024 and coalesce(current_setting('schemagen.allow_rewrite', true), '') <> 'on' then
    raise exception 'SG502: % would be rewritten, and blocked meanwhile: %', object, reason
      using hint = 'Add a new column, fill it and drop the old one; or, with the application stopped, run with PGOPTIONS="-c schemagen.allow_rewrite=on".';
  end if;
end
$allow_rewrite$;

-- How a constraint is undone: it is dropped, and the one that was there before comes back, validated if rows allow.
create or replace function pg_temp.undo_constraint(object text, constraint_name text, old_definition text, old_validated boolean) returns text
language sql immutable as $undo_constraint$
  select format('alter table if exists %s drop constraint if exists %I', object, constraint_name) || case
    when old_definition is null then ''
    when old_definition ~ '^(CHECK|FOREIGN KEY)' then
      format('; alter table %s add constraint %I %s not valid', object, constraint_name, old_definition) || case when old_validated then
        format('; call pg_temp.if_rows_allow(%L, %L)', format('constraint %s of %s', constraint_name, object),
          format('alter table %s validate constraint %I', object, constraint_name)) else '' end
    else format('; call pg_temp.if_rows_allow(%L, %L)', format('constraint %s of %s', constraint_name, object),
      format('alter table %s add constraint %I %s', object, constraint_name, old_definition)) end
$undo_constraint$;
