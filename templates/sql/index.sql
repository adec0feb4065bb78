-- Indexes, as rows that can be compared: the body is what follows the table's name.
create or replace function pg_temp.index_body(index_oid oid) returns text
language plpgsql stable as $index_body$
declare
  body text := pg_get_indexdef(index_oid);
  item record;
  head text;
begin
  select i.indisunique, x.relname as name, n.nspname as schema_name, t.relname as table_name into item
  from pg_index as i join pg_class as x on x.oid = i.indexrelid join pg_class as t on t.oid = i.indrelid
  join pg_namespace as n on n.oid = t.relnamespace where i.indexrelid = index_oid;
  head := format('CREATE %sINDEX %I ON ', case when item.indisunique then 'UNIQUE ' else '' end, item.name);
  foreach head in array array[head, 'ONLY ', format('%I.%I ', item.schema_name, item.table_name), format('pg_temp.%I ', item.table_name)] loop
    if starts_with(body, head) then
      body := substr(body, length(head) + 1);
    end if;
  end loop;
  return pg_temp.cast_within(body);
end
$index_body$;

create or replace function pg_temp.indexes_of(relation oid)
returns table (name text, is_unique boolean, body text, valid boolean, of_constraint boolean, definition text)
language sql stable as $indexes_of$
  select x.relname::text, i.indisunique, pg_temp.index_body(i.indexrelid), i.indisvalid,
    exists (select from pg_constraint as c where c.conindid = i.indexrelid and c.contype in ('p', 'u', 'x')), pg_get_indexdef(i.indexrelid)
  from pg_index as i join pg_class as x on x.oid = i.indexrelid
  where i.indrelid = relation and not exists (select from pg_inherits as h where h.inhrelid = i.indexrelid)
$indexes_of$;

-- An index of ours that could not be built would hinder whatever writes the table anew. One that is still wanted is built again.
create or replace procedure pg_temp.drop_half_built(object text)
language plpgsql as $drop_half_built$
declare
  item record;
begin
  for item in
    select pg_temp.relation_name(c.oid) as name from pg_index as i join pg_class as c on c.oid = i.indexrelid
    where i.indrelid = to_regclass(object) and not i.indisvalid and c.relkind = 'i'
      and (c.relname ~ '^schemagen_(new|old|key)_[0-9a-f]{32}$' or pg_temp.known('index', object, c.relname)) order by 1
  loop
    call pg_temp.run('index', object, format('drop index if exists %s', item.name));
  end loop;
end
$drop_half_built$;

-- An index of another table of ours may have the name still, where tables change names with each other: it is called otherwise until its
-- own name is free.
create or replace procedure pg_temp.make_room(schema_name text, name text, relation oid)
language plpgsql as $make_room$
declare
  working text := pg_temp.working_name('moved', name);
  item record;
begin
  select pg_temp.relation_name(i.indrelid) as object, k.conname into item from pg_index as i left join pg_constraint as k on k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')
    where i.indexrelid = to_regclass(format('%I.%I', schema_name, name)) and i.indrelid <> relation;
  if item.object is null or not (pg_temp.known('constraint', item.object, name) or pg_temp.known('index', item.object, name)) then
    return;
  elsif item.conname is not null then
    call pg_temp.change(item.object, 'constraint', item.object, format('alter table %s rename constraint %I to %I', item.object, name, working),
      format('alter table %s rename constraint %I to %I', item.object, working, name));
  else
    call pg_temp.change(item.object, 'index', item.object, format('alter index %I.%I rename to %I', schema_name, name, working),
      format('alter index %I.%I rename to %I', schema_name, working, name));
  end if;
  update schemagen.known as k set name = working where k.object = item.object and k.kind in ('constraint', 'index') and k.name = make_room.name;
end
$make_room$;

-- Written down for the file that builds indexes outside a transaction.
create or replace procedure pg_temp.index_later(schema_name text, object text, index_name text, word text, body text, replaced text)
language plpgsql as $index_later$
begin
  call pg_temp.later('index', object, jsonb_build_object('schema', schema_name, 'table', object, 'name', index_name, 'word', word, 'body', body,
    'replaced', replaced)::text);
end
$index_later$;

