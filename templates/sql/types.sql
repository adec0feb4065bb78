-- Types and sequences: a change of one that was there before us is recorded, of one of ours the making of it says all.
create or replace procedure pg_temp.change_type(object text, statement text, undo_statement text)
language plpgsql as $change_type$
begin
  if pg_temp.ours('type', object) then
    undo_statement := null;
  end if;
  call pg_temp.run('type change', object, statement, undo_statement);
end
$change_type$;

create or replace procedure pg_temp.ensure_new_type(schema_name text, type_name text, definition text, old_name text, inout made boolean)
language plpgsql as $ensure_new_type$
declare
  object text := format('%I.%I', schema_name, type_name);
begin
  call pg_temp.find_object('type', schema_name, type_name, old_name);
  made := to_regtype(object) is null;
  if made then
    call pg_temp.forget_names('', object);
    call pg_temp.run('type', object, definition, pg_temp.set_aside_sql('type', schema_name, type_name));
  end if;
end
$ensure_new_type$;

create or replace function pg_temp.labels_of(object text) returns text[]
language sql stable as $labels_of$
  select coalesce(array_agg(enumlabel::text order by enumsortorder), '{}') from pg_enum where enumtypid = to_regtype(object)
$labels_of$;

-- A label that is added cannot be used in the same transaction, and never be removed.
create or replace procedure pg_temp.ensure_enum(schema_name text, type_name text, definition text, labels text[], renames text[], old_name text default null)
language plpgsql as $ensure_enum$
declare
  object text := format('%I.%I', schema_name, type_name);
  made boolean;
  label text;
  position_sql text;
begin
  call pg_temp.ensure_new_type(schema_name, type_name, definition, old_name, made);
  if made then
    return;
  end if;
  call pg_temp.rename_labels(object, labels, renames);
  position_sql := format(' before %L', (pg_temp.labels_of(object))[1]);
  foreach label in array labels loop
    if label <> all (pg_temp.labels_of(object)) then
      call pg_temp.forget_names(object, label);
      call pg_temp.change_type(object, format('alter type %s add value %L%s', object, label, position_sql),
        format('call pg_temp.cannot_undo(%L, %L)', format('value %L of enum %s', label, object), 'PostgreSQL cannot remove an enum value'));
    end if;
    position_sql := format(' after %L', label);
  end loop;
  foreach label in array pg_temp.labels_of(object) loop
    if label <> all (labels) then
      raise notice 'the model does not have value % of enum %: it is kept', quote_literal(label), object;
    end if;
  end loop;
end
$ensure_enum$;

create or replace procedure pg_temp.rename_labels(object text, labels text[], renames text[])
language plpgsql as $rename_labels$
declare
  label text;
  old_label text;
  target text;
  called text;
begin
  foreach label in array labels loop
    old_label := (select renames[place][2] from generate_subscripts(renames, 1) as place where renames[place][1] = label);
    if label = any (pg_temp.labels_of(object)) and old_label = any (pg_temp.labels_of(object))
      and label not in (select pg_temp.now_called(object, old_label)) then
      raise exception 'SG504: enum % has both % and the value % that it was renamed from', object, label, old_label
        using hint = 'Take `renamed_from` out of the model: PostgreSQL cannot remove an enum value.';
    end if;
    target := label;
    foreach called in array coalesce(pg_temp.way_to(object, label, old_label, pg_temp.labels_of(object), labels, pg_temp.claims(renames)), '{}') loop
      call pg_temp.change_type(object, pg_temp.rename_sql(format('alter type %s rename value %L to %L', object, called, target), 'label', object, called, target),
        pg_temp.rename_sql(format('alter type %s rename value %L to %L', object, target, called), 'label', object, target, called));
      target := called;
    end loop;
  end loop;
end
$rename_labels$;

