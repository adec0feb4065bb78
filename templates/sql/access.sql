-- Who may touch a table: row security, policies and privileges, swapped in one transaction. Policies are recorded of our own
-- tables as well: they may read columns of others, which could not be taken back otherwise.
create or replace function pg_temp.wanted_policy(schema_name text, table_name text, policy_name text, definition text) returns text
language plpgsql as $wanted_policy$
declare
  object text := format('%I.%I', schema_name, table_name);
  printed text := 'select pg_temp.policy_definition(oid) from pg_policy where polrelid = %L::regclass and polname = %L';
  answer text;
begin
  call pg_temp.ensure_probe(schema_name, table_name);
  begin
    execute pg_temp.retarget(definition, format('create policy %I on %s ', policy_name, object),
      format('create policy %I on pg_temp.%I ', policy_name, table_name));
    execute format(printed, format('pg_temp.%I', table_name), policy_name) into answer;
    return answer;
  exception when others then
    return pg_temp.tried_in_place(format('drop policy %I on %s; ', policy_name, object) || definition, format(printed, object, policy_name));
  end;
end
$wanted_policy$;

create or replace procedure pg_temp.ensure_policy(schema_name text, table_name text, policy_name text, definition text)
language plpgsql as $ensure_policy$
declare
  object text := format('%I.%I', schema_name, table_name);
  existing oid := (select oid from pg_policy where polrelid = to_regclass(object) and polname = policy_name);
  undo_statement text := format('drop policy if exists %I on %s', policy_name, object);
begin
  if existing is not null then
    if pg_temp.policy_definition(existing) = pg_temp.wanted_policy(schema_name, table_name, policy_name, definition) then
      return;
    end if;
    definition := format('drop policy %I on %s; ', policy_name, object) || definition;
    undo_statement := undo_statement || '; ' || pg_temp.policy_again(object, policy_name, pg_temp.policy_definition(existing));
  end if;
  call pg_temp.run('policy', object, definition, undo_statement);
end
$ensure_policy$;

create or replace function pg_temp.policy_again(object text, policy_name text, definition text) returns text
language sql immutable as $policy_again$
  select format('call pg_temp.if_rows_allow(%L, %L)', format('policy %I of %s', policy_name, object),
    format('create policy %I on %s %s', policy_name, object, definition))
$policy_again$;

create or replace procedure pg_temp.drop_other_policies(object text, wanted text[])
language plpgsql as $drop_other_policies$
declare
  found record;
begin
  for found in
    select polname, pg_temp.policy_definition(oid) as definition from pg_policy
    where polrelid = to_regclass(object) and polname <> all (wanted) order by polname
  loop
    raise notice 'the model does not have policy % on %', quote_ident(found.polname), object;
    call pg_temp.run('policy', object, format('drop policy %I on %s', found.polname, object),
      pg_temp.policy_again(object, found.polname, found.definition));
  end loop;
end
$drop_other_policies$;

create or replace procedure pg_temp.ensure_row_security(object text, secured boolean, forced boolean)
language plpgsql as $ensure_row_security$
declare
  existing record;
begin
  select relrowsecurity as secured, relforcerowsecurity as forced into existing from pg_class where oid = to_regclass(object);
  if existing.secured <> secured then
    call pg_temp.change(object, 'row security', object,
      format('alter table %s %s row level security', object, case when secured then 'enable' else 'disable' end),
      format('alter table %s %s row level security', object, case when secured then 'disable' else 'enable' end));
  end if;
  if existing.forced <> forced then
    call pg_temp.change(object, 'row security', object,
      format('alter table %s %s row level security', object, case when forced then 'force' else 'no force' end),
      format('alter table %s %s row level security', object, case when forced then 'no force' else 'force' end));
  end if;
end
$ensure_row_security$;

create or replace function pg_temp.policies_text(relation oid) returns text
language plpgsql stable as $policies_text$
begin
  return (select string_agg(format('%I %s', polname, pg_temp.policy_definition(oid)), E'\n' order by polname) from pg_policy where polrelid = relation);
end
$policies_text$;

create or replace procedure pg_temp.ensure_policies(schema_name text, table_name text, policies text[], whole boolean)
language plpgsql as $ensure_policies$
declare
  object text := format('%I.%I', schema_name, table_name);
  policy text[];
  names text[] := '{}';
begin
  if pg_temp.settled('policies', object, policies::text, pg_temp.policies_text(to_regclass(object))) then
    return;
  end if;
  for policy in select array[policies[place][1], policies[place][2]] from generate_subscripts(policies, 1) as place order by place loop
    names := names || policy[1];
    call pg_temp.ensure_policy(schema_name, table_name, policy[1], policy[2]);
  end loop;
  call pg_temp.know(object, 'policy', names);
  if whole then
    call pg_temp.drop_other_policies(object, names);
  end if;
  call pg_temp.settle('policies', object, policies::text, pg_temp.policies_text(to_regclass(object)));
end
$ensure_policies$;

create or replace procedure pg_temp.ensure_access(schema_name text, table_name text, secured boolean, forced boolean, policies text[], privileges text[], whole boolean,
  columns text[] default null, close boolean default true)
language plpgsql as $ensure_access$
declare
  object text := format('%I.%I', schema_name, table_name);
begin
  call pg_temp.ensure_policies(schema_name, table_name, policies, whole);
  if whole or secured then
    call pg_temp.ensure_row_security(object, secured, forced);
  end if;
  call pg_temp.ensure_table_privileges(object, privileges, whole, columns);
  if whole and close then
    call pg_temp.close_identities(object);
  end if;
end
$ensure_access$;
