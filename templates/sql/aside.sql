-- What a rollback put aside comes back before anything is made anew.
create or replace function pg_temp.aside_schema(schema_name text) returns text
language sql immutable as $aside_schema$
  select case when octet_length(schema_name) <= 47 then 'schemagen_aside_' || schema_name
    else 'schemagen_aside_' || md5(schema_name) end
$aside_schema$;

create or replace procedure pg_temp.drop_aside_schema(schema_name text)
language plpgsql as $drop_aside_schema$
begin
  execute format('drop schema %I', pg_temp.aside_schema(schema_name));
exception when dependent_objects_still_exist or invalid_schema_name then
  null;
end
$drop_aside_schema$;

create or replace procedure pg_temp.bring_back(word text, schema_name text, object_name text, arguments text)
language plpgsql as $bring_back$
declare
  aside text := format('%I.%I%s', pg_temp.aside_schema(schema_name), object_name, arguments);
begin
  if to_regnamespace(quote_ident(pg_temp.aside_schema(schema_name))) is null or not pg_temp.is_there(word, aside) then
    return;
  end if;
  if word = 'sequence' then
    execute format('alter sequence %s owned by none', aside);
  end if;
  call pg_temp.run(word, format('%I.%I%s', schema_name, object_name, arguments),
    format('alter %s %s set schema %I', word, aside, schema_name), pg_temp.set_aside_sql(word, schema_name, object_name, arguments));
  if word = 'table' then
    call pg_temp.remember_constraints(format('%I.%I', schema_name, object_name));
  end if;
  call pg_temp.drop_aside_schema(schema_name);
end
$bring_back$;

-- What has the name may be of another kind: a table is a relation like a sequence, and has a type of its name.
create or replace function pg_temp.is_there(word text, object text) returns boolean
language plpgsql stable as $is_there$
begin
  return case
    when word in ('function', 'procedure') then pg_temp.routine_at(object) is not null
    when word = 'type' then exists (select from pg_type where oid = to_regtype(object)
      and (typrelid = 0 or typrelid in (select oid from pg_class where relkind = 'c')))
    else exists (select from pg_class where oid = to_regclass(object) and relkind = any (
      case word when 'table' then '{r,p,f}' when 'sequence' then '{S}' when 'view' then '{v}' else '{m}' end::"char"[])) end;
end
$is_there$;

create or replace function pg_temp.set_aside_sql(word text, schema_name text, object_name text, arguments text default '') returns text
language sql immutable as $set_aside_sql$
  select case when word in ('function', 'procedure')
    then format('call pg_temp.set_aside_function(%L, %L, %L)', schema_name, object_name, substr(arguments, 2, length(arguments) - 2))
    else format('call pg_temp.set_aside_%s(%L, %L)', word, schema_name, object_name) end
$set_aside_sql$;

-- What came back with a table was made by us, and may go when the model drops it.
create or replace procedure pg_temp.remember_constraints(table_object text)
language plpgsql as $remember_constraints$
begin
  update schemagen.ledger set done = done || coalesce((select string_agg(E'\n-- ' || format('constraint %I ', conname), '' order by conname)
    from pg_constraint where conrelid = to_regclass(table_object)), '')
  where seq = (select max(seq) from schemagen.ledger where kind = 'table' and object = table_object);
end
$remember_constraints$;

-- Where values of a type are kept: in columns of it, and in columns of types that are made of it.
create or replace function pg_temp.kept_in(type_oid oid) returns table (relation oid, column_name text, direct boolean)
language sql stable as $kept_in$
  with recursive made_of (oid) as (
    select type_oid
    union
    select t.oid from made_of as m join pg_type as t on m.oid in (t.typelem, t.typbasetype)
      or exists (select from pg_class as c join pg_attribute as a on a.attrelid = c.oid where c.reltype = t.oid and c.relkind = 'c'
        and a.atttypid = m.oid and not a.attisdropped)
      or exists (select from pg_range as r where r.rngsubtype = m.oid and t.oid in (r.rngtypid, r.rngmultitypid))
  )
  select c.oid, a.attname::text, a.atttypid = type_oid from pg_attribute as a join pg_class as c on c.oid = a.attrelid
  where a.atttypid in (select oid from made_of) and a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p', 'm') and not c.relispartition
$kept_in$;
