-- Other types for columns that are there.

-- The columns that PostgreSQL computes from this one. They go and come back: what is computed is no loss.
create or replace function pg_temp.computed_from(relation oid, column_name text) returns text[]
language sql stable as $computed_from$
  select coalesce(array_agg(distinct g.attname::text), '{}') from pg_attribute as a
  join pg_depend as d on d.refclassid = 'pg_class'::regclass and d.refobjid = a.attrelid and d.refobjsubid = a.attnum
  left join pg_attrdef as e on d.classid = 'pg_attrdef'::regclass and e.oid = d.objid
  join pg_attribute as g on g.attrelid = a.attrelid and g.attnum = coalesce(e.adnum, case when d.classid = 'pg_class'::regclass and d.objid = relation then d.objsubid end)
  where a.attrelid = relation and a.attname = column_name and g.attgenerated <> '' and g.attnum <> a.attnum
$computed_from$;

-- What of this kind stands on one of these columns, or on that of a partition.
create or replace function pg_temp.depending(kind regclass, relation oid, column_names text[]) returns setof oid
language sql stable as $depending$
  with recursive tables (oid) as (
    select relation
    union
    select i.inhrelid from pg_inherits as i join tables as t on t.oid = i.inhparent
  )
  select distinct d.objid from tables join pg_attribute as a on a.attrelid = tables.oid and a.attname = any (column_names)
  join pg_depend as d on d.classid = kind and d.refclassid = 'pg_class'::regclass and d.refobjid = a.attrelid and d.refobjsubid = a.attnum
$depending$;

create or replace function pg_temp.views_on(relation oid, column_names text[]) returns table (dependent oid, depth integer, kind "char", object text)
language sql stable as $views_on$
  with direct as (
    select distinct r.ev_class as dependent from pg_temp.depending('pg_rewrite', relation, column_names) as d join pg_rewrite as r on r.oid = d
    where r.ev_class <> relation
  ), every as (
    select dependent, 0 as depth from direct
    union all
    select v.dependent, v.depth from direct as s, pg_temp.dependent_views(s.dependent) as v
  )
  select e.dependent, max(e.depth), c.relkind, pg_temp.relation_name(c.oid) from every as e join pg_class as c on c.oid = e.dependent group by e.dependent, c.relkind, c.oid
$views_on$;

-- What stands on columns and has to step aside while a type changes: views, policies of any table, triggers, bodies of functions
-- in SQL's own form. Gives the statements that take them away and that bring them back. The first column is the one that changes, the others are computed from it.
create or replace procedure pg_temp.standing_on(relation oid, column_names text[], inout remove text, inout restore text)
language plpgsql as $standing_on$
declare
  item record;
begin
  remove := '';
  restore := '';
  for item in select * from pg_temp.views_on(relation, column_names) order by depth, dependent loop
    if item.kind = 'm' then
      raise exception 'SG507: the type of column % changes, and materialized view % reads it', quote_ident(column_names[1]), item.object
        using hint = 'Drop the materialized view first: these files make it again.';
    end if;
    remove := format('drop view if exists %s; ', item.object) || remove;
    restore := restore || format('; call pg_temp.make_again(%L, %L, %L, %L)', 'view', item.object, item.object, pg_temp.view_statements(item.dependent, 'create view'));
  end loop;
  for item in
    select * from pg_temp.policies_aside(relation, column_names) union all select * from pg_temp.triggers_aside(relation, column_names)
    union all select * from pg_temp.bodies_aside(relation, column_names)
  loop
    remove := remove || item.remove || '; ';
    restore := restore || '; ' || item.restore;
  end loop;
  for item in select * from pg_temp.computed_aside(relation, column_names[2:]) loop
    remove := remove || item.remove || '; ';
    restore := '; ' || item.restore || restore;
  end loop;
end
$standing_on$;

