-- Views, compared by what PostgreSQL prints for their query, with their options and columns.
create or replace function pg_temp.view_text(relation oid) returns text
language sql stable as $view_text$
  select format('%s %s %s', (select array_agg(o order by o) from unnest(c.reloptions) as o), pg_get_viewdef(c.oid),
    (select array_agg(row(a.attname, format_type(a.atttypid, a.atttypmod)) order by a.attnum) from pg_attribute as a
     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped))
  from pg_class as c where c.oid = relation
$view_text$;

-- The statements that make a view again as it is: itself, its indexes, privileges and comment.
create or replace function pg_temp.view_statements(relation oid, word text) returns text
language sql stable as $view_statements$
  select format('%s %s%s as %s', word, pg_temp.relation_name(c.oid), ' with (' || nullif(array_to_string(c.reloptions, ', '), '') || ')', rtrim(pg_get_viewdef(c.oid), ';'))
    || coalesce((select string_agg('; ' || pg_get_indexdef(i.indexrelid), '' order by i.indexrelid) from pg_index as i where i.indrelid = c.oid), '')
    || pg_temp.grants_again('table', pg_temp.relation_name(c.oid))
    || coalesce(format('; comment on %s %s is %L', case c.relkind when 'm' then 'materialized view' else 'view' end, pg_temp.relation_name(c.oid), obj_description(c.oid, 'pg_class')), '')
  from pg_class as c where c.oid = relation
$view_statements$;

-- Views that read this one, the nearest first.
create or replace function pg_temp.dependent_views(relation oid) returns table (dependent oid, depth integer)
language sql stable as $dependent_views$
  with recursive found as (
    select relation as dependent, 0 as depth
    union
    select r.ev_class, f.depth + 1 from found as f
    join pg_depend as d on d.refobjid = f.dependent and d.refclassid = 'pg_class'::regclass and d.classid = 'pg_rewrite'::regclass
    join pg_rewrite as r on r.oid = d.objid and r.ev_class <> f.dependent
  )
  select f.dependent, max(f.depth) from found as f where f.depth > 0 group by f.dependent
$dependent_views$;

create or replace procedure pg_temp.ensure_view(schema_name text, view_name text, definition text, old_name text default null)
language plpgsql as $ensure_view$
declare
  object text := format('%I.%I', schema_name, view_name);
  head text := format('create view %s ', object);
  existing oid;
  equal boolean;
begin
  call pg_temp.find_object('view', schema_name, view_name, old_name);
  existing := to_regclass(object);
  if existing is null then
    call pg_temp.run('view', object, definition, format('drop view if exists %s', object));
    call pg_temp.revoke_all('table', object);
    return;
  elsif (select relkind from pg_class where oid = existing) <> 'v' then
    raise exception 'SG506: % is to be a view, and something else has its name', object using hint = 'Rename or drop it first.';
  elsif pg_temp.settled('view', object, definition, pg_temp.view_text(existing)) then
    return;
  end if;
  call pg_temp.drop_probe(view_name);
  execute pg_temp.retarget(definition, head, format('create temporary view %I ', view_name));
  equal := pg_temp.view_text(existing) = pg_temp.view_text(pg_temp.probe_of(view_name));
  call pg_temp.drop_probe(view_name);
  if not equal then
    call pg_temp.replace_view(object, definition, pg_temp.retarget(definition, head, format('create or replace view %s ', object)));
  end if;
  call pg_temp.settle('view', object, definition, pg_temp.view_text(to_regclass(object)));
end
$ensure_view$;

-- Where columns change, a view cannot be replaced: it is made anew, and so are those that read it.
create or replace procedure pg_temp.replace_view(object text, definition text, replacement text)
language plpgsql as $replace_view$
declare
  existing oid := to_regclass(object);
  recorded boolean := not pg_temp.ours('view', object);
  remove text;
  restore text;
  undo_statement text;
begin
  undo_statement := pg_temp.view_statements(existing, 'create or replace view');
  call pg_temp.run('view change', object, replacement, case when recorded then undo_statement end);
exception when invalid_table_definition then
  if exists (select from pg_temp.dependent_views(existing) join pg_class as c on c.oid = dependent and c.relkind = 'm') then
    raise exception 'SG507: the columns of view % change, and a materialized view reads it', object
      using hint = 'Drop the materialized view first, and make it again afterwards.';
  end if;
  select string_agg(format('drop view %s; ', pg_temp.relation_name(dependent)), '' order by depth desc),
    string_agg('; ' || pg_temp.view_statements(dependent, 'create view'), '' order by depth)
    into remove, restore from pg_temp.dependent_views(existing);
  undo_statement := coalesce(remove, '') || format('drop view %s; ', object) || pg_temp.view_statements(existing, 'create view') || coalesce(restore, '');
  call pg_temp.run('view change', object, coalesce(remove, '') || format('drop view %s; ', object) || definition
    || pg_temp.grants_again('table', object) || coalesce(restore, ''), case when recorded then undo_statement end);
end
$replace_view$;

create or replace procedure pg_temp.ensure_materialized_view(schema_name text, view_name text, definition text, old_name text default null)
language plpgsql as $ensure_materialized_view$
declare
  object text := format('%I.%I', schema_name, view_name);
  existing oid;
  equal boolean;
  query text;
  options text;
  remove text := format('drop materialized view if exists %s', object);
begin
  call pg_temp.find_object('materialized view', schema_name, view_name, old_name);
  existing := to_regclass(object);
  if existing is null then
    call pg_temp.run('view', object, definition, remove);
    call pg_temp.revoke_all('table', object);
    return;
  end if;
  if pg_temp.settled('view', object, definition, pg_temp.view_text(existing)) then
    return;
  end if;
  call pg_temp.drop_probe(view_name);
  query := pg_temp.retarget(definition, format('create materialized view %s ', object), '');
  options := substring(query from '^with (\(.*?\)) as\n');
  query := regexp_replace(regexp_replace(query, '^(with \(.*?\) )?as\n', ''), '\nwith no data$', '');
  execute format('create temporary view %I as ', view_name) || query;
  equal := pg_get_viewdef(existing) = pg_get_viewdef(pg_temp.probe_of(view_name));
  call pg_temp.drop_probe(view_name);
  if not equal then
    call pg_temp.run('view change', object, remove || '; ' || definition || pg_temp.grants_again('table', object),
      case when not pg_temp.ours('view', object) then remove || '; ' || pg_temp.view_statements(existing, 'create materialized view') end);
  elsif options is not null then
    execute format('create temporary table schemagen_trial (trial integer) with %s on commit drop', options);
    call pg_temp.ensure_parameters(object, to_regclass('pg_temp.schemagen_trial'));
    drop table pg_temp.schemagen_trial;
  end if;
  call pg_temp.settle('view', object, definition, pg_temp.view_text(to_regclass(object)));
end
$ensure_materialized_view$;
