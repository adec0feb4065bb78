-- What the catalog has no word for, as SQL that may be repeated: [kind, name, sql, what to pass over, phase]. SQL that
-- begins with DECLARE is the body of a DO. The parts below are put together with `union all`: one query.
select json_build_array(kind, name, rtrim(sql, E'; \n'), unless, phase, coalesce((
    select format('; comment on %s %s is %L',
      case i.type when 'statistics object' then 'statistics' when 'foreign-data wrapper' then 'foreign data wrapper' else i.type end,
      case when found.kind = 'aggregate' then replace(i.identity, '()', '(*)')
        when found.kind = 'transform' then replace(i.identity, ' on language ', ' language ') else i.identity end, d.description)
    from pg_description d, pg_identify_object(found.class, found.oid, 0) i
    where d.classoid = found.class and d.objoid = found.oid and d.objsubid = 0
      and (found.class not in ('pg_class'::regclass, 'pg_type'::regclass, 'pg_publication'::regclass) or found.kind = 'type')
      and i.identity is not null), '') || coalesce((
    select format('; revoke all on %s from public', found.acl_on) || coalesce(string_agg(
        format('; grant %s on %s to %s%s', lower(a.privilege_type), found.acl_on, coalesce(quote_ident(r.rolname), 'public'),
          case when a.is_grantable then ' with grant option' else '' end), '' order by r.rolname, a.privilege_type), '')
    from aclexplode(found.acl) a left join pg_roles r on r.oid = a.grantee
    where a.grantee <> found.owner having found.acl is not null and found.acl_on is not null), ''))::text
from (
