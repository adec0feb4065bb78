-- What the model had and has no more goes, as a rollback would take it: data is put aside, and the next up whose model has it
-- brings it back. Only what up made itself goes; what somebody else put there stays, and was mentioned.
create or replace function pg_temp.made_part(table_object text, part_kind text, words text) returns boolean
language sql stable as $made_part$
  select pg_temp.ours('table', table_object) or exists (select from schemagen.ledger as l where l.object in (select pg_temp.names_of(table_object))
    and l.kind = part_kind and position(words in l.done) > 0)
$made_part$;

-- The values of a big table are not copied under lock: the column stays, and takes NULL, so that nobody has to know it.
create or replace procedure pg_temp.remove_column(schema_name text, table_name text, column_name text)
language plpgsql as $remove_column$
declare
  object text := format('%I.%I', schema_name, table_name);
  place record;
begin
  select a.attnotnull, a.attidentity, a.attgenerated, a.atthasdef into place from pg_attribute as a
    where a.attrelid = to_regclass(object) and a.attname = column_name and not a.attisdropped;
  if place.attgenerated <> '' or pg_temp.size_of(to_regclass(object)) <= 8 * 1024 * 1024 or coalesce(current_setting('schemagen.allow_rewrite', true), '') = 'on' then
    call pg_temp.run('column', object, format('call pg_temp.set_aside_column(%L, %L, %L)', schema_name, table_name, column_name));
    raise notice 'the model has no column % of % any more: it is put aside', quote_ident(column_name), object;
    return;
  end if;
  if place.attnotnull and place.attidentity = '' and not place.atthasdef then
    call pg_temp.run('column', object, format('alter table %s alter column %I drop not null', object, column_name));
  end if;
  raise notice 'the model has no column % of % any more: it stays, and takes NULL. The table is big: to put the values aside while it is locked, run this file with PGOPTIONS="-c schemagen.allow_rewrite=on"',
    quote_ident(column_name), object;
end
$remove_column$;

-- Tables that were put aside hold on to a key no longer.
create or replace procedure pg_temp.free_key(object text, key_name text)
language plpgsql as $free_key$
declare
  statement text;
begin
  for statement in
    select format('alter table %s drop constraint %I', pg_temp.relation_name(f.conrelid), f.conname) from pg_constraint as k
    join pg_constraint as f on f.contype = 'f' and f.conindid = k.conindid and f.confrelid = k.conrelid
    join pg_class as c on c.oid = f.conrelid join pg_namespace as n on n.oid = c.relnamespace
    where k.conrelid = to_regclass(object) and k.conname = key_name and k.contype in ('p', 'u') and f.conparentid = 0
      and starts_with(n.nspname, 'schemagen_aside_') order by 1
  loop
    call pg_temp.run('constraint', object, statement);
  end loop;
end
$free_key$;

-- What is put aside keeps nobody from deleting what stays.
create or replace function pg_temp.let_go(object text) returns text
language sql stable as $let_go$
  select coalesce(string_agg(format('alter table %s drop constraint %I; ', object, conname), '' order by conname), '') from pg_constraint
  where conrelid = to_regclass(object) and contype = 'f' and confdeltype in ('a', 'r') and confrelid <> conrelid and conparentid = 0
$let_go$;

create or replace procedure pg_temp.remove_part(schema_name text, table_name text, part_kind text, part text, inout gone boolean)
language plpgsql as $remove_part$
declare
  target text := format('%I.%I', schema_name, table_name);
  object text := format('%I.%I', schema_name, table_name);
begin
  case part_kind
    when 'column' then
      if pg_temp.has_column(object, part)
        and exists (select from pg_temp.names_of(part, target) as name where pg_temp.made_part(target, 'column', format('add column %I ', name))) then
        call pg_temp.remove_column(schema_name, table_name, part);
      end if;
      gone := not pg_temp.has_column(object, part);
    when 'attribute' then
      if pg_temp.has_column(object, part) and exists (select from schemagen.ledger as l where l.object in (select pg_temp.names_of(target))
        and (l.kind = 'type' or l.kind = 'type change' and position(format('add attribute %I ', part) in l.done) > 0)) then
        call pg_temp.run('type change', object, format('call pg_temp.set_aside_attribute(%L, %L, %L)', schema_name, table_name, part));
        gone := not pg_temp.has_column(object, part);
      end if;
    when 'index' then
      if pg_temp.made_part(object, 'index', format('index %I on ', part)) or pg_temp.made_part(format('%I.%I', schema_name, part), 'index', '') then
        call pg_temp.run('index', object, format('drop index if exists %I.%I', schema_name, part));
      end if;
    when 'constraint' then
      if pg_temp.made_part(object, 'constraint', format('constraint %I ', part)) then
        call pg_temp.free_key(object, part);
        call pg_temp.run('constraint', object, format('alter table %s drop constraint if exists %I', object, part));
      end if;
    when 'trigger' then
      if pg_temp.made_part(object, 'trigger', format(E'trigger %I\n', part)) then
        call pg_temp.run('trigger', object, format('call pg_temp.drop_trigger(%L, %L)', object, part));
      end if;
    when 'policy' then
      call pg_temp.run('policy', object, format('drop policy if exists %I on %s', part, object));
    when 'parameter' then
      call pg_temp.run('table', object, format('alter table %s reset (%s)', object, part));
    when 'publication' then
      delete from schemagen.ledger as l where l.kind = 'publication' and l.object in (select pg_temp.names_of(target))
        and starts_with(l.done, format('alter publication %I add table ', part));
      if found then
        call pg_temp.run('publication', object, format('alter publication %I drop table %s', part, object));
      end if;
    when 'managed' then
      null;
  end case;
