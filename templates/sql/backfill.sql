-- Gives existing rows their values, block by block: row locks are short, and nobody waits. Triggers of the
-- application do not fire where the session may switch them off: a backfill is no change of the application's.
create or replace procedure pg_temp.set_triggers(role_setting text)
language plpgsql as $set_triggers$
begin
  if current_setting('session_replication_role') <> role_setting and (role_setting = 'origin' or exists (select from schemagen.pending where phase = 'backfill')) then
    perform set_config('session_replication_role', role_setting, false);
  end if;
exception when insufficient_privilege then
  raise notice 'triggers fire during the backfill: this role may not set session_replication_role';
end
$set_triggers$;

create or replace function pg_temp.leaves_of(relation oid) returns setof oid
language sql stable as $leaves_of$
  select case when (select relkind from pg_class where oid = relation) = 'p' then tree.relid::oid else relation end
  from pg_partition_tree(relation) as tree where tree.isleaf
  union
  select relation where (select relkind from pg_class where oid = relation) <> 'p'
$leaves_of$;

-- Rows that the model always has are there before others ask for them, where nobody has written any yet. Those that cannot be
-- written before everything else is done come with the last file.
create or replace procedure pg_temp.ensure_first_rows(object text, statements text)
language plpgsql as $ensure_first_rows$
begin
  if not exists (select from schemagen.pending) or pg_temp.has_rows(object) then
    return;
  end if;
  execute statements;
exception when others then
  raise debug 'rows of % come later: %', object, sqlerrm;
end
$ensure_first_rows$;

-- One pass over a table, or a partition of it; gives how many rows got a value.
create or replace procedure pg_temp.fill(relation oid, table_name text, column_name text, expression text, condition text, inout filled bigint)
language plpgsql as $fill$
declare
  blocks bigint := pg_relation_size(relation) / current_setting('block_size')::bigint;
  step constant bigint := 64;
  first bigint := 0;
  changed bigint;
begin
  while first < blocks loop
    execute format('update only %1$s as %4$I set %2$I = (%3$s) where %4$I.ctid >= %5$L::tid and %4$I.ctid < %6$L::tid and %4$I.%2$I %7$s and (%3$s) is not null',
      pg_temp.full_name(relation), column_name, expression, table_name, format('(%s,0)', first), format('(%s,0)', first + step), condition);
    get diagnostics changed = row_count;
    filled := filled + changed;
    first := first + step;
    commit;
  end loop;
end
$fill$;

create or replace function pg_temp.full_name(relation oid) returns text
language sql stable as $full_name$
  select format('%I.%I', n.nspname, c.relname) from pg_class as c join pg_namespace as n on n.oid = c.relnamespace where c.oid = relation
$full_name$;

-- The value that is aside for a row, found by the key.
create or replace function pg_temp.stashed_value(schema_name text, table_name text, stash_name text) returns text
language sql stable as $stashed_value$
  select format('select stash.%I from %s as stash where %s', (select a.attname from pg_attribute as a where a.attrelid = to_regclass(s.aside)
      and a.attnum > 0 and not a.attisdropped order by a.attnum desc limit 1), s.aside, pg_temp.same_key('stash', s.keys, quote_ident(table_name)))
  from pg_temp.stashes_of(schema_name, table_name) as s where s.stash_name = stashed_value.stash_name
$stashed_value$;

-- Values may depend on each other (a child's on its parent's): passes are repeated until none has anything to do.
create or replace procedure pg_temp.backfill_all()
language plpgsql as $backfill_all$
declare
  item record;
  leaf oid;
  filled bigint;
  total bigint;
  expression text;
begin
  call pg_temp.fit_all_stashes();
  loop
    total := 0;
    for item in
      select seq, step::jsonb ->> 0 as schema_name, step::jsonb ->> 1 as table_name, step::jsonb ->> 2 as column_name,
        step::jsonb ->> 3 as expression, step::jsonb ->> 4 as stash_name, step::jsonb ->> 5 as unless_stashed
      from schemagen.pending where phase = 'backfill' order by step::jsonb ->> 4 is null, seq
    loop
      expression := coalesce(item.expression, pg_temp.stashed_value(item.schema_name, item.table_name, item.stash_name));
      if item.unless_stashed is not null then
        expression := format('case when not exists (%s) then (%s) end',
          pg_temp.stashed_value(item.schema_name, item.table_name, item.unless_stashed), expression);
      end if;
      for leaf in select * from pg_temp.leaves_of(to_regclass(format('%I.%I', item.schema_name, item.table_name))) loop
        filled := 0;
        call pg_temp.fill(leaf, item.table_name, item.column_name, expression,
          case when item.stash_name is null then 'is null' else format('is distinct from (%s)', expression) end, filled);
        total := total + filled;
      end loop;
    end loop;
    exit when total = 0;
  end loop;
  for item in select step::jsonb ->> 0 as schema_name, step::jsonb ->> 4 as stash_name from schemagen.pending
    where phase = 'backfill' and step::jsonb ->> 4 is not null order by seq
  loop
    call pg_temp.drop_stash(item.schema_name, item.stash_name);
  end loop;
  delete from schemagen.pending where phase = 'backfill';
  commit;
end
$backfill_all$;
