-- A temporary table of the same name, on which wanted definitions are tried: what PostgreSQL prints for them there
-- is compared with what it prints for the real ones.
create or replace function pg_temp.probe_of(table_name text) returns oid
language sql stable as $probe_of$
  select to_regclass(format('pg_temp.%I', table_name))::oid
$probe_of$;

-- One with the columns that the real one has by now.
create or replace procedure pg_temp.ensure_probe(schema_name text, table_name text)
language plpgsql as $ensure_probe$
begin
  if pg_temp.probe_of(table_name) is not null then
    return;
  end if;
  if exists (select from pg_class where oid = to_regclass(format('%I.%I', schema_name, table_name)) and relkind = 'v') then
    execute format('create temporary view %I as select * from %I.%I', table_name, schema_name, table_name);
  else
    execute format('create temporary table %I (like %I.%I) on commit drop', table_name, schema_name, table_name);
  end if;
end
$ensure_probe$;

create or replace procedure pg_temp.drop_probe(table_name text)
language plpgsql as $drop_probe$
declare
  kind "char" := (select relkind from pg_class where oid = pg_temp.probe_of(table_name));
begin
  if kind = 'v' then
    execute format('drop view pg_temp.%I cascade', table_name);
  elsif kind is not null then
    execute format('drop table pg_temp.%I cascade', table_name);
  end if;
end
$drop_probe$;

-- The same definition for the probe: the known beginning of the text is exchanged. Which words need quotes differs
-- between versions of PostgreSQL, so quotes do not count.
create or replace function pg_temp.retarget(definition text, head text, probe_head text) returns text
language plpgsql immutable as $retarget$
begin
  for ending in length(head) - 8 .. length(head) + 8 loop
    if replace(left(definition, greatest(ending, 0)), '"', '') = replace(head, '"', '') and right(left(definition, ending), 1) = right(head, 1) then
      return probe_head || substr(definition, ending + 1);
    end if;
  end loop;
  raise exception 'schemagen: a definition does not begin with %', head
    using detail = definition, hint = 'This is a fault of schemagen, or the file was edited: compile the model again.';
end
$retarget$;

-- What speaks of whole rows is of the table's own row type: another table does not do. It is tried on the table itself, under the lock
-- that changing it takes, and taken back at once: nobody else ever sees it.
create or replace function pg_temp.tried_in_place(statements text, question text) returns text
language plpgsql as $tried_in_place$
declare
  answer text;
begin
  for attempt in 1 .. 30 loop
    begin
      execute statements;
      execute question into answer;
      raise exception using errcode = 'SGTRY';
    exception when sqlstate 'SGTRY' then
      return answer;
    when lock_not_available then
      if attempt = 30 then
        raise;
      end if;
      perform pg_sleep(0.05 + random() * 0.1 * least(attempt, 10));
    end;
  end loop;
end
$tried_in_place$;