exception when dependent_objects_still_exist then
  gone := false;
  raise notice 'the model has no % % of % any more: it stays, because something still needs it (%)', part_kind, quote_ident(part), object, sqlerrm;
end
$remove_part$;

create or replace function pg_temp.parts(columns text[], indexes text[], triggers text[], policies text[], parameters text[], publications text[], constraints text[], attributes text[], managed text[])
returns table (kind text, name text)
language sql immutable as $parts$
  select 'column', unnest(columns) union all select 'index', unnest(indexes) union all select 'trigger', unnest(triggers)
  union all select 'policy', unnest(policies) union all select 'parameter', unnest(parameters)
  union all select 'publication', unnest(publications)
  union all select 'constraint', unnest(constraints)
  union all select 'attribute', unnest(attributes)
  union all select 'managed', unnest(managed)
$parts$;

-- What the model only describes from now on is not ours any more: it stays as it is, and down leaves it. Triggers on it that
-- the model names are ours as before.
create or replace procedure pg_temp.leave_alone(name text, triggers text[] default '{}')
language plpgsql as $leave_alone$
declare
  names text[] := array(select replace(called, '"', '') from pg_temp.names_of(name) as called);
  canonical text;
begin
  canonical := (select l.object from schemagen.ledger as l where replace(l.object, '"', '') = any (names)
      and l.kind in ('table', 'view', 'function', 'procedure', 'type', 'sequence')
    union select k.object from schemagen.known as k where replace(k.object, '"', '') = any (names)
      and k.kind in ('column', 'index', 'policy', 'parameter', 'constraint', 'attribute') limit 1);
  if canonical is null then
    return;
  end if;
  delete from schemagen.ledger as l where l.kind = 'index' and exists (select from schemagen.known as k
    where replace(k.object, '"', '') = any (names) and k.kind = 'index' and l.object = regexp_replace(k.object, '\.[^.]*$', '') || '.' || quote_ident(k.name));
  delete from schemagen.ledger as l where replace(l.object, '"', '') = any (names) and l.kind <> 'publication';
  delete from schemagen.known as k where replace(k.object, '"', '') = any (names) and k.kind not in ('trigger', 'publication');
  insert into schemagen.ledger (kind, object, done, undo) select 'trigger', canonical, format(E'create trigger %I\n', kept),
    format('call pg_temp.drop_trigger(%L, %L)', canonical, kept) from unnest(triggers) as kept;
  raise notice '% is only described by the model: it is left alone from now on, as it is', name;
end
$leave_alone$;

-- The same, of what is ours in parts from now on, for the parts that the model does not name.
create or replace procedure pg_temp.leave_parts(target text, names text[])
language plpgsql as $leave_parts$
begin
  if exists (select from schemagen.known as k where k.object = target and k.kind = 'managed') then
    return;
  end if;
  delete from schemagen.known as k where k.object = target and k.kind <> 'privilege' and k.kind || ' ' || k.name <> all (names);
  if found then
    raise notice 'the model names only parts of %: the others are left alone from now on, as they are', target;
  end if;
end
$leave_parts$;

-- The lists name every part that the model knows.
create or replace procedure pg_temp.keep_parts(schema_name text, table_name text, columns text[] default '{}', indexes text[] default '{}',
  triggers text[] default '{}', policies text[] default '{}', parameters text[] default '{}', publications text[] default '{}',
  constraints text[] default '{}', attributes text[] default '{}', managed text[] default '{}')
language plpgsql as $keep_parts$
declare
  target text := format('%I.%I', schema_name, table_name);
  names text[];
  item record;
  gone boolean;
begin
  if managed = '{partly}' then
    names := array(select p.kind || ' ' || p.name from pg_temp.parts(columns, indexes, triggers, policies, parameters, publications, constraints, attributes, managed) as p);
    call pg_temp.leave_parts(target, names);
  end if;
  for item in
    select k.kind, k.name from schemagen.known as k where k.object = target and k.kind <> 'privilege' and not exists (
      select from pg_temp.parts(columns, indexes, triggers, policies, parameters, publications, constraints, attributes, managed) as p where p.kind = k.kind and p.name = k.name)
    order by k.kind = 'column', k.kind, k.name
  loop
    gone := true;
    call pg_temp.remove_part(schema_name, table_name, item.kind, item.name, gone);
    if gone then
      delete from schemagen.known as k where k.object = target and k.kind = item.kind and k.name = item.name;
    end if;
  end loop;
  insert into schemagen.known (object, kind, name)
    select target, p.kind, p.name from pg_temp.parts(columns, indexes, triggers, policies, parameters, publications, constraints, attributes, managed) as p
    except select k.object, k.kind, k.name from schemagen.known as k where k.object = target;
