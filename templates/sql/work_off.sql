-- Works off what was written down for one phase: a step and a transaction each, so that an interruption loses nothing.
create or replace procedure pg_temp.work_off(wanted_phase text)
language plpgsql as $work_off$
declare
  item record;
begin
  loop
    select * into item from schemagen.pending where phase = wanted_phase order by seq limit 1;
    exit when not found;
    call pg_temp.work_off_step(wanted_phase, item.object, item.step);
    delete from schemagen.pending where seq = item.seq;
    commit;
  end loop;
end
$work_off$;

-- Rows that were there before may break what the model says of them: that is for their owner to decide.
create or replace procedure pg_temp.work_off_step(phase text, object text, step text)
language plpgsql as $work_off_step$
declare
  fault text;
  state text;
begin
  call pg_temp.run(phase, object, step);
exception when check_violation or foreign_key_violation or unique_violation or exclusion_violation then
  get stacked diagnostics fault = message_text, state = returned_sqlstate;
  raise exception using errcode = state, message = fault, detail = step,
    hint = 'Rows that were there before break it: mend them, and run this file again. Nothing is blocked meanwhile; new rows are checked already.';
end
$work_off_step$;

create or replace procedure pg_temp.add_bound_check(object text, check_name text, condition text)
language plpgsql as $add_bound_check$
begin
  if not exists (select from pg_constraint where conrelid = to_regclass(object) and conname = check_name) then
    execute format('alter table %s add constraint %I check (%s) not valid', object, check_name, condition);
  end if;
end
$add_bound_check$;

create or replace procedure pg_temp.add_not_null_check(object text, column_name text, check_name text)
language plpgsql as $add_not_null_check$
declare
  missing bigint;
begin
  if exists (select from pg_constraint where conrelid = to_regclass(object) and conname = check_name) then
    return;
  end if;
  execute format('select count(*) from %s where %I is null', object, column_name) into missing;
  if missing > 0 then
    raise exception 'SG501: column % of % is to be NOT NULL, and % rows have no value', quote_ident(column_name), object, missing
      using hint = 'Give the column a `backfill` in the model, or fill the rows by hand, and run the files again from the first.';
  end if;
  execute format('alter table %s add constraint %I check (%I is not null) not valid', object, check_name, column_name);
end
$add_not_null_check$;
