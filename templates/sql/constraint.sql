-- Primary keys, unique, check and exclusion constraints of a table that is there, compared with the probe's.
create or replace function pg_temp.constraints_of(relation oid)
returns table (name text, kind "char", definition text, validated boolean, index_oid oid)
language sql stable as $constraints_of$
  select conname::text, contype, pg_temp.cast_within(regexp_replace(pg_get_constraintdef(oid), ' NOT VALID$', '')), convalidated, conindid
  from pg_constraint where conrelid = relation and contype in ('p', 'u', 'c', 'x')
    and conname !~ '^schemagen_(not_null|bound)_[0-9a-f]{32}$'
$constraints_of$;

create or replace procedure pg_temp.ensure_constraints(schema_name text, table_name text)
language plpgsql as $ensure_constraints$
declare
  object text := format('%I.%I', schema_name, table_name);
  relation oid := to_regclass(object);
  probe oid := pg_temp.probe_of(table_name);
  wanted record;
  existing record;
  other text;
begin
  for wanted in select * from pg_temp.constraints_of(probe) order by kind <> 'p', kind <> 'u', name loop
    select * into existing from pg_temp.constraints_of(relation) where name = wanted.name;
    if existing.name is null then
      other := (select name from pg_temp.constraints_of(relation) where kind = wanted.kind and definition = wanted.definition
        and name not in (select name from pg_temp.constraints_of(probe)) order by name limit 1);
      if other is not null then
        call pg_temp.make_room(schema_name, wanted.name, relation);
        call pg_temp.change(object, 'constraint', object, format('alter table %s rename constraint %I to %I', object, other, wanted.name),
          format('alter table %s rename constraint %I to %I', object, wanted.name, other));
        select * into existing from pg_temp.constraints_of(relation) where name = wanted.name;
      end if;
    end if;
    if existing.definition = wanted.definition then
      if not existing.validated then
        call pg_temp.later('validate', object, format('alter table %s validate constraint %I', object, wanted.name));
      end if;
    elsif wanted.kind in ('p', 'u') then
      call pg_temp.ensure_key(schema_name, table_name, wanted, existing.definition, existing.validated);
    else
      call pg_temp.ensure_check(object, wanted, existing.definition, existing.validated);
    end if;
  end loop;
end
$ensure_constraints$;

create or replace procedure pg_temp.ensure_check(object text, wanted record, existing_definition text, existing_validated boolean)
language plpgsql as $ensure_check$
declare
  head text := format('alter table %s ', object);
  remove text := case when existing_definition is null then '' else format('drop constraint %I, ', wanted.name) end;
  statement text := format('%s%sadd constraint %I %s', head, remove, wanted.name, wanted.definition);
  undo_statement text := pg_temp.undo_constraint(object, wanted.name, existing_definition, existing_validated);
begin
  if not pg_temp.has_rows(object) then
    call pg_temp.change(object, 'constraint', object, statement, undo_statement);
  elsif wanted.kind = 'x' then
    call pg_temp.allow_rewrite(object, format('exclusion constraint %I has no online form', wanted.name));
    call pg_temp.change_later('constrain', object, 'constraint', statement, undo_statement);
  else
    call pg_temp.change_later('constrain', object, 'constraint', statement || ' not valid', undo_statement);
    call pg_temp.later('validate', object, format('alter table %s validate constraint %I', object, wanted.name));
  end if;
end
$ensure_check$;

-- A key's index is built on the side and then made a constraint.
create or replace procedure pg_temp.ensure_key(schema_name text, table_name text, wanted record, existing_definition text, existing_validated boolean)
language plpgsql as $ensure_key$
declare
  object text := format('%I.%I', schema_name, table_name);
  working text := pg_temp.working_name('key', wanted.name);
  remove text := case when existing_definition is null then '' else format('drop constraint %I, ', wanted.name) end;
  undo_statement text := pg_temp.undo_constraint(object, wanted.name, existing_definition, existing_validated);
  nullable boolean;
begin
  if not pg_temp.has_rows(object) or (select relkind from pg_class where oid = to_regclass(object)) = 'p' then
    call pg_temp.change(object, 'constraint', object, format('alter table %s %sadd constraint %I %s', object, remove, wanted.name, wanted.definition), undo_statement);
    return;
  end if;
  call pg_temp.index_later(schema_name, object, working, 'unique ', pg_temp.index_body(wanted.index_oid), null);
  nullable := wanted.kind = 'p' and exists (
    select from pg_attribute as key
    join pg_attribute as real on real.attrelid = to_regclass(object) and real.attname = key.attname
    where key.attrelid = wanted.index_oid and not real.attnotnull);
  call pg_temp.change_later(case when nullable then 'contract' else 'constrain' end, object, 'constraint',
    format('alter table %s %sadd constraint %I %s using index %I%s', object, remove, wanted.name,
      case wanted.kind when 'p' then 'primary key' else 'unique' end, working, substring(wanted.definition from ' DEFERRABLE.*$')),
    undo_statement);
end
$ensure_key$;

-- What the table has and the model does not is kept, and said. What an earlier model had is put aside by a later file.
create or replace procedure pg_temp.mention_others(object text, probe oid)
language plpgsql as $mention_others$
declare
  item record;
begin
  for item in
    select c.name, 'column' as kind from pg_temp.columns_of(to_regclass(object)) as c where c.name not in (select p.name from pg_temp.columns_of(probe) as p)
    union all
    select c.name, 'constraint' from pg_temp.constraints_of(to_regclass(object)) as c where c.name not in (select p.name from pg_temp.constraints_of(probe) as p)
  loop
    if not pg_temp.known(item.kind, object, item.name) then
      raise notice 'the model does not have % % of %: it is kept', item.kind, quote_ident(item.name), object;
    end if;
  end loop;
end
$mention_others$;
