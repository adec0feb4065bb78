-- Values of columns that are put aside: each stash is a table of its own, with the key of the rows and then the value. It goes with the
-- table's name, and with its key.
create or replace function pg_temp.key_of(relation oid) returns text[]
language sql stable as $key_of$
  select array(select a.attname::text from pg_index as i join pg_attribute as a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
    where i.indrelid = relation and i.indisprimary order by a.attnum)
$key_of$;

create or replace function pg_temp.stashes_of(of_schema text, of_table text)
returns table (column_name text, stash_name text, aside text, keys text[], keyed text[])
language sql stable as $stashes_of$
  select s.column_name, s.stash_name, found.aside, found.columns[:cardinality(found.columns) - 1], pg_temp.key_of(to_regclass(format('%I.%I', of_schema, of_table)))
  from schemagen.stash as s, format('%I.%I', pg_temp.aside_schema(of_schema), s.stash_name) as name,
    lateral (select name as aside, array(select a.attname::text from pg_attribute as a where a.attrelid = to_regclass(name)
      and a.attnum > 0 and not a.attisdropped order by a.attnum) as columns) as found
  where s.schema_name = of_schema and s.table_name = of_table and found.columns <> '{}'
$stashes_of$;

-- The stash of a column, by the first of its names that has one, as long as the table has the columns to find its rows by.
create or replace function pg_temp.stash_of(of_schema text, of_table text, names text[]) returns text
language sql stable as $stash_of$
  select s.stash_name from pg_temp.stashes_of(of_schema, of_table) as s where s.column_name = any (names)
    and s.keys <@ pg_temp.column_names(format('%I.%I', of_schema, of_table))
  order by array_position(names, s.column_name) limit 1
$stash_of$;

create or replace function pg_temp.column_names(object text) returns text[]
language sql stable as $column_names$
  select array(select a.attname::text from pg_attribute as a where a.attrelid = to_regclass(object) and a.attnum > 0 and not a.attisdropped order by a.attnum)
$column_names$;

create or replace function pg_temp.has_column(object text, column_name text) returns boolean
language sql stable as $has_column$
  select exists (select from pg_attribute where attrelid = to_regclass(object) and attname = column_name and not attisdropped)
$has_column$;

-- A condition by which a row of the stash is a row of the table.
create or replace function pg_temp.same_key(stash_alias text, keys text[], table_alias text) returns text
language sql immutable as $same_key$
  select string_agg(format('%1$s.%2$I = %3$s.%2$I', stash_alias, key, table_alias), ' and ') from unnest(keys) as key
$same_key$;

-- The key's columns may have other types by now, and the table may have another key. What was a key's value of rows that are gone, and is
-- none of the new type, is of no use.
create or replace procedure pg_temp.fit_stashes(of_schema text, of_table text)
language plpgsql as $fit_stashes$
declare
  object text := format('%I.%I', of_schema, of_table);
  stash record;
  key record;
begin
  for stash in select s.* from pg_temp.stashes_of(of_schema, of_table) as s where s.keys <@ pg_temp.column_names(object) loop
    for key in
      select real.attname as name, format_type(real.atttypid, real.atttypmod) as data_type,
        coalesce((select format(' collate %I.%I', n.nspname, c.collname) from pg_collation as c join pg_namespace as n on n.oid = c.collnamespace
          where c.oid = real.attcollation), '') as collation_sql
      from pg_attribute as real
      join pg_attribute as kept on kept.attname = real.attname and kept.attrelid = to_regclass(stash.aside)
      where real.attrelid = to_regclass(object) and real.attname = any (stash.keys)
        and (kept.atttypid, kept.atttypmod, kept.attcollation) is distinct from (real.atttypid, real.atttypmod, real.attcollation)
    loop
      execute format('delete from %s where not pg_temp.can_be(%I, %L)', stash.aside, key.name, key.data_type);
      execute format('alter table %s alter column %I type %s%s using %I::%s', stash.aside, key.name, key.data_type, key.collation_sql, key.name, key.data_type);
    end loop;
    if stash.keyed <> '{}' and not (stash.keys <@ stash.keyed and stash.keyed <@ stash.keys) then
      call pg_temp.key_stash(object, stash.aside, stash.keys, stash.keyed);
    end if;
  end loop;
end
$fit_stashes$;

create or replace procedure pg_temp.fit_all_stashes()
language plpgsql as $fit_all_stashes$
declare
  item record;
begin
  for item in select distinct s.schema_name, s.table_name from schemagen.stash as s order by 1, 2 loop
    call pg_temp.fit_stashes(item.schema_name, item.table_name);
  end loop;
end
$fit_all_stashes$;

create or replace function pg_temp.can_be(value anyelement, data_type text) returns boolean
language plpgsql stable as $can_be$
begin
  execute format('select $1::%s', data_type) using value;
  return true;
exception when data_exception then
  return false;
end
$can_be$;