create or replace function pg_temp.indexes_text(relation oid) returns text
language plpgsql stable as $indexes_text$
begin
  return (select string_agg(format('%s %s', i.indisvalid, pg_get_indexdef(i.indexrelid)), E'\n' order by i.indexrelid) from pg_index as i
    where i.indrelid = relation);
end
$indexes_text$;

create or replace procedure pg_temp.ensure_indexes(schema_name text, table_name text, wanted text[])
language plpgsql as $ensure_indexes$
declare
  object text := format('%I.%I', schema_name, table_name);
  relation oid := to_regclass(object);
  item text[];
  target text := object;
  names text[] := array(select wanted[place][1] from generate_subscripts(wanted, 1) as place order by place);
  kept text;
begin
  if pg_temp.settled('indexes', object, wanted::text, pg_temp.indexes_text(relation)) then
    return;
  end if;
  call pg_temp.know(object, 'index', names);
  if pg_temp.probe_of(table_name) is null and not pg_temp.has_rows(object) and not exists (select from pg_temp.indexes_of(relation) where not of_constraint) then
    for item in select array[wanted[place][1], wanted[place][2]] from generate_subscripts(wanted, 1) as place order by place loop
      call pg_temp.change(object, 'index', object, item[2], format('drop index if exists %I.%I', schema_name, item[1]));
    end loop;
    call pg_temp.settle('indexes', object, wanted::text, pg_temp.indexes_text(relation));
    return;
  end if;
  call pg_temp.ensure_probe(schema_name, table_name);
  for item in select array[wanted[place][1], wanted[place][2]] from generate_subscripts(wanted, 1) as place order by place loop
    call pg_temp.ensure_index(schema_name, table_name, item[1], item[2], names);
  end loop;
  for kept in select name from pg_temp.indexes_of(relation) where not of_constraint and name <> all (names) and name not like 'schemagen\_%'
    and not pg_temp.known('index', object, name) order by name loop
    raise notice 'the model does not have index % of %: it is kept', quote_ident(kept), object;
  end loop;
  if kept is null and not exists (select from schemagen.pending as p where p.phase = 'index' and p.object = target) then
    call pg_temp.settle('indexes', object, wanted::text, pg_temp.indexes_text(relation));
  end if;
end
$ensure_indexes$;

create or replace procedure pg_temp.ensure_index(schema_name text, table_name text, index_name text, definition text, names text[])
language plpgsql as $ensure_index$
declare
  object text := format('%I.%I', schema_name, table_name);
  relation oid := to_regclass(object);
  word text := case when starts_with(definition, 'create unique') then 'unique ' else '' end;
  undo_statement text := format('drop index if exists %I.%I', schema_name, index_name);
  probe record;
  existing record;
  other text;
begin
  execute pg_temp.retarget(definition, format('create %sindex %I on %s ', word, index_name, object),
    format('create %sindex %I on pg_temp.%I ', word, index_name, table_name));
  select * into probe from pg_temp.indexes_of(pg_temp.probe_of(table_name)) where name = index_name;
  select * into existing from pg_temp.indexes_of(relation) where name = index_name;
  if existing.name is null then
    other := (select i.name from pg_temp.indexes_of(relation) as i where i.body = probe.body and i.is_unique = probe.is_unique and i.valid
      and not i.of_constraint and i.name <> all (names) order by i.name limit 1);
    if other is not null then
      call pg_temp.make_room(schema_name, index_name, relation);
      call pg_temp.change(object, 'index', object, format('alter index %I.%I rename to %I', schema_name, other, index_name),
        format('alter index %I.%I rename to %I', schema_name, index_name, other));
      return;
    end if;
  elsif existing.body = probe.body and existing.is_unique = probe.is_unique and existing.valid then
    return;
  end if;
  if not pg_temp.has_rows(object) or (select relkind from pg_class where oid = relation) = 'p' then
    call pg_temp.change(object, 'index', object, case when existing.name is null then '' else undo_statement || '; ' end || definition,
      undo_statement || coalesce('; ' || existing.definition, ''));
  else
    call pg_temp.index_later(schema_name, object, index_name, word, probe.body, case when existing.valid then existing.definition end);
  end if;
end
$ensure_index$;
