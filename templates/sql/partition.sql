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

-- Rows in the way of a new partition have to move, which takes a lock for as long as they are many: that is for their owner to do.
create or replace procedure pg_temp.make_table(object text, definition text, undo_statement text, partition text[])
language plpgsql as $make_table$
declare
  fault text;
begin
  call pg_temp.run('table', object, definition, undo_statement);
exception when invalid_object_definition or check_violation then
  if partition is null then
    raise;
  end if;
  get stacked diagnostics fault = message_text;
  raise exception 'SG503: partition % has no room in %: %', object, partition[1], fault
    using hint = case when sqlstate = '23514'
      then format('Its rows lie in the default partition. In one transaction: detach that from %1$s, make %2$s (%3$s), move its rows, and attach the default again.', partition[1], object, partition[2])
      else format('Another partition has its rows. Where the model has it no more: `alter table %1$s detach partition` that, run this file again, insert its rows into %1$s, then run the other files: they put it aside. Where the model gives it less room than it has, give it another name there.', partition[1]) end;
end
$make_table$;

-- A partition with the same bound under another name is the same one.
create or replace procedure pg_temp.rename_partitions(parent text, partitions text[])
language plpgsql as $rename_partitions$
declare
  item record;
  printed text;
  condition text;
  object text;
  old_object text;
begin
  for item in
    select w.object, parse_ident(w.object) as name, w.bound from generate_subscripts(partitions, 1) as place, lateral (select partitions[place][1] as object, partitions[place][2] as bound) as w
    where to_regclass(w.object) is null order by place
  loop
    call pg_temp.try_bound(parent, item.bound, printed, condition);
    old_object := (select pg_temp.relation_name(c.oid) from pg_inherits as i join pg_class as c on c.oid = i.inhrelid
      where i.inhparent = to_regclass(parent) and c.relispartition and pg_get_expr(c.relpartbound, c.oid) = printed and c.relnamespace = to_regnamespace(quote_ident(item.name[1]))
        and c.oid <> all (array(select coalesce(to_regclass(partitions[place][1])::oid, 0) from generate_subscripts(partitions, 1) as place))
        and exists (select from schemagen.ledger as l where l.kind = 'table' and l.object in (select pg_temp.names_of(pg_temp.relation_name(c.oid)))));
    continue when old_object is null;
    object := format('%I.%I', item.name[1], item.name[2]);
    call pg_temp.run('rename', object, pg_temp.rename_object_sql('table', old_object, object), pg_temp.rename_object_sql('table', object, old_object));
  end loop;
end
$rename_partitions$;

-- A partition that is not in its parent is put there. A check that was validated on the side stands in for the scan.
create or replace procedure pg_temp.ensure_partition(object text, parent text, bound text)
language plpgsql as $ensure_partition$
declare
  existing text := pg_temp.bound_text(to_regclass(object));
  wanted text := parent || ' ' || bound;
  printed text;
  condition text;
  statement text;
  undo_statement text;
begin
  if pg_temp.settled('partition', object, wanted, existing) then
    return;
  end if;
  call pg_temp.try_bound(parent, bound, printed, condition);
  if existing = format('%s %s', pg_temp.relation_name(to_regclass(parent)), printed) then
    call pg_temp.drop_bound_check(object);
    call pg_temp.settle('partition', object, wanted, existing);
  elsif existing is null or not pg_temp.is_partition_of(object, parent) then
    statement := coalesce(pg_temp.detach_sql(object) || '; ', '') || format('alter table %s attach partition %s %s', parent, object, printed);
    undo_statement := format('alter table %s detach partition %s', parent, object)
      || coalesce('; ' || format('call pg_temp.if_rows_allow(%L, %L)', 'the place of partition ' || object, pg_temp.attach_sql(object)), '');
    if condition is null or not pg_temp.has_rows(object) then
      call pg_temp.change(object, 'table change', object, statement, undo_statement);
      call pg_temp.settle('partition', object, wanted, pg_temp.bound_text(to_regclass(object)));
    else
      call pg_temp.check_bound_later(object, object, condition);
      call pg_temp.change_later('contract', object, 'table change', statement, undo_statement);
      call pg_temp.later('contract', object, format('alter table %s drop constraint if exists %I', object, pg_temp.working_name('bound', object)));
    end if;
  end if;
