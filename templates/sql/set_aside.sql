-- Nothing that holds data is dropped: it goes to a schema of its own, where nobody may look, and the next up brings it back.
create or replace procedure pg_temp.cannot_undo(what text, reason text)
language plpgsql as $cannot_undo$
begin
  raise warning '% stays: %', what, reason;
end
$cannot_undo$;

create or replace procedure pg_temp.drop_if_unused(statement text)
language plpgsql as $drop_if_unused$
begin
  execute statement;
exception when dependent_objects_still_exist or object_in_use or insufficient_privilege then
  raise warning 'kept, because something still needs it: %', statement;
end
$drop_if_unused$;

-- A definition that rows written since do not meet, or that speaks of what is not there any more, cannot come back: that is
-- said, and the rows stay as they are.
create or replace procedure pg_temp.if_rows_allow(what text, statement text)
language plpgsql as $if_rows_allow$
begin
  execute statement;
exception when integrity_constraint_violation or not_null_violation or check_violation or foreign_key_violation or unique_violation
  or exclusion_violation or data_exception or string_data_right_truncation or numeric_value_out_of_range or invalid_text_representation
  or undefined_column or undefined_table or undefined_function or undefined_object then
  raise warning '% does not come back: % (%)', what, sqlerrm, statement;
end
$if_rows_allow$;

create or replace procedure pg_temp.set_aside_table(schema_name text, table_name text)
language plpgsql as $set_aside_table$
declare
  object text := format('%I.%I', schema_name, table_name);
  former text := (select r.old_name from schemagen.renamed as r where r.place = '' and r.new_name = object order by r.seq desc limit 1);
begin
  if to_regclass(object) is null then
    raise warning '% is not there any more', object;
    return;
  end if;
  -- Aside there may be one already that had the name after it: then it goes by its own last one.
  if former is not null and to_regclass(format('%I.%I', pg_temp.aside_schema(schema_name), table_name)) is not null and to_regclass(former) is null then
    execute pg_temp.rename_sql(format('alter table %s rename to %I', object, (parse_ident(former))[2]), 'table', '', object, former);
    object := former;
  end if;
  call pg_temp.revoke_all('table', object);
  call pg_temp.move_aside('table', schema_name, object);
end
$set_aside_table$;

create or replace procedure pg_temp.set_aside_sequence(schema_name text, sequence_name text)
language plpgsql as $set_aside_sequence$
declare
  object text := format('%I.%I', schema_name, sequence_name);
begin
  if to_regclass(object) is not null then
    call pg_temp.revoke_all('sequence', object);
    call pg_temp.move_aside('sequence', schema_name, object);
  end if;
end
$set_aside_sequence$;

-- A trigger on somebody else's table may be made by us and dropped only by its owner; but it goes with its function, which
-- is made again for the others that call it.
create or replace procedure pg_temp.drop_trigger(table_object text, trigger_name text)
language plpgsql as $drop_trigger$
declare
  item record;
  signature text;
  again text := '';
begin
  select t.oid, t.tgfoid, pg_get_functiondef(t.tgfoid) as definition into item from pg_trigger as t
    where t.tgrelid = to_regclass(table_object) and t.tgname = drop_trigger.trigger_name and not t.tgisinternal;
  if not found then
    return;
  end if;
  begin
    execute format('drop trigger %I on %s', trigger_name, table_object);
  exception when insufficient_privilege then
    again := coalesce((select string_agg('; ' || pg_get_triggerdef(t.oid), '' order by t.oid) from pg_trigger as t
      where t.tgfoid = item.tgfoid and t.oid <> item.oid and not t.tgisinternal), '');
    signature := item.tgfoid::regprocedure;
    execute format('drop function %s cascade; ', signature) || item.definition || again;
    call pg_temp.revoke_all('function', signature);
  end;
end
$drop_trigger$;

-- Types and functions hold no data: they go, unless what was set aside needs them.
create or replace procedure pg_temp.set_aside_type(schema_name text, type_name text)
language plpgsql as $set_aside_type$
declare
  object text := format('%I.%I', schema_name, type_name);
begin
  if to_regtype(object) is not null then
    begin
      execute format('drop type %s', object);
    exception when dependent_objects_still_exist then
      call pg_temp.move_aside('type', schema_name, object);
    end;
  end if;