create or replace function pg_temp.domain_constraints(type_oid oid) returns table (name text, definition text, validated boolean)
language sql stable as $domain_constraints$
  select conname::text, pg_temp.cast_within(regexp_replace(pg_get_constraintdef(oid), ' NOT VALID$', '')), convalidated
  from pg_constraint where contypid = type_oid and contype = 'c'
$domain_constraints$;

create or replace procedure pg_temp.ensure_domain(schema_name text, type_name text, definition text, old_name text default null)
language plpgsql as $ensure_domain$
declare
  object text := format('%I.%I', schema_name, type_name);
  head text := format('alter domain %s ', object);
  made boolean;
  wanted record;
  existing record;
begin
  call pg_temp.ensure_new_type(schema_name, type_name, definition, old_name, made);
  if made then
    return;
  end if;
  execute pg_temp.retarget(definition, format('create domain %s as ', object), format('create domain pg_temp.%I as ', type_name));
  select oid, format_type(typbasetype, typtypmod) as base, pg_get_expr(typdefaultbin, 0) as default_sql, typnotnull as required
    into wanted from pg_type where oid = to_regtype(format('pg_temp.%I', type_name));
  select oid, format_type(typbasetype, typtypmod) as base, pg_get_expr(typdefaultbin, 0) as default_sql, typnotnull as required
    into existing from pg_type where oid = to_regtype(object);
  if wanted.base <> existing.base then
    raise exception 'SG503: domain % is based on %, and the model says %', object, existing.base, wanted.base
      using hint = 'Give the new domain another name and change the columns that use it.';
  end if;
  if wanted.default_sql is distinct from existing.default_sql then
    call pg_temp.change_type(object, head || coalesce('set default ' || wanted.default_sql, 'drop default'), head || coalesce('set default ' || existing.default_sql, 'drop default'));
  end if;
  if wanted.required <> existing.required then
    call pg_temp.change_type(object, head || case when wanted.required then 'set not null' else 'drop not null' end,
      head || case when existing.required then 'set not null' else 'drop not null' end);
  end if;
  call pg_temp.ensure_domain_constraints(object, wanted.oid);
  execute format('drop domain pg_temp.%I', type_name);
end
$ensure_domain$;

create or replace procedure pg_temp.ensure_domain_constraints(object text, probe oid)
language plpgsql as $ensure_domain_constraints$
declare
  head text := format('alter domain %s ', object);
  item record;
  other text;
begin
  for item in
    select w.name, w.definition, e.definition as old_definition, e.validated
    from pg_temp.domain_constraints(probe) as w left join pg_temp.domain_constraints(to_regtype(object)) as e using (name) order by 1
  loop
    other := (select e.name from pg_temp.domain_constraints(to_regtype(object)) as e where e.definition = item.definition
      and e.name not in (select w.name from pg_temp.domain_constraints(probe) as w) order by 1 limit 1);
    if item.old_definition is null and other is not null then
      call pg_temp.change_type(object, head || format('rename constraint %I to %I', other, item.name), head || format('rename constraint %I to %I', item.name, other));
    elsif item.old_definition is distinct from item.definition then
      if item.old_definition is not null then
        call pg_temp.change_type(object, head || format('drop constraint %I', item.name), head || format('add constraint %I %s not valid', item.name, item.old_definition)
          || case when item.validated then format('; call pg_temp.if_rows_allow(%L, %L)', format('constraint %s of domain %s', item.name, object), head || format('validate constraint %I', item.name)) else '' end);
      end if;
      call pg_temp.change_type(object, head || format('add constraint %I %s not valid', item.name, item.definition), head || format('drop constraint if exists %I', item.name));
      execute head || format('validate constraint %I', item.name);
    elsif not item.validated then
      execute head || format('validate constraint %I', item.name);
    end if;
  end loop;
  for other in select e.name from pg_temp.domain_constraints(to_regtype(object)) as e where e.name not in (select w.name from pg_temp.domain_constraints(probe) as w) order by 1 loop
    raise notice 'the model does not have constraint % of domain %: it is kept', quote_ident(other), object;
  end loop;
