-- Enums, domains, composites, ranges, sequences.
create or replace procedure pg_temp.ensure_enum(schema_name text, type_name text, definition text, labels text[], renames text[], old_name text default null)
language plpgsql as $ensure_enum$
declare
  object text := format('%I.%I', schema_name, type_name);
begin
  if to_regtype(object) is null then
    call pg_temp.run('type', object, definition, format('call pg_temp.set_aside_type(%L, %L)', schema_name, type_name));
    return;
  end if;
end
$ensure_enum$;

create or replace procedure pg_temp.ensure_domain(schema_name text, type_name text, definition text)
language plpgsql as $ensure_domain$
declare
  object text := format('%I.%I', schema_name, type_name);
begin
  if to_regtype(object) is null then
    call pg_temp.run('type', object, definition, format('call pg_temp.set_aside_type(%L, %L)', schema_name, type_name));
    return;
  end if;
end
$ensure_domain$;

create or replace procedure pg_temp.ensure_composite(schema_name text, type_name text, definition text)
language plpgsql as $ensure_composite$
declare
  object text := format('%I.%I', schema_name, type_name);
begin
  if to_regtype(object) is null then
    call pg_temp.run('type', object, definition, format('call pg_temp.set_aside_type(%L, %L)', schema_name, type_name));
    return;
  end if;
end
$ensure_composite$;

create or replace procedure pg_temp.ensure_range(schema_name text, type_name text, definition text)
language plpgsql as $ensure_range$
declare
  object text := format('%I.%I', schema_name, type_name);
begin
  if to_regtype(object) is null then
    call pg_temp.run('type', object, definition, format('call pg_temp.set_aside_type(%L, %L)', schema_name, type_name));
  end if;
end
$ensure_range$;

create or replace procedure pg_temp.ensure_sequence(schema_name text, sequence_name text, definition text, owned_by text default null)
language plpgsql as $ensure_sequence$
declare
  object text := format('%I.%I', schema_name, sequence_name);
begin
  if to_regclass(object) is null then
    call pg_temp.run('sequence', object, definition, format('call pg_temp.set_aside_sequence(%L, %L)', schema_name, sequence_name));
    call pg_temp.revoke_all('sequence', object);
  end if;
end
$ensure_sequence$;