-- Without a policy that allows, nobody gets more; in place of one that forbids, one stands that lets nobody through.
create or replace function pg_temp.policies_aside(relation oid, column_names text[]) returns table (remove text, restore text)
language sql stable as $policies_aside$
  select format('drop policy if exists %I on %s', p.polname, object), format('call pg_temp.make_again(%L, %L, %L, %L, %L)', 'policy', object, p.polname,
    head || definition || coalesce(format('; comment on policy %I on %s is ', p.polname, object) || quote_literal(obj_description(p.oid, 'pg_policy')), ''),
    case when not p.polpermissive then head || regexp_replace(definition, ' (using|with check) \(.*$', '')
      || case when p.polcmd <> 'a' then ' using (false)' else '' end || case when p.polcmd in ('a', 'w', '*') then ' with check (false)' else '' end end)
  from pg_temp.depending('pg_policy', relation, column_names) as d join pg_policy as p on p.oid = d, pg_temp.relation_name(p.polrelid) as object,
    format('create policy %I on %s ', p.polname, object) as head, pg_temp.policy_definition(p.oid) as definition
  order by p.oid
$policies_aside$;

create or replace function pg_temp.triggers_aside(relation oid, column_names text[]) returns table (remove text, restore text)
language sql stable as $triggers_aside$
  select format('drop trigger if exists %I on %s', t.tgname, object), pg_get_triggerdef(t.oid)
    || case when t.tgenabled = 'O' then '' else format('; alter table %s %s trigger %I', object,
      case t.tgenabled when 'D' then 'disable' when 'R' then 'enable replica' else 'enable always' end, t.tgname) end
    || coalesce(format('; comment on trigger %I on %s is ', t.tgname, object) || quote_literal(obj_description(t.oid, 'pg_trigger')), '')
  from pg_temp.depending('pg_trigger', relation, column_names) as d join pg_trigger as t on t.oid = d, pg_temp.relation_name(t.tgrelid) as object
  where not t.tgisinternal and t.tgparentid = 0 order by t.oid
$triggers_aside$;

-- A function stays, for what calls it; its body goes for a moment in which nobody else sees it.
create or replace function pg_temp.bodies_aside(relation oid, column_names text[]) returns table (remove text, restore text)
language sql stable as $bodies_aside$
  select replace(definition, pg_get_function_sqlbody(p.oid), 'as $body$select null$body$'),
    format('call pg_temp.make_again(%L, %L, %L, %L)', 'function', pg_temp.relation_name(relation), p.oid::regprocedure, definition)
  from pg_temp.depending('pg_proc', relation, column_names) as d join pg_proc as p on p.oid = d, pg_get_functiondef(p.oid) as definition
  where p.prosqlbody is not null order by p.oid
$bodies_aside$;

-- A computed column with what stands on it: settings, constraints, indexes, comment and privileges.
create or replace function pg_temp.computed_aside(relation oid, computed text[]) returns table (remove text, restore text)
language sql stable as $computed_aside$
  select format('alter table %s drop column if exists %I', object, a.attname), format('call pg_temp.make_again(%L, %L, %L, %L)', 'column', object, a.attname,
    format('alter table %s add column %I %s%s generated always as (%s) %s%s', object, a.attname, format_type(a.atttypid, a.atttypmod),
      ' collate ' || c.collation_sql, c.generated_sql, case a.attgenerated when 's' then 'stored' else 'virtual' end, case when a.attnotnull then ' not null' else '' end)
    || coalesce(format('; alter table %s alter column %I set statistics ', object, a.attname) || c.statistics, '')
    || coalesce((select string_agg('; ' || statement, '') from pg_temp.on_computed(relation, object, a.attnum) as statement), '')
    || coalesce(format('; comment on column %s.%I is ', object, a.attname) || quote_literal(col_description(relation, a.attnum)), '')
    || coalesce((select string_agg(format('; grant %s (%I) on %s to %s%s', lower(g.privilege), a.attname, object, pg_temp.role_sql(g.role_name), ' with ' || nullif(g.option, '')), '')
      from pg_temp.privileges_of('table', object) as g where g.on_column = a.attname), ''))
  from pg_attribute as a join pg_temp.columns_of(relation) as c on c.name = a.attname, pg_temp.relation_name(relation) as object
  where a.attrelid = relation and a.attname = any (computed) order by a.attnum
