-- Tables: a missing one is made whole, and closed to everybody in the same transaction; one that is there is
-- compared part by part with a probe of the same definition.
create or replace procedure pg_temp.ensure_table(schema_name text, table_name text, definition text, secured boolean, forced boolean,
  old_name text default null, renames text[] default '{}', backfills text[] default '{}', settings text[] default '{}', partition text[] default null,
  parents text[] default '{}', replica text default 'default', others text[] default '{}', on_whole text[] default null, whole boolean default true)
language plpgsql as $ensure_table$
declare
  object text := format('%I.%I', schema_name, table_name);
  wanted text := row(definition, old_name, renames, backfills, settings)::text;
  target text := object;
  setting text;
begin
  call pg_temp.find_object('table', schema_name, table_name, old_name);
  if to_regclass(object) is null then
    call pg_temp.forget_table(schema_name, table_name);
    call pg_temp.make_table(object, definition, pg_temp.set_aside_sql('table', schema_name, table_name), partition);
    foreach setting in array settings loop
      execute format('alter table %s %s', object, setting);
    end loop;
    if secured then
      execute format('alter table %s enable row level security', object);
    end if;
    if forced then
      execute format('alter table %s force row level security', object);
    end if;
    if replica <> 'default' then
      execute format('alter table %s replica identity %s', object, replica);
    end if;
    call pg_temp.revoke_all('table', object);
    call pg_temp.close_identities(object, true);
    if parents = '{}' and partition is null then
      call pg_temp.know_parts(object, to_regclass(object));
    end if;
    call pg_temp.settle('table', object, wanted, pg_temp.table_text(to_regclass(object)));
    return;
  end if;
  if starts_with(definition, 'create foreign ') and (select relkind = 'f' from pg_class where oid = to_regclass(object)) then
    call pg_temp.converge_foreign(object, definition, renames, on_whole, whole);
    return;
  end if;
  if partition is not null then
    call pg_temp.ensure_partition(object, partition[1], partition[2]);
  elsif not pg_temp.settled('table', object, wanted, pg_temp.table_text(to_regclass(object))) then
    call pg_temp.converge_table(schema_name, table_name, definition, renames, backfills, settings, on_whole, whole);
    if parents = '{}' then
      call pg_temp.know_parts(object, pg_temp.probe_of(table_name));
    end if;
    if pg_temp.table_text(to_regclass(object)) = pg_temp.table_text(pg_temp.probe_of(table_name))
      and not exists (select from schemagen.pending as p where p.object = target) then
      call pg_temp.settle('table', object, wanted, pg_temp.table_text(to_regclass(object)));
    end if;
  end if;
  call pg_temp.ensure_shape(object, starts_with(definition, 'create unlogged '), parents, replica, others);
end
$ensure_table$;

-- A foreign table has no rows here: its columns become what the model says. How it is reached stays as it was made.
create or replace procedure pg_temp.converge_foreign(object text, definition text, renames text[], on_whole text[], whole boolean)
language plpgsql as $converge_foreign$
declare
  wanted record;
  existing record;
  head text := format('alter table %s ', object);
begin
  if to_regclass('schemagen.foreign_probe') is not null then
    execute 'drop foreign table schemagen.foreign_probe';
  end if;
  execute pg_temp.retarget(definition, format('create foreign table %s ', object), 'create foreign table schemagen.foreign_probe ');
  call pg_temp.rename_columns(object, renames, to_regclass('schemagen.foreign_probe'));
  call pg_temp.narrow_privileges(object, to_regclass('schemagen.foreign_probe'), on_whole, whole);
  for wanted in select * from pg_temp.columns_of(to_regclass('schemagen.foreign_probe')) order by place loop
    select * into existing from pg_temp.columns_of(to_regclass(object)) where name = wanted.name;
    if not found then
      call pg_temp.change(object, 'column', object, head || format('add column %I %s%s%s%s', wanted.name, wanted.data_type, ' collate ' || wanted.collation_sql,
        coalesce(' default ' || wanted.default_sql, ''), case when wanted.required then ' not null' else '' end), head || format('drop column if exists %I', wanted.name));
      continue;
    end if;
    if (wanted.data_type, wanted.collation_sql) is distinct from (existing.data_type, existing.collation_sql) then
      call pg_temp.change(object, 'column', object, head || format('alter column %I type %s%s', wanted.name, wanted.data_type, ' collate ' || wanted.collation_sql),
        head || format('alter column %I type %s%s', wanted.name, existing.data_type, ' collate ' || existing.collation_sql));
    end if;
    call pg_temp.ensure_default(object, wanted, existing);
    if wanted.required <> existing.required then
      call pg_temp.change(object, 'column', object, head || format('alter column %I %s not null', wanted.name, case when wanted.required then 'set' else 'drop' end),
        head || format('alter column %I %s not null', wanted.name, case when existing.required then 'set' else 'drop' end));
    end if;
  end loop;
  execute 'drop foreign table schemagen.foreign_probe';
end
$converge_foreign$;

