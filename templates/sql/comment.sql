-- Comments.
create or replace procedure pg_temp.ensure_comment(object_kind text, object text, address_kind text, address_names text[], address_arguments text[], wanted text)
language plpgsql as $ensure_comment$
declare
  existing text;
begin
  select description into existing
  from pg_get_object_address(address_kind, address_names, address_arguments) as address
  join pg_description as d on d.classoid = address.classid and d.objoid = address.objid and d.objsubid = address.objsubid;
  if existing is distinct from wanted then
    call pg_temp.run('comment', object, format('comment on %s %s is %L', object_kind, object, wanted),
      format('comment on %s %s is %L', object_kind, object, existing));
  end if;
end
$ensure_comment$;