-- A stash by another key, of the rows that are still there.
create or replace procedure pg_temp.key_stash(object text, aside text, old_keys text[], new_keys text[])
language plpgsql as $key_stash$
declare
  working text := pg_temp.working_name('key', aside);
  list text := (select string_agg(quote_ident(key), ', ') from unnest(new_keys) as key);
  picked text := (select string_agg(format('real.%I', key), ', ') from unnest(new_keys) as key);
  value text := (select quote_ident(attname) from pg_attribute where attrelid = to_regclass(aside) and attnum > 0 and not attisdropped order by attnum desc limit 1);
  ident text[] := parse_ident(aside);
begin
  execute format('create table %I.%I as select %s, stash.%s from %s as stash join %s as real on %s', ident[1], working, picked, value, aside, object,
    pg_temp.same_key('stash', old_keys, 'real'));
  execute format('drop table %s', aside);
  execute format('alter table %I.%I rename to %I', ident[1], working, ident[2]);
  execute format('alter table %s add primary key (%s)', aside, list);
  execute format('revoke all on %s from public', aside);
end
$key_stash$;

-- Puts values of rows of a table aside. What is aside of them already stays for rows that have none: they may not have had it back yet.
create or replace procedure pg_temp.stash_values(of_schema text, of_table text, column_name text, keys text[], value_sql text, value_name text, condition text)
language plpgsql as $stash_values$
declare
  object text := format('%I.%I', of_schema, of_table);
  list text := (select string_agg(quote_ident(key), ', ') from unnest(keys) as key);
  query text := format('select %s, %s as %I from %s where %s', list, value_sql, value_name, object, condition);
  stash text;
begin
  call pg_temp.ensure_aside_schema(of_schema);
  execute format('lock table %s in access exclusive mode', object);
  call pg_temp.fit_stashes(of_schema, of_table);
  stash := pg_temp.stash_of(of_schema, of_table, array[column_name]);
  if stash is not null then
    execute format('insert into %I.%I %s and %s is not null on conflict (%s) do update set %I = excluded.%I', pg_temp.aside_schema(of_schema), stash, query,
      value_sql, list, value_name, value_name);
    return;
  end if;
  stash := pg_temp.new_stash(of_schema, of_table, column_name);
  execute format('create table %I.%I as %s', pg_temp.aside_schema(of_schema), stash, query);
  execute format('alter table %I.%I add primary key (%s)', pg_temp.aside_schema(of_schema), stash, list);
  execute format('revoke all on %I.%I from public', pg_temp.aside_schema(of_schema), stash);
end
$stash_values$;

-- A name for what is put aside of a column.
create or replace function pg_temp.new_stash(of_schema text, of_table text, column_name text) returns text
language plpgsql as $new_stash$
declare
  stash text := 'column_' || md5(format('%I.%I.%I %s', of_schema, of_table, column_name, nextval('schemagen.ledger_seq_seq')));
begin
  call pg_temp.let_go_of_stash(of_schema, of_table, column_name);
  insert into schemagen.stash values (of_schema, of_table, column_name, stash);
  return stash;
end
$new_stash$;

-- Nobody finds it any more, but for whoever reads the warning: its values are not ours to drop.
create or replace procedure pg_temp.let_go_of_stash(of_schema text, of_table text, column_name text)
language plpgsql as $let_go_of_stash$
declare
  object text := format('%I.%I', of_schema, of_table);
  kept text;
  aside text;
begin
  delete from schemagen.stash as s where s.schema_name = of_schema and s.table_name = of_table and s.column_name = let_go_of_stash.column_name
    returning s.stash_name into kept;
  if kept is null then
    return;
  end if;
  aside := format('%I.%I', pg_temp.aside_schema(of_schema), kept);
  if to_regclass(aside) is not null then
    raise warning 'what was aside of column % of % stays there, as %: none of its rows can be told any more', quote_ident(column_name), object, aside;
  elsif pg_temp.has_column(object, kept) then
    raise warning 'what was kept of column % of % stays in column %', quote_ident(column_name), object, kept;
  end if;
end
$let_go_of_stash$;

create or replace procedure pg_temp.drop_stash(of_schema text, stash text)
language plpgsql as $drop_stash$
begin
  if stash is not null then
    execute format('drop table if exists %I.%I', pg_temp.aside_schema(of_schema), stash);
    delete from schemagen.stash as s where s.schema_name = of_schema and s.stash_name = stash;
    call pg_temp.drop_aside_schema(of_schema);
  end if;
end
$drop_stash$;

-- A column by which rows are found has another name.
create or replace procedure pg_temp.stash_key_renamed(object text, old_name text, new_name text)
language plpgsql as $stash_key_renamed$
declare
  ident text[] := parse_ident(object);
  aside text;
begin
  for aside in select s.aside from pg_temp.stashes_of(ident[1], ident[2]) as s where old_name = any (s.keys) loop
    execute format('alter table %s rename column %I to %I', aside, old_name, new_name);
  end loop;
end
$stash_key_renamed$;