$computed_aside$;

create or replace function pg_temp.on_computed(relation oid, object text, place smallint) returns setof text
language sql stable as $on_computed$
  select format('alter table %s add constraint %I %s', object, conname, pg_get_constraintdef(oid)) from pg_constraint
  where conrelid = relation and place = any (conkey) and contype in ('p', 'u', 'c', 'x', 'f') and conparentid = 0
  union all
  select pg_get_indexdef(i.indexrelid) from pg_index as i where i.indrelid = relation
    and not exists (select from pg_constraint as c where c.conindid = i.indexrelid and c.contype in ('p', 'u', 'x'))
    and exists (select from pg_depend as d where d.classid = 'pg_class'::regclass and d.objid = i.indexrelid and d.refobjid = relation and d.refobjsubid = place)
$on_computed$;

-- Checks and indexes that PostgreSQL makes again by itself, and how to try them on another table.
create or replace function pg_temp.parts_on(relation oid, column_name text, computed text[]) returns table (kind text, name text, trial text, remove text, restore text)
language sql stable as $parts_on$
  with places as (select a.attnum, a.attname = column_name as itself from pg_attribute as a
    where a.attrelid = relation and (a.attname = column_name or a.attname = any (computed)))
  select 'constraint', c.conname::text, 'alter table pg_temp.schemagen_trial add ' || pg_get_constraintdef(c.oid), format('alter table %s drop constraint if exists %I; ', object, c.conname),
    format('alter table %s add constraint %I %s', object, c.conname, pg_get_constraintdef(c.oid))
  from pg_constraint as c, pg_temp.relation_name(relation) as object where c.conrelid = relation and c.contype = 'c'
    and (select bool_and(p.itself) from places as p where p.attnum = any (c.conkey))
  union all
  select 'index', x.relname::text, 'create index on pg_temp.schemagen_trial ' || pg_temp.index_body(i.indexrelid), format('drop index if exists %s; ', pg_temp.relation_name(x.oid)),
    pg_get_indexdef(i.indexrelid)
  from pg_index as i join pg_class as x on x.oid = i.indexrelid where i.indrelid = relation
    and not exists (select from pg_constraint as c where c.conindid = i.indexrelid)
    and (select bool_and(p.itself) from places as p join pg_depend as d on d.classid = 'pg_class'::regclass and d.objid = x.oid
      and d.refobjid = relation and d.refobjsubid = p.attnum)
$parts_on$;

create or replace function pg_temp.fits(part text, change text) returns boolean
language plpgsql as $fits$
begin
  execute part;
  execute change;
  raise sqlstate 'SG000';
exception when sqlstate 'SG000' then
  return true;
when others then
  return false;
end
$fits$;

-- What is written for the old type alone goes, and later files bring the model's. Tried on a table without rows.
create or replace procedure pg_temp.set_misfits_aside(object text, table_name text, wanted record, computed text[], inout remove text, inout restore text)
language plpgsql as $set_misfits_aside$
declare
  change text := pg_temp.type_sql('pg_temp.schemagen_trial', wanted.name, wanted.data_type, wanted.collation_sql, false, true);
  item record;
