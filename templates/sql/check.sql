-- In a test nothing is carried out: what up would do is a finding.
create or replace procedure pg_temp.run(change_kind text, change_object text, statement text, undo_statement text default null)
language plpgsql as $run$
begin
  insert into pg_temp.schemagen_findings (object, repair) values (change_object, statement);
end
$run$;

create or replace function pg_temp.settled(wanted_part text, wanted_object text, wanted_definition text, found_state text) returns boolean
language sql immutable as $settled$
  select false
$settled$;

create or replace procedure pg_temp.settle(wanted_part text, wanted_object text, wanted_definition text, found_state text)
language plpgsql as $settle$
begin
end
$settle$;

create or replace function pg_temp.ours(wanted_kind text, wanted_object text) returns boolean
language sql immutable as $ours$
  select true
$ours$;

create or replace procedure pg_temp.know(of_object text, part_kind text, names text[])
language plpgsql as $know$
begin
end
$know$;

create or replace procedure pg_temp.once_removed(wanted_object text, wanted_step text)
language plpgsql as $once_removed$
begin
end
$once_removed$;

create or replace procedure pg_temp.change(table_object text, change_kind text, change_object text, statement text, undo_statement text)
language plpgsql as $change$
begin
  call pg_temp.run(change_kind, change_object, statement);
end
$change$;

create or replace function pg_temp.relation_name(relation oid) returns text
language sql stable as $relation_name$
  select format('%I.%I', n.nspname, c.relname) from pg_class as c join pg_namespace as n on n.oid = c.relnamespace where c.oid = relation
$relation_name$;

create or replace procedure pg_temp.report()
language plpgsql as $report$
declare
  findings integer := (select count(*) from pg_temp.schemagen_findings);
begin
  if findings > 0 then
    raise exception 'the database differs from the model in % places', findings
      using detail = (select string_agg(format('%s: %s', object, repair), E'\n' order by seq) from pg_temp.schemagen_findings),
        hint = 'Each line is what sql/up would do: run it, or change the model.';
  end if;
  raise notice 'ok: row security, policies and privileges are the model''s';
end
$report$;
