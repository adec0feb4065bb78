-- $1 is not looked at: roles belong to the cluster. Whom row security does not hold anyway may become anybody.
select json_build_object(
  'name', r.rolname,
  'bypass', r.rolbypassrls or r.rolsuper,
  'login', r.rolcanlogin,
  'may_become', (
    select json_agg(b.rolname order by b.rolname)
    from pg_roles b
    where (b.rolbypassrls or b.rolsuper) and not (r.rolbypassrls or r.rolsuper) and pg_has_role(r.oid, b.oid, 'member')
  )
)::text
from pg_roles r
where r.rolname !~ '^pg_' and $1::oid[] is not null
