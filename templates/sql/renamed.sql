-- Every rename that up or a rollback makes is remembered: which thing a name means depends on when it meant it. So a model that knows
-- a thing by a name that it had before, or has lost since, finds it by the name that it has now, and gives it its own. An older model
-- takes a rename back like that, and a later one makes it again.
-- Of objects the place is empty and the names are whole; a column or a label has its table or type for a place.

-- What things are called by now that had this name once, the last to have it first.
create or replace function pg_temp.now_called(of_place text, name text) returns setof text
language sql stable as $now_called$
  select called from (select pg_temp.name_now(r.new_name, r.seq, of_place) as called, max(r.seq) as seq from schemagen.renamed as r
    where r.place = of_place and r.old_name = now_called.name group by 1) as found order by seq desc
$now_called$;

-- How to have what had this name back: the names of things that are there, each of which is then free for what has the next one.
-- Mostly that is one name; where the model wants that too, the thing that it means by it has another one in its turn. What
-- `renamed_from` claims for another name (`{"old": "new"}`) is that one's.
create or replace function pg_temp.way_back(of_place text, name text, there text[], wanted text[], claims jsonb, seen text[] default '{}') returns text[]
language plpgsql stable as $way_back$
declare
  called text;
  rest text[];
begin
  for called in select pg_temp.now_called(of_place, name) loop
    continue when called = name or called <> all (there) or called = any (seen) or claims ->> called <> name;
    if called <> all (wanted) then
      return array[called];
    end if;
    rest := called || pg_temp.way_back(of_place, called, there, wanted, claims, seen || called);
    if cardinality(rest) > 1 then
      return rest;
    end if;
  end loop;
  return null;
end
$way_back$;

create or replace function pg_temp.claims(renames text[]) returns jsonb
language sql immutable as $claims$
  select coalesce(jsonb_object_agg(renames[place][2], renames[place][1]), '{}') from generate_subscripts(renames, 1) as place
$claims$;

-- Where the thing is: as what had the name once, as `renamed_from` says, or as what had that name once.
create or replace function pg_temp.way_to(of_place text, name text, old_name text, there text[], wanted text[], claims jsonb) returns text[]
language sql stable as $way_to$
  select case when name <> all (there) then coalesce(pg_temp.way_back(of_place, name, there, wanted, claims),
    case when old_name = any (there) then array[old_name] else pg_temp.way_back(of_place, old_name, there, wanted, claims - old_name) end) end
$way_to$;

-- A statement that renames, and remembers it.
create or replace function pg_temp.rename_sql(statement text, kind text, of_place text, old_name text, new_name text) returns text
language sql immutable as $rename_sql$
  select format('%s; call pg_temp.renamed(%L, %L, %L, %L)', statement, kind, of_place, old_name, new_name)
$rename_sql$;

-- All that is remembered of a thing follows it to its new name.
create or replace procedure pg_temp.renamed(of_kind text, of_place text, old_name text, new_name text)
language plpgsql as $renamed$
begin
  insert into schemagen.renamed (kind, place, old_name, new_name) values (of_kind, of_place, renamed.old_name, renamed.new_name);
  if of_place = '' then
    call pg_temp.object_renamed(renamed.old_name, renamed.new_name);
  else
    call pg_temp.part_renamed(of_place, renamed.old_name, renamed.new_name);
  end if;
end
$renamed$;

create or replace procedure pg_temp.object_renamed(old_object text, new_object text)
language plpgsql as $object_renamed$
declare
  old_ident text[] := parse_ident(old_object, false);
  new_ident text[] := parse_ident(new_object, false);
begin
  update schemagen.renamed as r set place = new_object where r.place = old_object;
  insert into schemagen.known (object, kind, name) select new_object, k.kind, k.name from schemagen.known as k
    where k.object = old_object and k.kind <> 'privilege' on conflict do nothing;
  delete from schemagen.known as k where k.object = old_object and k.kind <> 'privilege';
  update schemagen.stash as s set table_name = new_ident[2] where s.schema_name = old_ident[1] and s.table_name = old_ident[2];
  update schemagen.pending as p set object = new_object, step = jsonb_set(p.step::jsonb, '{1}', to_jsonb(new_ident[2]))::text
    where p.object = old_object and p.phase in ('backfill', 'given up');
  delete from schemagen.pending as p where p.object = old_object;
  delete from schemagen.settled as s where s.object in (old_object, new_object);
end
$object_renamed$;

create or replace procedure pg_temp.part_renamed(of_place text, old_name text, new_name text)
language plpgsql as $part_renamed$
declare
  ident text[] := parse_ident(of_place);
begin
  update schemagen.known as k set name = part_renamed.new_name where k.object = of_place and k.kind = 'column' and k.name = part_renamed.old_name
    and not exists (select from schemagen.known as other where other.object = of_place and other.kind = 'column' and other.name = part_renamed.new_name);
  update schemagen.pending as p set step = jsonb_set(p.step::jsonb, '{2}', to_jsonb(part_renamed.new_name))::text
    where p.object = of_place and p.phase in ('backfill', 'given up') and p.step::jsonb ->> 2 = part_renamed.old_name;
  update schemagen.stash as s set column_name = format('(%I)', part_renamed.new_name) || substr(s.column_name, length(format('(%I)', part_renamed.old_name)) + 1)
    where s.schema_name = ident[1] and s.table_name = ident[2] and starts_with(s.column_name, format('(%I).', part_renamed.old_name));
  call pg_temp.stash_key_renamed(of_place, part_renamed.old_name, part_renamed.new_name);
end
$part_renamed$;

-- What is made anew under a name is none of what had it before, of which nothing is left.
create or replace procedure pg_temp.forget_names(of_place text, name text)
language plpgsql as $forget_names$
begin
  if exists (select from schemagen.renamed as r where r.place = of_place and r.new_name = forget_names.name or of_place = '' and r.place = forget_names.name) then
    delete from schemagen.renamed as r where r.place = of_place and r.new_name = forget_names.name or of_place = '' and r.place = forget_names.name;
  end if;
end
$forget_names$;
