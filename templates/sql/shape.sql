-- What a table is besides its columns. `others` names what somebody else decides: raw SQL of the model, or the owner of a
-- table that is only partly the model's.
create or replace procedure pg_temp.ensure_shape(object text, unlogged boolean, parents text[], replica text, others text[])
language plpgsql as $ensure_shape$
begin
  if 'persistence' <> all (others) then
    call pg_temp.ensure_persistence(object, unlogged);
  end if;
  if 'inheritance' <> all (others) then
    call pg_temp.ensure_parents(object, parents);
  end if;
  if 'replica identity' <> all (others) then
    call pg_temp.ensure_replica_identity(object, replica);
  end if;
end
$ensure_shape$;

-- Rows of an unlogged table are lost in a crash. Becoming one or the other writes the table anew.
create or replace procedure pg_temp.ensure_persistence(object text, unlogged boolean)
language plpgsql as $ensure_persistence$
declare
  head text := format('alter table %s set ', object);
begin
  if exists (select from pg_class where oid = to_regclass(object) and relkind = 'r' and relpersistence <> case when unlogged then 'u' else 'p' end) then
    if pg_temp.has_rows(object) then
      call pg_temp.allow_rewrite(object, format('it becomes %s', case when unlogged then 'unlogged' else 'logged' end));
    end if;
    call pg_temp.change(object, 'table change', object, head || case when unlogged then 'unlogged' else 'logged' end,
      head || case when unlogged then 'logged' else 'unlogged' end);
  end if;
end
$ensure_persistence$;

-- Whose queries see the rows of this table as well. Columns that came from a parent stay.
create or replace procedure pg_temp.ensure_parents(object text, parents text[])
language plpgsql as $ensure_parents$
declare
  wanted oid[] := array(select to_regclass(parent)::oid from unnest(parents) as parent);
  existing oid[] := array(select i.inhparent from pg_inherits as i join pg_class as c on c.oid = i.inhrelid
    where i.inhrelid = to_regclass(object) and not c.relispartition);
  parent oid;
  add_sql text;
  remove_sql text;
begin
  for parent in select p from unnest(existing || wanted) as p where not (p = any (existing) and p = any (wanted)) order by 1 loop
    add_sql := format('alter table %s inherit %s', object, pg_temp.relation_name(parent));
    remove_sql := format('alter table %s no inherit %s', object, pg_temp.relation_name(parent));
    if parent = any (wanted) then
      call pg_temp.change(object, 'table change', object, add_sql, remove_sql);
    else
      raise notice 'the model does not have % as a parent of %', pg_temp.relation_name(parent), object;
      call pg_temp.change(object, 'table change', object, remove_sql, add_sql);
    end if;
  end loop;
end
$ensure_parents$;

-- What the log says of the old row when one is changed: `default`, `full`, `nothing` or `using index …`.
create or replace procedure pg_temp.ensure_replica_identity(object text, wanted text)
language plpgsql as $ensure_replica_identity$
declare
  head text := format('alter table %s replica identity ', object);
  existing text := (select case c.relreplident when 'f' then 'full' when 'n' then 'nothing' when 'i' then 'using index '
      || (select quote_ident(x.relname) from pg_index as i join pg_class as x on x.oid = i.indexrelid where i.indrelid = c.oid and i.indisreplident)
      else 'default' end
    from pg_class as c where c.oid = to_regclass(object));
begin
  if existing is distinct from wanted and not (wanted like 'using index %' and not exists (select from pg_index as i
      join pg_class as x on x.oid = i.indexrelid where i.indrelid = to_regclass(object) and 'using index ' || quote_ident(x.relname) = wanted)) then
    call pg_temp.change(object, 'table change', object, head || wanted, head || coalesce(existing, 'default'));
  end if;
end
$ensure_replica_identity$;