end
$keep_parts$;

-- The privileges that waited until a column was gone; where it stays, they wait on.
create or replace procedure pg_temp.give_what_waited()
language plpgsql as $give_what_waited$
declare
  item record;
begin
  for item in select p.seq, p.object, p.step from schemagen.pending as p where p.phase = 'removed' order by p.seq loop
    if to_regclass(item.object) is null then
      delete from schemagen.pending as p where p.seq = item.seq;
    else
      execute item.step;
    end if;
    commit;
  end loop;
end
$give_what_waited$;

-- `wanted` names every object of the model. Quotes do not count: which words need them differs between versions.
create or replace procedure pg_temp.keep_objects(wanted text[])
language plpgsql as $keep_objects$
declare
  names text[] := array(select replace(name, '"', '') from unnest(wanted) as name);
  item record;
begin
  for item in
    select l.seq, l.kind, l.object, l.undo, pg_temp.name_now(l.object, l.seq) as name from schemagen.ledger as l
    where l.kind in ('table', 'view', 'function', 'procedure', 'type', 'sequence', 'publication', 'raw')
      and (replace(l.object, '"', '') <> all (names) or exists (select from schemagen.renamed as r where r.place = '' and r.old_name = l.object)) order by l.seq desc
  loop
    continue when replace(item.name, '"', '') = any (names);
    call pg_temp.remove_object(item.seq, item.kind, item.object, item.name, item.undo);
    commit;
  end loop;
end
$keep_objects$;

create or replace procedure pg_temp.remove_object(made bigint, object_kind text, old_name text, new_name text, undo_statement text)
language plpgsql as $remove_object$
begin
  -- SQL of the model that has another name by now
  if object_kind = 'raw' and exists (select from schemagen.ledger as one join schemagen.ledger as other on other.kind = 'raw'
      and other.done = one.done and other.seq <> one.seq where one.seq = made and one.done <> 'raw SQL') then
    delete from schemagen.ledger as l where l.seq = made;
    return;
  end if;
  if new_name <> old_name then
    undo_statement := (select format('call pg_temp.set_aside_table(%L, %L)', n.nspname, c.relname) from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
      where c.oid = to_regclass(new_name) and object_kind = 'table'
      union all
      select format('call pg_temp.set_aside_type(%L, %L)', n.nspname, t.typname) from pg_type as t join pg_namespace as n on n.oid = t.typnamespace
      where t.oid = to_regtype(new_name) and object_kind = 'type'
      union all
      select format('call pg_temp.set_aside_sequence(%L, %L)', n.nspname, c.relname) from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
      where c.oid = to_regclass(new_name) and object_kind = 'sequence'
      union all
      select format('drop %s if exists %s', case c.relkind when 'm' then 'materialized view' else 'view' end, new_name) from pg_class as c
      where c.oid = to_regclass(new_name) and object_kind = 'view'
      union all
      select format('call pg_temp.set_aside_function(%L, %L, %L)', n.nspname, p.proname, substring(new_name from '\((.*)\)$')) from pg_proc as p join pg_namespace as n on n.oid = p.pronamespace
      where p.oid = to_regprocedure(case when object_kind in ('function', 'procedure') then new_name end));
  end if;
  call pg_temp.run('removed', new_name, case when object_kind = 'table' then coalesce(pg_temp.detach_sql(new_name) || '; ', '') || pg_temp.let_go(new_name) else '' end || undo_statement);
  delete from schemagen.ledger as l where l.seq = made or l.seq > made and l.object in (select pg_temp.names_of(new_name)) and pg_temp.name_now(l.object, l.seq) = new_name;
  delete from schemagen.settled as s where s.object = new_name;
  delete from schemagen.known as k where k.object = new_name;
  raise notice 'the model has no % % any more: it is put aside', object_kind, new_name;
exception when dependent_objects_still_exist then
  raise notice 'the model has no % % any more: it stays, because something still needs it (%)', object_kind, new_name, sqlerrm;
end
$remove_object$;

-- What is left aside of functions that the model has no more, or has otherwise, is what others still call.
create or replace procedure pg_temp.mention_callers()
language plpgsql as $mention_callers$
declare
  item record;
begin
  call pg_temp.drop_unneeded_routines();
  for item in
    select p.oid::regprocedure as routine, string_agg(distinct pg_describe_object(d.classid, d.objid, d.objsubid), ', ') as callers
    from pg_proc as p join pg_namespace as n on n.oid = p.pronamespace join pg_depend as d on d.refclassid = 'pg_proc'::regclass and d.refobjid = p.oid
    where starts_with(n.nspname, 'schemagen_aside_') and position('schemagen_aside_' in (pg_identify_object(d.classid, d.objid, d.objsubid)).identity) = 0
    group by p.oid order by 1
  loop
    raise warning 'the model has % no more as it was, and it is still called by % of others: make them again', item.routine, item.callers;
  end loop;
end
$mention_callers$;
