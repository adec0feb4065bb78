-- Foreign keys, compared as PostgreSQL prints them. NOT VALID on a table that has rows: a later file validates.
create or replace function pg_temp.foreign_keys_of(relation oid) returns table (name text, definition text, validated boolean, plain text)
language sql stable as $foreign_keys_of$
  select conname::text, regexp_replace(pg_get_constraintdef(oid), ' NOT VALID$', ''), convalidated,
    replace(regexp_replace(pg_get_constraintdef(oid), ' NOT VALID$', ''), '"', '')
  from pg_constraint where conrelid = relation and contype = 'f' and conparentid = 0
$foreign_keys_of$;

create or replace procedure pg_temp.ensure_foreign_keys(schema_name text, table_name text, wanted text[], partly boolean default false)
language plpgsql as $ensure_foreign_keys$
declare
  object text := format('%I.%I', schema_name, table_name);
  item text[];
  names text[] := '{}';
  kept record;
begin
  for item in select array[wanted[place][1], wanted[place][2]] from generate_subscripts(wanted, 1) as place order by place loop
    names := names || item[1];
  end loop;
  for item in select array[wanted[place][1], wanted[place][2]] from generate_subscripts(wanted, 1) as place order by place loop
    call pg_temp.ensure_foreign_key(object, item[1],
      pg_temp.retarget(item[2], format('alter table %s add constraint %I ', object, item[1]), ''), names);
  end loop;
  for kept in select * from pg_temp.foreign_keys_of(to_regclass(object)) where name <> all (names) order by name loop
    -- Of what is ours in parts, nobody remembers which foreign keys were named once.
    if not partly and pg_temp.made(object, format('constraint %I ', kept.name)) then
      call pg_temp.run('constraint', object, format('alter table %s drop constraint %I', object, kept.name),
        pg_temp.undo_constraint(object, kept.name, kept.definition, kept.validated));
    else
      raise notice 'the model does not have foreign key % of %: it is kept', quote_ident(kept.name), object;
    end if;
  end loop;
end
$ensure_foreign_keys$;

create or replace procedure pg_temp.ensure_foreign_key(object text, key_name text, definition text, names text[])
language plpgsql as $ensure_foreign_key$
declare
  relation oid := to_regclass(object);
  existing record;
  other text;
  remove text := '';
  undo_statement text := format('alter table if exists %s drop constraint if exists %I', object, key_name);
begin
  select * into existing from pg_temp.foreign_keys_of(relation) where name = key_name;
  if not found then
    other := (select f.name from pg_temp.foreign_keys_of(relation) as f where f.plain = replace(ensure_foreign_key.definition, '"', '') and f.name <> all (names) order by f.name limit 1);
    if other is not null then
      call pg_temp.change(object, 'constraint', object, format('alter table %s rename constraint %I to %I', object, other, key_name),
        format('alter table %s rename constraint %I to %I', object, key_name, other));
      select * into existing from pg_temp.foreign_keys_of(relation) where name = key_name;
    end if;
  end if;
  if existing.plain = replace(definition, '"', '') then
    if not existing.validated then
      call pg_temp.later('validate', object, format('alter table %s validate constraint %I', object, key_name));
    end if;
    return;
  elsif existing.name is not null then
    remove := format('drop constraint %I, ', key_name);
    undo_statement := pg_temp.undo_constraint(object, key_name, existing.definition, existing.validated);
  end if;
  if pg_temp.has_rows(object) and (select relkind from pg_class where oid = relation) <> 'p' then
    call pg_temp.run('constraint', object, format('alter table %s %sadd constraint %I %s not valid', object, remove, key_name, definition), undo_statement);
    call pg_temp.later('validate', object, format('alter table %s validate constraint %I', object, key_name));
  else
    call pg_temp.run('constraint', object, format('alter table %s %sadd constraint %I %s', object, remove, key_name, definition), undo_statement);
  end if;
end
$ensure_foreign_key$;
