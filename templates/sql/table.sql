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
  undo_statement text := format('call pg_temp.set_aside_table(%L, %L)', schema_name, table_name);
  setting text;
begin
  if to_regclass(object) is null then
    call pg_temp.bring_back('table', schema_name, table_name, '', undo_statement);
  end if;
  call pg_temp.rename_table(schema_name, table_name, old_name);
  if to_regclass(object) is null then
    call pg_temp.make_table(object, definition, undo_statement, partition);
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
    if on_whole is not null and parents = '{}' then
      call pg_temp.know_columns(object, to_regclass(object));
    end if;
    call pg_temp.settle('table', object, wanted, pg_temp.table_text(to_regclass(object)));
    return;
  end if;
  if starts_with(definition, 'create foreign ') and (select relkind = 'f' from pg_class where oid = to_regclass(object)) then
    call pg_temp.converge_foreign(object, definition, renames, on_whole, whole);
    return;
  end if;
  call pg_temp.forget_pending(object);
  if partition is not null then
    call pg_temp.ensure_partition(object, partition[1], partition[2]);
  elsif not pg_temp.settled('table', object, wanted, pg_temp.table_text(to_regclass(object))) then
    call pg_temp.converge_table(schema_name, table_name, definition, renames, backfills, settings, on_whole, whole);
    if on_whole is not null and parents = '{}' then
      call pg_temp.know_columns(object, pg_temp.probe_of(table_name));
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
  call pg_temp.rename_columns(object, renames);
  if to_regclass('schemagen.foreign_probe') is not null then
    execute 'drop foreign table schemagen.foreign_probe';
  end if;
  execute pg_temp.retarget(definition, format('create foreign table %s ', object), 'create foreign table schemagen.foreign_probe ');
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

create or replace procedure pg_temp.rename_table(schema_name text, table_name text, old_name text)
language plpgsql as $rename_table$
declare
  object text := format('%I.%I', schema_name, table_name);
  target text := object;
  old_object text;
begin
  call pg_temp.bring_back_old('table', schema_name, table_name, old_name);
  old_object := quote_ident(schema_name) || '.' || quote_ident(old_name);
  if to_regclass(old_object) is not null and to_regclass(object) is not null then
    raise exception 'SG504: there are both table % and the table % that it was renamed from', object, old_object
      using hint = 'Drop or merge one of the two, or take `renamed_from` out of the model.';
  elsif to_regclass(old_object) is not null then
    call pg_temp.run('rename', object, format('alter table %s rename to %I', old_object, table_name),
      format('alter table %s rename to %I', object, old_name));
    insert into schemagen.known (object, kind, name) select target, k.kind, k.name from schemagen.known as k
      where k.object = old_object and k.kind <> 'privilege' on conflict do nothing;
    delete from schemagen.known as k where k.object = old_object and k.kind <> 'privilege';
  end if;
end
$rename_table$;

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
    call pg_temp.change(object, 'table', object, format('alter table %s set (%s = %L)', object, item.name, item.wanted),
      case when item.existing is null then format('alter table %s reset (%s)', object, item.name)
        else format('alter table %s set (%s = %L)', object, item.name, item.existing) end);
  end loop;
end
$ensure_parameters$;