-- What PostgreSQL prints for a bound: tried on a partitioned table like the real one. With it, the condition that it puts on rows.
create or replace procedure pg_temp.try_bound(parent text, bound text, inout printed text, inout condition text)
language plpgsql as $try_bound$
begin
  execute format('create temporary table schemagen_trial (like %s) partition by %s on commit drop', parent, pg_get_partkeydef(to_regclass(parent)));
  execute format('create temporary table schemagen_trial_part partition of pg_temp.schemagen_trial %s on commit drop', bound);
  printed := (select pg_get_expr(relpartbound, oid) from pg_class where oid = to_regclass('pg_temp.schemagen_trial_part'));
  condition := case when printed ~ '^FOR VALUES (FROM|IN) ' then pg_get_partition_constraintdef(to_regclass('pg_temp.schemagen_trial_part')) end;
  drop table pg_temp.schemagen_trial;
end
$try_bound$;

create or replace function pg_temp.bound_text(relation oid) returns text
language plpgsql stable as $bound_text$
begin
  return (select format('%s %s', pg_temp.relation_name(i.inhparent), pg_get_expr(c.relpartbound, c.oid)) from pg_class as c
    join pg_inherits as i on i.inhrelid = c.oid where c.oid = relation and c.relispartition);
end
$bound_text$;

-- Another bound is another place in the parent: the partition is taken out and put in again in one transaction. A check that
-- was validated on the side stands in for the scan.
create or replace procedure pg_temp.ensure_partition(object text, parent text, bound text)
language plpgsql as $ensure_partition$
declare
  existing text := pg_temp.bound_text(to_regclass(object));
  wanted text := parent || ' ' || bound;
  printed text;
  condition text;
  statement text;
  undo_statement text;
  check_name text := pg_temp.working_name('bound', object);
begin
  if pg_temp.settled('partition', object, wanted, existing) then
    return;
  end if;
  call pg_temp.try_bound(parent, bound, printed, condition);
  if existing = format('%s %s', pg_temp.relation_name(to_regclass(parent)), printed) then
    if exists (select from pg_constraint where conrelid = to_regclass(object) and conname = check_name) then
      execute format('alter table %s drop constraint %I', object, check_name);
    end if;
  else
    statement := format('alter table %s attach partition %s %s', parent, object, printed);
    undo_statement := format('alter table %s detach partition %s', parent, object);
    if existing is not null then
      statement := pg_temp.detach_sql(object) || '; ' || statement;
      undo_statement := undo_statement || '; ' || format('call pg_temp.if_rows_allow(%L, %L)', 'the place of partition ' || object, pg_temp.attach_sql(object));
    end if;
    if condition is null or not pg_temp.has_rows(object) then
      call pg_temp.change(object, 'table change', object, statement, undo_statement);
    else
      call pg_temp.later('constrain', object, format('call pg_temp.add_bound_check(%L, %L, %L)', object, check_name, condition));
      call pg_temp.later('validate', object, format('alter table %s validate constraint %I', object, check_name));
      call pg_temp.change_later('contract', object, 'table change', statement, undo_statement);
      call pg_temp.later('contract', object, format('alter table %s drop constraint if exists %I', object, check_name));
      return;
    end if;
  end if;
  call pg_temp.settle('partition', object, wanted, pg_temp.bound_text(to_regclass(object)));
end
$ensure_partition$;

create or replace function pg_temp.detach_sql(object text) returns text
language plpgsql stable as $detach_sql$
begin
  return (select format('alter table %s detach partition %s', pg_temp.relation_name(inhparent), object) from pg_inherits where inhrelid = to_regclass(object));
end
$detach_sql$;

create or replace function pg_temp.attach_sql(object text) returns text
language plpgsql stable as $attach_sql$
begin
  return (select format('alter table %s attach partition %s %s', pg_temp.relation_name(i.inhparent), object, pg_get_expr(c.relpartbound, c.oid))
    from pg_class as c join pg_inherits as i on i.inhrelid = c.oid where c.oid = to_regclass(object));
end
$attach_sql$;