end
$ensure_domain_constraints$;

create or replace procedure pg_temp.ensure_composite(schema_name text, type_name text, definition text, old_name text default null)
language plpgsql as $ensure_composite$
declare
  object text := format('%I.%I', schema_name, type_name);
  made boolean;
  item record;
begin
  call pg_temp.ensure_new_type(schema_name, type_name, definition, old_name, made);
  if made then
    call pg_temp.know(object, 'attribute', pg_temp.column_names(object));
    return;
  end if;
  execute pg_temp.retarget(definition, format('create type %s as ', object), format('create type pg_temp.%I as ', type_name));
  for item in
    select w.name, w.data_type, e.data_type as old_type from pg_temp.columns_of(to_regclass(format('pg_temp.%I', type_name))) as w
    left join pg_temp.columns_of(to_regclass(object)) as e using (name) where w.data_type is distinct from e.data_type order by w.place
  loop
    if item.old_type is null then
      call pg_temp.know(object, 'attribute', array[item.name]);
      call pg_temp.change_type(object, format('alter type %s add attribute %I %s', object, item.name, item.data_type), format('call pg_temp.set_aside_attribute(%L, %L, %L)', schema_name, type_name, item.name));
      call pg_temp.bring_back_attribute(schema_name, type_name, item.name);
    else
      call pg_temp.change_attribute(object, item.name, item.old_type, item.data_type);
    end if;
  end loop;
  execute format('drop type pg_temp.%I', type_name);
end
$ensure_composite$;

-- PostgreSQL changes no attribute of a type that a table has a column of, be it one without rows, or one that was put aside.
create or replace procedure pg_temp.change_attribute(object text, attribute text, old_type text, new_type text)
language plpgsql as $change_attribute$
declare
  places text := (select string_agg(format('%s.%I', pg_temp.relation_name(k.relation), k.column_name), ', ' order by k.relation, k.column_name) from pg_temp.kept_in(to_regtype(object)) as k);
begin
  if places is not null then
    raise exception 'SG503: attribute % of % is %, and the model says %; columns are of this type: %', quote_ident(attribute), object, old_type, new_type, places
      using hint = 'Give the attribute another name; or make a new type, and move the columns over. What was put aside can be dropped, if its values are of no use any more.';
  end if;
  call pg_temp.change_type(object, format('alter type %s alter attribute %I type %s', object, attribute, new_type), format('alter type %s alter attribute %I type %s', object, attribute, old_type));
end
$change_attribute$;

-- Rows that had a value for the attribute when it was put aside, and are still there, have it again.
create or replace procedure pg_temp.bring_back_attribute(schema_name text, type_name text, attribute text)
language plpgsql as $bring_back_attribute$
declare
  place record;
  stash record;
begin
  for place in
    select s.schema_name as home, s.table_name, s.stash_name, a.attname, pg_temp.relation_name(c.oid) as object
    from schemagen.stash as s
    join pg_class as c on c.oid = coalesce(to_regclass(format('%I.%I', s.schema_name, s.table_name)),
      to_regclass(format('%I.%I', pg_temp.aside_schema(s.schema_name), s.table_name)))
    join pg_attribute as a on a.attrelid = c.oid and s.column_name = format('(%I).%I', a.attname, attribute)
      and a.atttypid = to_regtype(format('%I.%I', bring_back_attribute.schema_name, type_name))
  loop
    begin
      set local session_replication_role = 'replica';
    exception when insufficient_privilege then
      null;
    end;
    call pg_temp.fit_stashes(place.home, place.table_name);
    select * into stash from pg_temp.stashes_of(place.home, place.table_name) as s where s.stash_name = place.stash_name;
    execute format('update %s as real set %I.%I = stash.%I from %s as stash where %s and real.%I is distinct from null', place.object, place.attname,
      attribute, attribute, stash.aside, pg_temp.same_key('stash', stash.keys, 'real'), place.attname);
    call pg_temp.drop_stash(place.home, place.stash_name);
  end loop;
