-- Roles, schemas and extensions.
-- A caller's role can be taken on by the role that an API connects with. Where BYPASSRLS is not needed, for policies let
-- the role in, it is given if we may give it: superusers may, and from 16 on whoever has it himself.
create or replace procedure pg_temp.ensure_role(role_name text, bypass boolean, needed boolean, taken_on_by text)
language plpgsql as $ensure_role$
declare
  given boolean := bypass and (needed or exists (select from pg_roles where rolname = current_user
    and (rolsuper or rolbypassrls and current_setting('server_version_num')::integer >= 160000)));
begin
  if not exists (select from pg_roles where rolname = role_name) then
    call pg_temp.run('role', quote_ident(role_name),
      format('create role %I nologin%s', role_name, case when given then ' bypassrls' else '' end),
      format('call pg_temp.drop_if_unused(%L)', format('drop role if exists %I', role_name)));
  end if;
  if exists (select from pg_roles where rolname = taken_on_by) and not exists (
    select from pg_auth_members where roleid = quote_ident(role_name)::regrole and member = quote_ident(taken_on_by)::regrole) then
    call pg_temp.run('role membership', format('%I of %I', taken_on_by, role_name), format('grant %I to %I', role_name, taken_on_by),
      format('revoke %I from %I', role_name, taken_on_by));
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

-- An extension goes where its definition says, else where the extension itself wants to be, else into the first
-- schema of the search path.
create or replace procedure pg_temp.ensure_extension(extension_name text, definition text, lowest text, otherwise text)
language plpgsql as $ensure_extension$
declare
  installed text := (select extversion from pg_extension where extname = extension_name);
  usual_path text := current_setting('search_path');
begin
  if installed is null then
    perform set_config('search_path', quote_ident(otherwise), false);
    call pg_temp.run('extension', quote_ident(extension_name), definition,
      format('call pg_temp.drop_if_unused(%L)', format('drop extension if exists %I', extension_name)));
    perform set_config('search_path', usual_path, false);
  elsif lowest is not null
    and string_to_array(regexp_replace(installed, '[^0-9.]', '', 'g'), '.')::integer[]
      < string_to_array(regexp_replace(lowest, '[^0-9.]', '', 'g'), '.')::integer[] then
    call pg_temp.run('extension', quote_ident(extension_name), format('alter extension %I update', extension_name), null);
  end if;
end
$ensure_extension$;
