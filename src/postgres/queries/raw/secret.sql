-- Secrets that are left out of what is read: of which object, and which of its options. [object, options]
with options (object, option) as (
  select 'foreign data wrapper ' || w.fdwname, o.option_name from pg_foreign_data_wrapper w, pg_options_to_table(w.fdwoptions) o
  union all
  select 'server ' || s.srvname, o.option_name from pg_foreign_server s, pg_options_to_table(s.srvoptions) o
  union all
  select 'user mapping ' || m.usename || ' on ' || m.srvname, o.option_name from pg_user_mappings m, pg_options_to_table(m.umoptions) o
)
select json_build_array(object, string_agg(option, ', ' order by option))::text from options
where option ~* 'pass|secret|key|token' and $1::oid[] is not null
group by object order by object