end
$ensure_partition$;

-- Other bounds are other places in the parent. Partitions may trade places: so all are taken out before the first is put in
-- again, in one transaction. What there is to do is written down for the parent.
create or replace procedure pg_temp.move_partitions(parent text, partitions text[])
language plpgsql as $move_partitions$
declare
  item record;
  printed text;
  condition text;
  at_once boolean := true;
  moves text[] := '{}';
begin
  call pg_temp.rename_partitions(parent, partitions);
  for item in
    select partitions[place][1] as object, partitions[place][2] as bound from generate_subscripts(partitions, 1) as place
    where pg_temp.is_partition_of(partitions[place][1], parent) order by place
  loop
    continue when pg_temp.settled('partition', item.object, parent || ' ' || item.bound, pg_temp.bound_text(to_regclass(item.object)));
    call pg_temp.try_bound(parent, item.bound, printed, condition);
    continue when pg_temp.bound_text(to_regclass(item.object)) = format('%s %s', pg_temp.relation_name(to_regclass(parent)), printed);
    moves := moves || array[array[item.object, printed]];
    if condition is not null and pg_temp.has_rows(item.object) then
      at_once := false;
      call pg_temp.check_bound_later(parent, item.object, condition);
    end if;
  end loop;
  if at_once then
    call pg_temp.trade_places(parent, moves);
  else
    call pg_temp.later('contract', parent, format('call pg_temp.trade_places(%L, %L::text[])', parent, moves));
  end if;
end
$move_partitions$;

create or replace procedure pg_temp.check_bound_later(for_object text, object text, condition text)
language plpgsql as $check_bound_later$
declare
  check_name text := pg_temp.working_name('bound', object);
begin
  call pg_temp.later('constrain', for_object, format('call pg_temp.add_bound_check(%L, %L, %L)', object, check_name, condition));
  call pg_temp.later('validate', for_object, format('alter table %s validate constraint %I', object, check_name));
end
$check_bound_later$;

create or replace function pg_temp.is_partition_of(object text, parent text) returns boolean
language plpgsql stable as $is_partition_of$
begin
  return exists (select from pg_inherits as i join pg_class as c on c.oid = i.inhrelid
    where c.relispartition and i.inhrelid = to_regclass(object) and i.inhparent = to_regclass(parent));
end
$is_partition_of$;

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

-- Every one of these partitions (its name, its new bound) leaves its place before the first takes another's.
create or replace procedure pg_temp.trade_places(parent text, moves text[])
language plpgsql as $trade_places$
declare
  item record;
  head text := format('alter table %s ', parent);
begin
  for item in
    select moves[place][1] as object, pg_get_expr(c.relpartbound, c.oid) as bound from generate_subscripts(moves, 1) as place
    join pg_class as c on c.oid = to_regclass(moves[place][1]) where c.relispartition order by place
  loop
    call pg_temp.change(item.object, 'table change', item.object, head || 'detach partition ' || item.object,
      format('call pg_temp.if_rows_allow(%L, %L)', 'the place of partition ' || item.object, format('%sattach partition %s %s', head, item.object, item.bound)));
  end loop;
  for item in select moves[place][1] as object, moves[place][2] as bound from generate_subscripts(moves, 1) as place order by place loop
    call pg_temp.change(item.object, 'table change', item.object, format('%sattach partition %s %s', head, item.object, item.bound),
      head || 'detach partition ' || item.object);
    call pg_temp.drop_bound_check(item.object);
  end loop;
end
$trade_places$;

create or replace procedure pg_temp.drop_bound_check(object text)
language plpgsql as $drop_bound_check$
declare
  check_name text := pg_temp.working_name('bound', object);
begin
  if exists (select from pg_constraint where conrelid = to_regclass(object) and conname = check_name) then
    execute format('alter table %s drop constraint %I', object, check_name);
  end if;
end
$drop_bound_check$;
