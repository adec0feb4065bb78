-- A temporary table of the same name and columns, on which wanted definitions are tried: what PostgreSQL prints
-- for them there is compared with what it prints for the real ones.
create or replace procedure pg_temp.ensure_probe(schema_name text, table_name text)
language plpgsql as $ensure_probe$
begin
  if to_regclass(format('pg_temp.%I', table_name)) is not null then
    return;
  end if;
  if exists (select from pg_class where oid = to_regclass(format('%I.%I', schema_name, table_name)) and relkind = 'v') then
    execute format('create temporary view %I as select * from %I.%I', table_name, schema_name, table_name);
  else
    execute format('create temporary table %I (like %I.%I) on commit drop', table_name, schema_name, table_name);
  end if;
end
$ensure_probe$;

-- A temporary view does not vanish with the transaction.
create or replace procedure pg_temp.drop_probe(table_name text)
language plpgsql as $drop_probe$
declare
  kind "char" := (select relkind from pg_class where oid = to_regclass(format('pg_temp.%I', table_name)));
begin
  if kind = 'v' then
    execute format('drop view pg_temp.%I cascade', table_name);
  elsif kind is not null then
    execute format('drop table pg_temp.%I cascade', table_name);
  end if;
end
$drop_probe$;

-- The same definition for the probe: the known beginning of the text is exchanged.
create or replace function pg_temp.retarget(definition text, head text, probe_head text) returns text
language plpgsql immutable as $retarget$
begin
  if left(definition, length(head)) <> head then
    raise exception 'schemagen: a definition does not begin with %', head
      using detail = definition, hint = 'This is a fault of schemagen or the file was edited: compile the model again.';
  end if;
  return probe_head || substr(definition, length(head) + 1);
end
$retarget$;
