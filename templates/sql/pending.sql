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

-- Privileges of a table that have to wait until a column is gone, or null: there are none. The column may stay for long.
create or replace procedure pg_temp.once_removed(wanted_object text, wanted_step text)
language plpgsql as $once_removed$
begin
  if exists (select from schemagen.pending where phase = 'removed' and object = wanted_object and step is distinct from wanted_step) then
    delete from schemagen.pending where phase = 'removed' and object = wanted_object and step is distinct from wanted_step;
  end if;
  if wanted_step is not null then
    call pg_temp.later('removed', wanted_object, wanted_step);
  end if;
end
$once_removed$;

-- What is to be done is found anew by each up, for the model that it has. But that values are still to be given to a new column, the
-- column does not tell: that is kept, and where the model has no such column it is given up.
create or replace procedure pg_temp.forget_pending(model text[])
language plpgsql as $forget_pending$
begin
  if exists (select from schemagen.pending where phase not in ('removed', 'given up')) then
    delete from schemagen.pending where phase not in ('backfill', 'removed', 'given up') or phase = 'backfill' and pg_temp.found_again(step);
    update schemagen.pending set phase = 'given up' where phase = 'backfill' and replace(object, '"', '') <> all (model);
  end if;
end
$forget_pending$;

-- A column that is there and is to have no NULL tells so itself.
create or replace function pg_temp.found_again(step text) returns boolean
language sql immutable as $found_again$
  select jsonb_array_length(step::jsonb) = 5 and step::jsonb ->> 4 is null
$found_again$;

-- The values that an up began to give are those of its model: another gives its own, or none.
create or replace procedure pg_temp.settle_backfills(table_object text, probe oid, backfills text[])
language plpgsql as $settle_backfills$
declare
  item record;
begin
  for item in
    select p.seq, p.step::jsonb as step, c.name is null as given_up, p.step::jsonb ->> 3 is not null as computed,
      coalesce((select backfills[place][2] from generate_subscripts(backfills, 1) as place where backfills[place][1] = c.name), c.default_sql) as expression
    from schemagen.pending as p left join pg_temp.columns_of(probe) as c on c.name = p.step::jsonb ->> 2
    where p.object = table_object and p.phase in ('backfill', 'given up')
  loop
    if item.computed and not item.given_up then
      item.step := jsonb_set(item.step, '{3}', coalesce(to_jsonb(item.expression), 'null'));
    end if;
    if item.computed and item.step ->> 3 is null then
      delete from schemagen.pending where seq = item.seq;
    else
      update schemagen.pending set phase = case when item.given_up then 'given up' else 'backfill' end, step = item.step::text
        where seq = item.seq and (phase, step::jsonb) is distinct from (case when item.given_up then 'given up' else 'backfill' end, item.step);
    end if;
  end loop;
end
$settle_backfills$;

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
      format('; call pg_temp.if_rows_allow(%L, %L)', format('constraint %s of %s', constraint_name, object),
        format('alter table %s add constraint %I %s not valid', object, constraint_name, old_definition)) || case when old_validated then
        format('; call pg_temp.if_rows_allow(%L, %L)', format('constraint %s of %s', constraint_name, object),
          format('alter table %s validate constraint %I', object, constraint_name)) else '' end
    else format('; call pg_temp.if_rows_allow(%L, %L)', format('constraint %s of %s', constraint_name, object),
      format('alter table %s add constraint %I %s', object, constraint_name, old_definition)) end
$undo_constraint$;

create or replace function pg_temp.identity_sql(kind "char", options text) returns text
language sql immutable as $identity_sql$
  select case kind when 'a' then 'generated always as identity' else 'generated by default as identity' end || coalesce(' (' || options || ')', '')
$identity_sql$;

-- An identity for a column that has values: what it gives next lies beyond them, wherever it begins.
create or replace procedure pg_temp.add_identity(object text, column_name text, kind "char", options text)
language plpgsql as $add_identity$
declare
  downwards boolean := options like '%increment by -%';
  start bigint := substring(options from 'start with (-?\d+)')::bigint;
  furthest bigint;
begin
  execute format('select %s(%I) from %s', case when downwards then 'min' else 'max' end, column_name, object) into furthest;
  execute format('alter table %s alter column %I add %s', object, column_name, pg_temp.identity_sql(kind, options));
  if downwards and furthest <= start or not downwards and furthest >= start then
    perform setval(pg_get_serial_sequence(object, column_name), furthest);
  end if;
end
$add_identity$;