end
$set_aside_type$;


-- An attribute of a composite type: the values that rows have for it are stashed with their keys. In an array, in another
-- type, in a big table, or without a key they cannot be: then it stays.
create or replace procedure pg_temp.set_aside_attribute(schema_name text, type_name text, attribute text)
language plpgsql as $set_aside_attribute$
declare
  object text := format('%I.%I', schema_name, type_name);
  place record;
  again boolean;
begin
  foreach again in array '{false, true}'::boolean[] loop
    for place in
      select n.nspname, c.relname, k.column_name, pg_temp.relation_name(c.oid) as name, pg_temp.key_of(c.oid) as keys,
        k.direct and c.relkind <> 'm' and pg_temp.size_of(c.oid) <= 8 * 1024 * 1024 as movable
      from pg_temp.kept_in(to_regtype(object)) as k join pg_class as c on c.oid = k.relation join pg_namespace as n on n.oid = c.relnamespace
    loop
      continue when not pg_temp.has_rows(place.name);
      if again then
        call pg_temp.stash_values(place.nspname, place.relname, format('(%I).%I', place.column_name, attribute), place.keys,
          format('(%I).%I', place.column_name, attribute), attribute, format('%I is distinct from null', place.column_name));
      elsif place.keys = '{}' or not place.movable then
        raise warning 'attribute % of % has values in column % of %, from where they cannot be put aside: it stays', quote_ident(attribute), object, quote_ident(place.column_name), place.name;
        return;
      end if;
    end loop;
  end loop;
  execute format('alter type %s drop attribute if exists %I', object, attribute);
end
$set_aside_attribute$;

create or replace function pg_temp.size_of(relation oid) returns bigint
language sql stable as $size_of$
  select coalesce((select sum(pg_relation_size(tree.relid)) from pg_partition_tree(relation) as tree), pg_relation_size(relation))::bigint
$size_of$;

-- A column of a table that stays: its values are stashed with the primary key, then it goes. Values that were still to be given to it are
-- none of them.
create or replace procedure pg_temp.set_aside_column(schema_name text, table_name text, column_name text)
language plpgsql as $set_aside_column$
declare
  object text := format('%I.%I', schema_name, table_name);
  keys text[] := pg_temp.key_of(to_regclass(object));
  place record;
  has_values boolean;
  given boolean;
begin
  select a.attgenerated, a.attnum, c.relkind into place from pg_attribute as a join pg_class as c on c.oid = a.attrelid
    where a.attrelid = to_regclass(object) and a.attname = column_name and not a.attisdropped;
  if not found then
    return;
  end if;
  has_values := place.attgenerated = '' and place.relkind <> 'f' and pg_temp.has_rows(object);
  if has_values and keys <@ array[column_name] then
    call pg_temp.keep_column(schema_name, table_name, column_name);
    return;
  elsif has_values then
    given := not exists (select from schemagen.pending as p where p.object = format('%I.%I', schema_name, table_name) and p.phase in ('backfill', 'given up')
      and p.step::jsonb ->> 2 = column_name);
    call pg_temp.stash_values(schema_name, table_name, column_name, keys, quote_ident(column_name), column_name,
      case when given then 'true' else format('%I is not null', column_name) end);
  end if;
  execute format('alter table %s drop column %I', object, column_name);
  delete from schemagen.pending as p where p.object = format('%I.%I', schema_name, table_name) and p.phase in ('backfill', 'given up')
    and p.step::jsonb ->> 2 = column_name;
end
$set_aside_column$;

-- Without a key, nobody could tell which value belongs to which row.
create or replace procedure pg_temp.keep_column(schema_name text, table_name text, column_name text)
language plpgsql as $keep_column$
declare
  object text := format('%I.%I', schema_name, table_name);
  kept text := pg_temp.new_stash(schema_name, table_name, column_name);
begin
  execute format('alter table %s alter column %I drop not null, alter column %I drop default', object, column_name, column_name);
  execute format('alter table %s rename column %I to %I', object, column_name, kept);
  call pg_temp.stash_key_renamed(object, column_name, kept);
  raise warning 'column % of % has values and the table no primary key: it is kept under the name %', quote_ident(column_name), object, kept;
end
$keep_column$;
