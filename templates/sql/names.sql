-- What a model finds, and by which name.
-- What has one of the names of a model is nothing that another of its names may stand for. Quotes do not count: which words need them
-- differs between versions. `renames` are pairs of a new and an old name.
create or replace procedure pg_temp.begin_model(objects text[], renames text[])
language plpgsql as $begin_model$
declare
  names text[] := array(select replace(name, '"', '') from unnest(objects) as name);
  every text[] := names || array(select replace(renames[place][2], '"', '') from generate_subscripts(renames, 1) as place);
begin
  if exists (select from schemagen.ledger where kind = 'table')
    and not exists (select from schemagen.ledger as l where l.kind = 'table' and replace(l.object, '"', '') = any (every))
    and not exists (select from schemagen.renamed as r where r.place = '' and replace(r.old_name, '"', '') = any (every))
    and not exists (select from schemagen.renamed as r where r.place = '' and replace(r.new_name, '"', '') = any (every)) then
    raise exception 'SG510: another model made what is in this database: none of its tables is in this one'
      using hint = 'Look at the connection. To put everything of the other model aside, run its down files first.';
  end if;
  perform set_config('schemagen.model', names::text, false), set_config('schemagen.claims', pg_temp.claims(renames)::text, false);
  call pg_temp.forget_pending(names);
  call pg_temp.take_names_back(names);
end
$begin_model$;

-- Before anything is compared: things may have moved on to names of each other.
create or replace procedure pg_temp.take_names_back(model text[])
language plpgsql as $take_names_back$
declare
  item record;
begin
  for item in
    select r.kind, parse_ident(r.old_name, false) as name, coalesce(substring(r.old_name from '^(?:"(?:[^"]|"")*"|[^".])+\.(?:"(?:[^"]|"")*"|[^"(])+(\(.*)$'), '') as arguments
    from schemagen.renamed as r where r.place = '' and replace(r.old_name, '"', '') = any (model) group by 1, 2, 3 order by max(r.seq) desc
  loop
    call pg_temp.find_object(item.kind, item.name[1], item.name[2], null, item.arguments);
  end loop;
end
$take_names_back$;

-- The place of an object by this name is taken.
create or replace function pg_temp.is_taken(word text, object text) returns boolean
language plpgsql stable as $is_taken$
begin
  return case when word in ('function', 'procedure') then pg_temp.routine_at(object) is not null
    when word = 'type' then to_regtype(object) is not null else to_regclass(object) is not null end;
end
$is_taken$;

-- What the model has by this name is found before anything is made: set aside, or under another name, which is then changed.
create or replace procedure pg_temp.find_object(word text, schema_name text, object_name text, old_name text, arguments text default '')
language plpgsql as $find_object$
declare
  object text := format('%I.%I%s', schema_name, object_name, arguments);
  old_object text := format('%I.', schema_name) || quote_ident(old_name) || arguments;
  called text;
begin
  if not pg_temp.is_taken(word, object) then
    call pg_temp.bring_back(word, schema_name, object_name, arguments);
  end if;
  if pg_temp.is_taken(word, object) then
    call pg_temp.refuse_both(word, object, old_object);
    return;
  end if;
  foreach called in array coalesce(pg_temp.object_way(word, schema_name, object, old_object), '{}') loop
    if not pg_temp.is_there(word, called) then
      call pg_temp.bring_back(word, schema_name, (parse_ident(called, false))[2], arguments);
    end if;
    call pg_temp.run('rename', object, pg_temp.rename_object_sql(word, called, object), pg_temp.rename_object_sql(word, object, called));
    object := called;
  end loop;
end
$find_object$;

create or replace function pg_temp.rename_object_sql(word text, old_object text, new_object text) returns text
language sql immutable as $rename_object_sql$
  select pg_temp.rename_sql(format('alter %s %s rename to %I', word, old_object, (parse_ident(new_object, false))[2]), word, '', old_object, new_object)
$rename_object_sql$;

-- Under its old name something else may be by now: what had that name once is what has the new one.
create or replace procedure pg_temp.refuse_both(word text, object text, old_object text)
language plpgsql as $refuse_both$
begin
  if pg_temp.is_there(word, old_object) and object not in (select pg_temp.now_called('', old_object)) then
    raise exception 'SG504: there are both % % and the % % that it was renamed from', word, object, word, old_object
      using hint = 'Drop or merge one of the two, or take `renamed_from` out of the model.';
  end if;
end
$refuse_both$;

-- By which names the thing is there, or set aside.
create or replace function pg_temp.object_way(word text, schema_name text, object text, old_object text) returns text[]
language plpgsql stable as $object_way$
declare
  model text[] := coalesce(current_setting('schemagen.model', true), '{}');
  aside text := quote_ident(pg_temp.aside_schema(schema_name)) || '.';
  there text[];
  wanted text[];
begin
  select coalesce(array_agg(name), '{}'), coalesce(array_agg(name) filter (where replace(name, '"', '') = any (model)), '{}') into there, wanted
    from (select r.new_name as name from schemagen.renamed as r where r.place = '' and r.kind = word union select old_object where old_object is not null) as found
    where starts_with(name, quote_ident(schema_name) || '.')
      and (pg_temp.is_there(word, name) or pg_temp.is_there(word, aside || substr(name, length(quote_ident(schema_name)) + 2)));
  return pg_temp.way_to('', object, old_object, there, wanted, coalesce(current_setting('schemagen.claims', true), '{}')::jsonb);
end
$object_way$;
