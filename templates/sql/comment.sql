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

-- Comments of a relation and of what belongs to it: `wanted` has kind, name and text of those that there are; the lists
-- name every part that is the model's, whose other comments go.
create or replace procedure pg_temp.ensure_comments(word text, schema_name text, relation_name text, wanted text[], columns text[],
  constraints text[] default '{}', triggers text[] default '{}', policies text[] default '{}', indexes text[] default '{}')
language plpgsql as $ensure_comments$
declare
  object text := format('%I.%I', schema_name, relation_name);
  relation oid := to_regclass(object);
  item record;
begin
  for item in
    with wished as (
      select wanted[place][1] as kind, wanted[place][2] as name, wanted[place][3] as text from generate_subscripts(wanted, 1) as place
    ), existing as (
      select * from pg_temp.comments_of(relation) as c where c.kind = word
        or c.kind = 'column' and c.name = any (columns) or c.kind = 'constraint' and c.name = any (constraints)
        or c.kind = 'trigger' and c.name = any (triggers) or c.kind = 'policy' and c.name = any (policies)
        or c.kind = 'index' and c.name = any (indexes)
    )
    select kind, name, w.text as wanted, e.text as existing from wished as w full join existing as e using (kind, name)
    where w.text is distinct from e.text order by kind, name
  loop
    call pg_temp.run('comment', object, pg_temp.comment_sql(object, schema_name, item.kind, item.name, item.wanted),
      pg_temp.comment_sql(object, schema_name, item.kind, item.name, item.existing));
  end loop;
end
$ensure_comments$;

create or replace function pg_temp.comment_sql(object text, schema_name text, kind text, name text, content text) returns text
language sql immutable as $comment_sql$
  select format('comment on %s %s is %L', kind, case kind
    when 'column' then format('%s.%I', object, name)
    when 'index' then format('%I.%I', schema_name, name)
    when 'constraint' then format('%I on %s', name, object)
    when 'trigger' then format('%I on %s', name, object)
    when 'policy' then format('%I on %s', name, object)
    else object end, content)
$comment_sql$;

create or replace function pg_temp.comments_of(relation oid) returns table (kind text, name text, text text)
language sql stable as $comments_of$
  select case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'f' then 'foreign table' else 'table' end, '', d.description
  from pg_class as c join pg_description as d on d.objoid = c.oid and d.classoid = 'pg_class'::regclass and d.objsubid = 0 where c.oid = relation
  union all
  select 'column', a.attname::text, d.description from pg_attribute as a
  join pg_description as d on d.objoid = a.attrelid and d.classoid = 'pg_class'::regclass and d.objsubid = a.attnum where a.attrelid = relation
  union all
  select 'constraint', c.conname::text, d.description from pg_constraint as c
  join pg_description as d on d.objoid = c.oid and d.classoid = 'pg_constraint'::regclass where c.conrelid = relation
  union all
  select 'trigger', t.tgname::text, d.description from pg_trigger as t
  join pg_description as d on d.objoid = t.oid and d.classoid = 'pg_trigger'::regclass where t.tgrelid = relation
  union all
  select 'policy', p.polname::text, d.description from pg_policy as p
  join pg_description as d on d.objoid = p.oid and d.classoid = 'pg_policy'::regclass where p.polrelid = relation
  union all
  select 'index', x.relname::text, d.description from pg_index as i join pg_class as x on x.oid = i.indexrelid
  join pg_description as d on d.objoid = x.oid and d.classoid = 'pg_class'::regclass and d.objsubid = 0 where i.indrelid = relation
$comments_of$;
