-- Roles, schemas and extensions.
create or replace procedure pg_temp.ensure_role(role_name text, bypass boolean)
language plpgsql as $ensure_role$
begin
  if not exists (select from pg_roles where rolname = role_name) then
    call pg_temp.run('role', quote_ident(role_name),
      format('create role %I nologin%s', role_name, case when bypass then ' bypassrls' else '' end),
      format('call pg_temp.drop_if_unused(%L)', format('drop role if exists %I', role_name)));
  end if;
end
$ensure_role$;

create or replace procedure pg_temp.ensure_schema(schema_name text)
language plpgsql as $ensure_schema$
begin
  if to_regnamespace(quote_ident(schema_name)) is null then
    call pg_temp.run('schema', quote_ident(schema_name), format('create schema %I', schema_name),
      format('call pg_temp.drop_if_unused(%L)', format('drop schema if exists %I', schema_name)));
  end if;
end
$ensure_schema$;

create or replace procedure pg_temp.ensure_extension(extension_name text, definition text, lowest text default null)
language plpgsql as $ensure_extension$
declare
  installed text := (select extversion from pg_extension where extname = extension_name);
begin
  if installed is null then
    call pg_temp.run('extension', quote_ident(extension_name), definition,
      format('call pg_temp.drop_if_unused(%L)', format('drop extension if exists %I', extension_name)));
  elsif lowest is not null
    and string_to_array(regexp_replace(installed, '[^0-9.]', '', 'g'), '.')::integer[]
      < string_to_array(regexp_replace(lowest, '[^0-9.]', '', 'g'), '.')::integer[] then
    call pg_temp.run('extension', quote_ident(extension_name), format('alter extension %I update', extension_name), null);
  end if;
end
$ensure_extension$;
