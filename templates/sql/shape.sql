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