-- Everything of a table that is compared with its probe, in PostgreSQL's words. How it is partitioned cannot be changed.
create or replace function pg_temp.table_text(relation oid) returns text
language plpgsql stable as $table_text$
begin
  return concat_ws(E'\n', pg_get_partkeydef(relation),
    (select string_agg(row(c.name, c.data_type, c.required, c.default_sql, c.generated_sql, c.identity, c.identity_options, c.collation_sql, c.storage,
      c.compression, c.statistics)::text, E'\n' order by c.name) from pg_temp.columns_of(relation) as c),
    (select string_agg(row(c.name, c.kind, c.definition, c.validated)::text, E'\n' order by c.name) from pg_temp.constraints_of(relation) as c),
    (select string_agg(o, ', ' order by o) from pg_class as c, unnest(c.reloptions) as o where c.oid = relation));
end
$table_text$;

-- What a table is made with is the model's.
create or replace procedure pg_temp.know_parts(of_object text, relation oid)
language plpgsql as $know_parts$
begin
  insert into schemagen.known (object, kind, name)
    select of_object, 'column', c.name from pg_temp.columns_of(relation) as c
    union all
    select of_object, 'constraint', c.name from pg_temp.constraints_of(relation) as c join pg_class as t on t.oid = relation and t.relkind <> 'f'
    union all
    select of_object, 'parameter', o.option_name from pg_class as c, pg_options_to_table(c.reloptions) as o where c.oid = relation
    on conflict do nothing;
end
$know_parts$;

-- A table that is made anew has nothing of one that had its name, wherever that is by now.
create or replace procedure pg_temp.forget_table(schema_name text, table_name text)
language plpgsql as $forget_table$
declare
  column_name text;
begin
  call pg_temp.forget_names('', format('%I.%I', schema_name, table_name));
  for column_name in select s.column_name from schemagen.stash as s where s.schema_name = forget_table.schema_name and s.table_name = forget_table.table_name loop
    call pg_temp.let_go_of_stash(schema_name, table_name, column_name);
  end loop;
end
$forget_table$;

create or replace procedure pg_temp.converge_table(schema_name text, table_name text, definition text, renames text[], backfills text[], settings text[],
  on_whole text[], whole boolean)
language plpgsql as $converge_table$
declare
  object text := format('%I.%I', schema_name, table_name);
  target text := object;
  kind "char" := (select relkind from pg_class where oid = to_regclass(object));
  setting text;
  leftover text;
begin
  if kind not in ('r', 'p') then
    raise exception 'SG506: % is to be a table, and something else has its name', object
      using hint = 'Rename or drop the view or sequence of this name first.';
  end if;
  call pg_temp.drop_probe(table_name);
  execute pg_temp.retarget(definition, format('create %stable %s ', case when starts_with(definition, 'create unlogged ') then 'unlogged ' else '' end, object),
    format('create temporary table %I ', table_name)) || ' on commit drop';
  foreach setting in array settings loop
    execute format('alter table pg_temp.%I %s', table_name, setting);
  end loop;
  call pg_temp.drop_half_built(object);
  call pg_temp.rename_columns(object, renames, pg_temp.probe_of(table_name));
  if pg_get_partkeydef(to_regclass(object)) is distinct from pg_get_partkeydef(pg_temp.probe_of(table_name)) then
    raise exception 'SG503: % is partitioned by %, and the model says %', object, coalesce(pg_get_partkeydef(to_regclass(object)), 'nothing'),
      coalesce(pg_get_partkeydef(pg_temp.probe_of(table_name)), 'nothing')
      using hint = 'Give the new table another name and move the rows; PostgreSQL cannot change how a table is partitioned.';
  end if;
  call pg_temp.narrow_privileges(object, pg_temp.probe_of(table_name), on_whole, whole);
  call pg_temp.ensure_columns(schema_name, table_name, renames, backfills);
  call pg_temp.ensure_constraints(schema_name, table_name);
  call pg_temp.ensure_parameters(object, pg_temp.probe_of(table_name));
  call pg_temp.mention_others(object, pg_temp.probe_of(table_name));
  for leftover in
    select conname from pg_constraint as c where c.conrelid = to_regclass(object) and c.conname like 'schemagen\_not\_null\_%'
      and not exists (select from schemagen.pending as p where p.object = target and p.step like '%' || c.conname || '%') order by 1
  loop
    execute format('alter table %s drop constraint %I', object, leftover);
  end loop;
end
$converge_table$;

-- Storage parameters.
create or replace procedure pg_temp.ensure_parameters(object text, probe oid)
language plpgsql as $ensure_parameters$
declare
  item record;
begin
  for item in
    select coalesce(w.option_name, e.option_name) as name, w.option_value as wanted, e.option_value as existing
    from (select o.* from pg_class as c, pg_options_to_table(c.reloptions) as o where c.oid = probe) as w
    full join (select o.* from pg_class as c, pg_options_to_table(c.reloptions) as o where c.oid = to_regclass(object)) as e using (option_name)
    where w.option_name is not null and w.option_value is distinct from e.option_value
    order by 1
  loop
    call pg_temp.change(object, 'table change', object, format('alter table %s set (%s = %L)', object, item.name, item.wanted),
      case when item.existing is null then format('alter table %s reset (%s)', object, item.name)
        else format('alter table %s set (%s = %L)', object, item.name, item.existing) end);
  end loop;
end
$ensure_parameters$;
