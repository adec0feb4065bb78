-- What an object was called, and is called by now.
create or replace function pg_temp.names_of(object text) returns setof text
language sql stable as $names_of$
  with recursive names (name) as (
    select object
    union
    select substring(l.done from '^alter (?:table|type|sequence|view|materialized view|function|procedure) (.*) rename to ') from names
    join schemagen.ledger as l on l.kind = 'rename' and l.object = names.name
  )
  select name from names
$names_of$;

-- What a table or sequence was called before a rollback took its names back, the last first.
create or replace function pg_temp.once_called(object text) returns setof text
language sql stable as $once_called$
  with recursive names (name, depth) as (
    select object, 0
    union
    select (regexp_match(u.done, '^alter (?:table|sequence) (.*) rename to '))[1], names.depth + 1 from names
    join schemagen.undone as u on u.object = names.name and u.done ~ ' rename to ' where names.depth < 100
  )
  select name from names where depth > 0 group by name order by min(depth)
$once_called$;

-- Set aside a table or sequence may be by its old name, or by one that it had before that. Gives the name that it came back by.
create or replace procedure pg_temp.bring_back_old(word text, schema_name text, object_name text, inout old_name text)
language plpgsql as $bring_back_old$
declare
  object text := format('%I.%I', schema_name, object_name);
  old_object text := quote_ident(schema_name) || '.' || quote_ident(old_name);
  called text;
begin
  for called in select old_object where old_name is not null union all select pg_temp.once_called(old_object) loop
    exit when to_regclass(old_object) is not null or to_regclass(object) is not null;
    old_object := called;
    old_name := (parse_ident(called))[2];
    call pg_temp.bring_back(word, schema_name, old_name, '', format('call pg_temp.set_aside_%s(%L, %L)', word, schema_name, old_name));
  end loop;
end
$bring_back_old$;

create or replace function pg_temp.name_now(object text, made bigint) returns text
language sql stable as $name_now$
  with recursive names (name, seq) as (
    select object, made
    union all
    select (later.found).object, (later.found).seq from names, lateral (
      select l as found from schemagen.ledger as l where l.kind = 'rename' and l.seq > names.seq
        and starts_with(substring(l.done from '^alter (?:table|type|sequence|view|materialized view|function|procedure) (.*)'), names.name || ' rename to ')
      order by l.seq limit 1) as later
  )
  select name from names order by seq desc limit 1
$name_now$;

create or replace procedure pg_temp.rename_object(word text, schema_name text, object_name text, old_name text, arguments text default '')
language plpgsql as $rename_object$
declare
  object text := format('%I.%I%s', schema_name, object_name, arguments);
  old_object text := format('%I.%s%s', schema_name, quote_ident(old_name), arguments);
  routine boolean := word in ('function', 'procedure');
begin
  if old_name is null or (case when routine then to_regprocedure(old_object)::oid else to_regclass(old_object)::oid end) is null then
    return;
  elsif (case when routine then to_regprocedure(object)::oid else to_regclass(object)::oid end) is not null then
    raise exception 'SG504: there are both % % and % that it was renamed from', word, object, old_object
      using hint = 'Drop one of the two, or take `renamed_from` out of the model.';
  end if;
  call pg_temp.run('rename', object, format('alter %s %s rename to %I', word, old_object, object_name), format('alter %s %s rename to %I', word, object, old_name));
end
$rename_object$;

-- The names of a model's tables, old ones as well. Quotes do not count: which words need them differs between versions.
create or replace procedure pg_temp.ensure_same_model(tables text[])
language plpgsql as $ensure_same_model$
declare
  names text[] := array(select replace(name, '"', '') from unnest(tables) as name);
begin
  if exists (select from schemagen.ledger where kind = 'table')
    and not exists (select from schemagen.ledger as l where l.kind = 'table' and replace(l.object, '"', '') = any (names))
    and not exists (select from schemagen.ledger as l where l.kind = 'table' and replace(pg_temp.name_now(l.object, l.seq), '"', '') = any (names)) then
    raise exception 'SG510: another model made what is in this database: none of its tables is in this one'
      using hint = 'Look at the connection. To put everything of the other model aside, run its down files first.';
  end if;
end
$ensure_same_model$;