end
$bring_back_attribute$;

create or replace procedure pg_temp.ensure_range(schema_name text, type_name text, definition text, old_name text default null)
language plpgsql as $ensure_range$
declare
  made boolean;
begin
  call pg_temp.ensure_new_type(schema_name, type_name, definition, old_name, made);
  if not made and position('multirange_type_name' in definition) = 0 then
    call pg_temp.name_multirange(format('%I.%I', schema_name, type_name), type_name);
  end if;
end
$ensure_range$;

-- PostgreSQL calls it after the range, and leaves it its name when that changes.
create or replace procedure pg_temp.name_multirange(object text, type_name text)
language plpgsql as $name_multirange$
declare
  wanted text := left(case when type_name ~ 'range' then regexp_replace(type_name, 'range', 'multirange') else type_name || '_multirange' end, 63);
  item record;
begin
  select format('%I.%I', n.nspname, t.typname) as object, format('%I.%I', n.nspname, wanted) as target, t.typname as name into item from pg_range as r
    join pg_type as t on t.oid = r.rngmultitypid join pg_namespace as n on n.oid = t.typnamespace where r.rngtypid = to_regtype(name_multirange.object);
  if item.name <> wanted and to_regtype(item.target) is null then
    call pg_temp.change_type(object, format('alter type %s rename to %I', item.object, wanted), format('alter type %s rename to %I', item.target, item.name));
  end if;
end
$name_multirange$;

create or replace function pg_temp.sequence_options(relation oid) returns text
language sql stable as $sequence_options$
  select format('as %s start with %s increment by %s minvalue %s maxvalue %s cache %s %s', format_type(seqtypid, null), seqstart, seqincrement,
    seqmin, seqmax, seqcache, case when seqcycle then 'cycle' else 'no cycle' end)
  from pg_sequence where seqrelid = relation
$sequence_options$;

create or replace procedure pg_temp.ensure_sequence(schema_name text, sequence_name text, definition text, old_name text default null)
language plpgsql as $ensure_sequence$
declare
  object text := format('%I.%I', schema_name, sequence_name);
  wanted text;
  existing text;
begin
  call pg_temp.find_object('sequence', schema_name, sequence_name, old_name);
  if to_regclass(object) is null then
    call pg_temp.forget_names('', object);
    call pg_temp.run('sequence', object, definition, pg_temp.set_aside_sql('sequence', schema_name, sequence_name));
    call pg_temp.revoke_all('sequence', object);
    return;
  end if;
  execute pg_temp.retarget(definition, format('create sequence %s as ', object), format('create temporary sequence %I as ', sequence_name));
  wanted := pg_temp.sequence_options(to_regclass(format('pg_temp.%I', sequence_name)));
  existing := pg_temp.sequence_options(to_regclass(object));
  execute format('drop sequence pg_temp.%I', sequence_name);
  if wanted <> existing then
    call pg_temp.run('sequence change', object, format('alter sequence %s %s', object, wanted),
      case when not pg_temp.ours('sequence', object) then format('alter sequence %s %s', object, existing) end);
  end if;
end
$ensure_sequence$;

-- A sequence goes with the column that it belongs to.
create or replace procedure pg_temp.ensure_sequence_owner(object text, table_object text, column_name text)
language plpgsql as $ensure_sequence_owner$
declare
  existing text := (select format('%s.%I', pg_temp.relation_name(a.attrelid), a.attname) from pg_depend as d
    join pg_attribute as a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
    where d.classid = 'pg_class'::regclass and d.objid = to_regclass(object) and d.deptype = 'a');
begin
  if existing is distinct from format('%s.%I', table_object, column_name) then
    call pg_temp.run('sequence change', object, format('alter sequence %s owned by %s.%I', object, table_object, column_name),
      case when not pg_temp.ours('sequence', object) then format('alter sequence %s owned by %s', object, coalesce(existing, 'none')) end);
  end if;
end
$ensure_sequence_owner$;
