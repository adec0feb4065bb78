-- Connections may hold a password, which is left out; only a superuser may read them. Made without a slot and not
-- running: what another server does is for whoever owns both to say. [kind, name, sql, what to pass over, phase, comment]
select json_build_array('subscription', s.subname, format('create subscription %I connection %L publication %s with (%s)', s.subname,
    regexp_replace(s.subconninfo, '\s*\m(ssl)?password\s*=\s*(''(\\.|[^''])*''|[^\s&]+)|(?<=://[^:@/]*):[^@/]*(?=@)', '', 'gi'),
    (select string_agg(quote_ident(p), ', ') from unnest(s.subpublications) p), concat_ws(', ', 'connect = false',
      'slot_name = ' || coalesce(quote_literal(s.subslotname), 'none'),
      case when s.subbinary then 'binary = true' end,
      case to_jsonb(s) ->> 'substream' when 't' then 'streaming = on' when 'true' then 'streaming = on' when 'p' then 'streaming = parallel'
        when 'f' then case when current_setting('server_version_num')::int >= 180000 then 'streaming = off' end end,
      case when s.subtwophasestate <> 'd' then 'two_phase = on' end,
      case when s.subdisableonerr then 'disable_on_error = true' end,
      case when to_jsonb(s) ->> 'subpasswordrequired' = 'false' then 'password_required = false' end,
      case when to_jsonb(s) ->> 'subrunasowner' = 'true' then 'run_as_owner = true' end,
      case when to_jsonb(s) ->> 'suborigin' <> 'any' then format('origin = %s', to_jsonb(s) ->> 'suborigin') end,
      case when to_jsonb(s) ->> 'subfailover' = 'true' then 'failover = true' end,
      case when s.subsynccommit <> 'off' then format('synchronous_commit = %L', s.subsynccommit) end)),
  'duplicate_object', 'after',
    coalesce(format('; comment on subscription %I is ', s.subname) || quote_literal(obj_description(s.oid, 'pg_subscription')), ''))::text
from pg_subscription s
where s.subdbid = (select oid from pg_database where datname = current_database()) and $1::oid[] is not null
order by s.subname
