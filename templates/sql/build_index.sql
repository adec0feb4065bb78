-- The statements that build what is to be built, each to be run outside a transaction. What an interrupted build left
-- behind is invalid and dropped first: CREATE INDEX … IF NOT EXISTS would take it for done.
create or replace function pg_temp.index_steps() returns table (step text)
language plpgsql stable as $index_steps$
declare
  item record;
  plan jsonb;
  working text;
  found_valid boolean;
begin
  for item in select p.seq, p.step::jsonb as plan from schemagen.pending as p where p.phase = 'index' order by p.seq loop
    plan := item.plan;
    working := case when plan ->> 'replaced' is null then plan ->> 'name' else pg_temp.working_name('new', plan ->> 'name') end;
    found_valid := (select indisvalid from pg_index where indexrelid = to_regclass(format('%I.%I', plan ->> 'schema', working)));
    step := format('call pg_temp.index_begun(%s)', item.seq);
    return next;
    if not found_valid then
      step := format('drop index concurrently %I.%I', plan ->> 'schema', working);
      return next;
    end if;
    if found_valid is not true then
      step := format('create %sindex concurrently %I on %s %s', plan ->> 'word', working, plan ->> 'table', plan ->> 'body');
      return next;
    end if;
    step := format('call pg_temp.index_built(%s)', item.seq);
    return next;
    if plan ->> 'replaced' is not null then
      step := format('drop index concurrently if exists %I.%I', plan ->> 'schema', pg_temp.working_name('old', plan ->> 'name'));
      return next;
    end if;
  end loop;
  for step in select format('drop index concurrently if exists %s', leftover) from pg_temp.index_leftovers() as leftover order by 1 loop
    return next;
  end loop;
end
$index_steps$;

-- Indexes in between of which nothing more is to be done: replaced ones, and those of an up that nobody goes on with.
create or replace function pg_temp.index_leftovers() returns setof text
language sql stable as $index_leftovers$
  select format('%I.%I', n.nspname, c.relname) from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
  where c.relkind = 'i' and c.relname like 'schemagen\_%' and c.relname ~ '^schemagen_(new|old|key)_[0-9a-f]{32}$'
    and not exists (select from pg_constraint as k where k.conindid = c.oid)
    and not exists (select from schemagen.pending as p where p.phase not in ('backfill', 'given up', 'removed') and position(c.relname in p.step) > 0
      or p.phase = 'index' and c.relname in (pg_temp.working_name('new', p.step::jsonb ->> 'name'), pg_temp.working_name('old', p.step::jsonb ->> 'name')))
$index_leftovers$;

-- How to undo it is recorded before it is begun, so that a build that is cut off can be undone as well.
create or replace procedure pg_temp.index_begun(pending_seq bigint)
language plpgsql as $index_begun$
declare
  plan jsonb := (select step::jsonb from schemagen.pending where seq = pending_seq);
  index_object text := format('%I.%I', plan ->> 'schema', plan ->> 'name');
  undo_statement text := format('drop index if exists %s', index_object) || coalesce('; ' || (plan ->> 'replaced'), '');
begin
  if not pg_temp.ours('table', plan ->> 'table')
    and not exists (select from schemagen.ledger where object = index_object and kind = 'index' and undo = undo_statement) then
    insert into schemagen.ledger (kind, object, done, undo)
    values ('index', index_object, format('create %sindex concurrently %I on %s %s', plan ->> 'word', plan ->> 'name', plan ->> 'table', plan ->> 'body'), undo_statement);
  end if;
end
$index_begun$;

-- An index that the server refused to build is still to be built, and what it replaces stays.
create or replace procedure pg_temp.index_built(pending_seq bigint)
language plpgsql as $index_built$
declare
  plan jsonb := (select step::jsonb from schemagen.pending where seq = pending_seq);
  replaced boolean := plan ->> 'replaced' is not null;
  working text := case when replaced then pg_temp.working_name('new', plan ->> 'name') else plan ->> 'name' end;
begin
  if not coalesce((select indisvalid from pg_index where indexrelid = to_regclass(format('%I.%I', plan ->> 'schema', working))), false) then
    return;
  end if;
  if replaced then
    execute format('alter index %I.%I rename to %I', plan ->> 'schema', plan ->> 'name', pg_temp.working_name('old', plan ->> 'name'));
    execute format('alter index %I.%I rename to %I', plan ->> 'schema', working, plan ->> 'name');
  end if;
  delete from schemagen.pending where seq = pending_seq;
end
$index_built$;

create or replace procedure pg_temp.indexes_built()
language plpgsql as $indexes_built$
declare
  missing text := (select string_agg(format('%I on %s', step::jsonb ->> 'name', step::jsonb ->> 'table'), ', ' order by seq) from schemagen.pending where phase = 'index');
begin
  if missing is not null then
    raise exception 'SG505: could not be built: %', missing
      using hint = 'The messages above say why: for a unique index there may be rows that are equal. Mend the rows and run this file again.';
  end if;
end
$indexes_built$;
