-- A column that changes its type: what its values lose, and what has to step aside for it. Up and the rollback both need it.

-- Ways to learn which rows have a value that is not the same after the change, the best first. A text is read, and then
-- written otherwise, without a loss: of it counts what the length or precision of the new type takes away.
create or replace function pg_temp.loss_tests(column_name text, old_type text, new_type text) returns text[]
language sql stable as $loss_tests$
  select case when kind.of_old = 'S' and kind.of_new <> 'S'
      then array[format('%1$I::%2$s is distinct from %1$I::%3$s', column_name, new_type, bare), format('%1$I::%2$s::text is distinct from %1$I::%3$s::text', column_name, new_type, bare)]
    else array[format('%1$I::%2$s::%3$s is distinct from %1$I', column_name, new_type, old_type), format('%1$I::%2$s::%3$s::text is distinct from %1$I::text', column_name, new_type, old_type),
      format('%1$I::%2$s::text is distinct from %1$I::text', column_name, new_type)] end
  from (select (array_agg(coalesce(e.typcategory, t.typcategory)) filter (where t.oid = to_regtype(old_type)))[1] as of_old,
      (array_agg(coalesce(e.typcategory, t.typcategory)) filter (where t.oid = to_regtype(new_type)))[1] as of_new
    from pg_type as t left join pg_type as e on e.oid = t.typelem and t.typcategory = 'A' where t.oid in (to_regtype(old_type), to_regtype(new_type))) as kind,
    format_type(to_regtype(new_type), -1) as bare
$loss_tests$;

create or replace procedure pg_temp.count_loss(object text, tests text[], inout rows_lost bigint, inout test text)
language plpgsql as $count_loss$
begin
  foreach test in array tests loop
    begin
      execute format('select count(*) from %s where %s', object, test) into rows_lost;
      return;
    exception when undefined_function or cannot_coerce then
      null;
    end;
  end loop;
end
$count_loss$;

-- Nothing is cut off, rounded or left out without a word. What json and jsonb write otherwise means the same.
create or replace procedure pg_temp.refuse_loss(object text, column_name text, old_type text, new_type text)
language plpgsql as $refuse_loss$
declare
  rows_lost bigint;
  test text;
begin
  if coalesce(current_setting('schemagen.allow_loss', true), '') = 'on' or old_type ~ '^json(\[\])*$' and new_type ~ '^jsonb(\[\])*$' then
    return;
  end if;
  call pg_temp.run('lock', object, format('lock table %s in access exclusive mode', object));
  call pg_temp.count_loss(object, pg_temp.loss_tests(column_name, old_type, new_type), rows_lost, test);
  if rows_lost > 0 then
    raise exception 'SG511: column % of % changes from % to %, and % rows have a value that does not fit: it would be cut, rounded or left out in part',
      quote_ident(column_name), object, old_type, new_type, rows_lost
      using errcode = 'data_exception', detail = format('They are: select * from %s where %s', object, test),
        hint = 'Nothing was changed. Shorten or correct these values first and run this file again; or give the new column another name and a `backfill`: the old one is put aside with its values. To lose what does not fit: PGOPTIONS="-c schemagen.allow_loss=on".';
  end if;
end
$refuse_loss$;

-- What stepped aside comes back as it was. Where its words do not fit the new type it is left to the later files, which make
-- the model's; nobody gets more meanwhile. What the model does not know would be lost with it: then nothing is changed.
create or replace procedure pg_temp.make_again(part_kind text, object text, part text, statement text, meanwhile text default null)
language plpgsql as $make_again$
declare
  fault text;
begin
  execute statement;
exception when undefined_function or undefined_column or undefined_table or undefined_object or datatype_mismatch or ambiguous_function
  or indeterminate_datatype or invalid_text_representation or invalid_table_definition or invalid_object_definition or cannot_coerce then
  fault := sqlerrm;
  if not pg_temp.left_to_the_model(part_kind, object, part) then
    raise exception 'SG503: a column of % changes its type, and % % does not fit the new one: %', object, part_kind, part, fault
      using detail = statement, hint = 'Drop it first. What the model has of it, these files make again.';
  end if;
  if meanwhile is not null then
    execute meanwhile;
  end if;
end
$make_again$;

create or replace function pg_temp.left_to_the_model(part_kind text, object text, part text) returns boolean
language plpgsql stable as $left_to_the_model$
begin
  return case part_kind when 'function' then false when 'view' then pg_temp.ours('view', object) else exists (
    select from pg_temp.names_of(object) as name where pg_temp.known(part_kind, name, part)) end;
end
$left_to_the_model$;