begin
  remove := '';
  restore := '';
  execute format('create temporary table schemagen_trial (like %s) on commit drop', object);
  for item in select * from pg_temp.parts_on(to_regclass(object), wanted.name, computed) loop
    continue when pg_temp.fits(item.trial, change);
    if not pg_temp.left_to_the_model(item.kind, object, item.name)
      and item.name not in (select c.name from pg_temp.constraints_of(pg_temp.probe_of(table_name)) as c) then
      raise exception 'SG503: column % of % becomes %, and % % does not fit it', quote_ident(wanted.name), object, wanted.data_type, item.kind, quote_ident(item.name)
        using detail = item.restore, hint = 'Drop it first. What the model has of it, these files make again.';
    end if;
    remove := remove || item.remove;
    restore := restore || format('; call pg_temp.if_rows_allow(%L, %L)', format('%s %s of %s', item.kind, item.name, object), item.restore);
  end loop;
  drop table pg_temp.schemagen_trial;
end
$set_misfits_aside$;

create or replace function pg_temp.type_sql(object text, column_name text, data_type text, collation_sql text, with_default boolean, own_values boolean) returns text
language sql immutable as $type_sql$
  select format('alter table %s %salter column %I type %s%s%s', object, case when with_default then format('alter column %I drop default, ', column_name) else '' end,
    column_name, data_type, coalesce(' collate ' || collation_sql, ''), case when own_values then format(' using %I::%s', column_name, data_type) else '' end)
$type_sql$;

-- A type that PostgreSQL can change without touching the rows is changed; another only where that takes no time, and no row
-- loses by it.
create or replace procedure pg_temp.ensure_type(object text, table_name text, wanted record, existing record)
language plpgsql as $ensure_type$
declare
  computed text[] := pg_temp.computed_from(to_regclass(object), wanted.name);
  own_values boolean := existing.generated_sql is null;
  rewrites boolean;
  loss text := format('call pg_temp.refuse_loss(%L, %L, %L, %L); ', object, wanted.name, wanted.data_type, existing.data_type);
  remove text;
  restore text;
  remove_misfits text;
  restore_misfits text;
begin
  if wanted.data_type = existing.data_type and wanted.collation_sql is not distinct from existing.collation_sql then
    return;
  end if;
  rewrites := pg_temp.type_change_rewrites(wanted, existing);
  if pg_temp.has_rows(object) and (rewrites or computed <> '{}') then
    call pg_temp.allow_rewrite(object, format('column %I changes from %s to %s', wanted.name, existing.data_type, wanted.data_type));
  end if;
  if rewrites and own_values then
    call pg_temp.refuse_loss(object, wanted.name, existing.data_type, wanted.data_type);
  end if;
  call pg_temp.standing_on(to_regclass(object), wanted.name || computed, remove, restore);
  call pg_temp.set_misfits_aside(object, table_name, wanted, computed, remove_misfits, restore_misfits);
  call pg_temp.change(object, 'column', object,
    remove || remove_misfits || pg_temp.type_sql(object, wanted.name, wanted.data_type, wanted.collation_sql, existing.default_sql is not null, own_values) || restore,
    format('call pg_temp.if_rows_allow(%L, %L)', format('type %s of %s.%I', existing.data_type, object, wanted.name),
      case when own_values then loss else '' end || remove || pg_temp.type_sql(object, wanted.name, existing.data_type, existing.collation_sql, own_values, own_values)
      || coalesce(format(', alter column %I set default ', wanted.name) || existing.default_sql, '') || restore || restore_misfits));
end
$ensure_type$;

create or replace function pg_temp.type_change_rewrites(wanted record, existing record) returns boolean
language plpgsql as $type_change_rewrites$
declare
  before oid;
  answer boolean;
begin
  execute format('create temporary table schemagen_trial (trial %s%s) on commit drop', existing.data_type, coalesce(' collate ' || existing.collation_sql, ''));
  before := pg_relation_filenode('pg_temp.schemagen_trial');
  execute format('alter table pg_temp.schemagen_trial alter column trial type %s%s using trial::%s', wanted.data_type,
    coalesce(' collate ' || wanted.collation_sql, ''), wanted.data_type);
  answer := before <> pg_relation_filenode('pg_temp.schemagen_trial');
  drop table pg_temp.schemagen_trial;
  return answer;
end
$type_change_rewrites$;
