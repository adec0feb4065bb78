-- Materialized views are filled once their tables have their rows.
create or replace procedure pg_temp.ensure_populated(object text)
language plpgsql as $ensure_populated$
begin
  if not (select relispopulated from pg_class where oid = to_regclass(object)) then
    execute format('refresh materialized view %s', object);
  end if;
end
$ensure_populated$;

-- A row that the model always has, found by its key. It is written only where it is not there or is different.
create or replace procedure pg_temp.ensure_row(schema_name text, table_name text, keys text[], columns text[], row_values text)
language plpgsql as $ensure_row$
declare
  object text := format('%I.%I', schema_name, table_name);
  names text := (select string_agg(quote_ident(name), ', ' order by place) from unnest(columns) with ordinality as c (name, place));
  wanted text := format('(values (%s)) as wanted (%s)', row_values, names);
  same_key text := (select string_agg(format('real.%1$I = wanted.%1$I::%2$s', a.attname, format_type(a.atttypid, a.atttypmod)), ' and ')
    from pg_attribute as a where a.attrelid = to_regclass(object) and a.attname = any (keys));
  same_row text := (select string_agg(format('to_jsonb(real.%1$I) is not distinct from to_jsonb(wanted.%1$I::%2$s)', a.attname, format_type(a.atttypid, a.atttypmod)), ' and ')
    from pg_attribute as a where a.attrelid = to_regclass(object) and a.attname = any (columns));
  typed text := (select string_agg(format('wanted.%I::%s', a.attname, format_type(a.atttypid, a.atttypmod)), ', ' order by place)
    from unnest(columns) with ordinality as c (name, place) join pg_attribute as a on a.attrelid = to_regclass(object) and a.attname = c.name);
  existing jsonb;
  equal boolean;
  key_text text;
  recorded boolean := not pg_temp.ours('table', object);
begin
  execute format('select to_jsonb(real), %s from %s as real join %s on %s', same_row, object, wanted, same_key) into existing, equal;
  if existing is null then
    execute format('insert into %s as real (%s) overriding system value select %s from %s returning to_jsonb(real)', object, names, typed, wanted) into existing;
    key_text := pg_temp.key_condition(object, keys, existing);
    call pg_temp.advance_sequences(object, keys, existing);
    if recorded then
      insert into schemagen.ledger (kind, object, done, undo) values ('row', object, 'insert ' || key_text,
        format('call pg_temp.if_rows_allow(%L, %L)', 'the table without row ' || key_text, format('delete from %s as real where %s', object, key_text)));
    end if;
  elsif not equal then
    execute format('update %s as real set (%s) = row(%s) from %s where %s', object, names, typed, wanted, same_key);
    if recorded then
      key_text := pg_temp.key_condition(object, keys, existing);
      insert into schemagen.ledger (kind, object, done, undo) values ('row', object, 'update ' || key_text,
        format('update %s as real set (%s) = (select %s from jsonb_populate_record(null::%s, %L)) where %s', object, names, names, object, existing, key_text));
    end if;
  end if;
end
$ensure_row$;

-- Keys that were given by hand are not given again by the sequence.
create or replace procedure pg_temp.advance_sequences(object text, keys text[], existing jsonb)
language plpgsql as $advance_sequences$
declare
  name text;
  sequence text;
begin
  foreach name in array keys loop
    sequence := pg_get_serial_sequence(object, name);
    if sequence is not null and coalesce(pg_sequence_last_value(sequence::regclass), 0) < (existing ->> name)::bigint then
      perform setval(sequence::regclass, (existing ->> name)::bigint);
    end if;
  end loop;
end
$advance_sequences$;

create or replace function pg_temp.key_condition(object text, keys text[], existing jsonb) returns text
language sql stable as $key_condition$
  select string_agg(format('real.%I = %L::%s', a.attname, existing ->> a.attname::text, format_type(a.atttypid, a.atttypmod)), ' and ' order by a.attnum)
  from pg_attribute as a where a.attrelid = to_regclass(object) and a.attname = any (keys)
$key_condition$;

create or replace procedure pg_temp.ensure_publication(publication_name text, definition text)
language plpgsql as $ensure_publication$
begin
  if not exists (select from pg_publication where pubname = publication_name) then
    call pg_temp.run('publication', quote_ident(publication_name), definition, format('drop publication if exists %I', publication_name));
  end if;
end
$ensure_publication$;

create or replace procedure pg_temp.ensure_published(publication_name text, schema_name text, table_name text, what text default '')
language plpgsql as $ensure_published$
declare
  object text := format('%I.%I', schema_name, table_name);
begin
  if not exists (select from pg_publication where pubname = publication_name) then
    raise notice '% is not published: there is no publication %', object, quote_ident(publication_name);
  elsif not exists (select from pg_publication_tables as p where p.pubname = publication_name and p.schemaname = schema_name and p.tablename = table_name) then
    call pg_temp.know(object, 'publication', array[publication_name]);
    call pg_temp.run('publication', object, format('alter publication %I add table %s%s', publication_name, object, what),
      format('alter publication %I drop table %s', publication_name, object));
  end if;
end
$ensure_published$;
