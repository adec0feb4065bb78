-- To learn what PostgreSQL makes of a definition, it has to be tried, and that takes its time. So what was found to be as the
-- model says is remembered, with what PostgreSQL prints for it: as long as the model says the same and PostgreSQL prints
-- the same, there is nothing to do. Where either has changed, the definition is tried again.
create or replace function pg_temp.settled(wanted_part text, wanted_object text, wanted_definition text, found_state text) returns boolean
language plpgsql as $settled$
begin
  if exists (select from schemagen.settled as s where s.object = wanted_object and s.part = wanted_part
    and s.wanted = md5(wanted_definition) and s.found = md5(coalesce(found_state, ''))) then
    return true;
  end if;
  -- Nothing is settled while it is being changed: what is cut off and then taken back leaves something behind.
  delete from schemagen.settled as s where s.object = wanted_object and s.part = wanted_part;
  return false;
end
$settled$;

create or replace procedure pg_temp.settle(wanted_part text, wanted_object text, wanted_definition text, found_state text)
language plpgsql as $settle$
begin
  insert into schemagen.settled as s (part, object, wanted, found)
  values (wanted_part, wanted_object, md5(wanted_definition), md5(coalesce(found_state, '')))
  on conflict (object, part) do update set wanted = excluded.wanted, found = excluded.found;
end
$settle$;
