-- How the database is used, in one value. An index counts as unused when its table has rows enough to need one and was
-- read a thousand times without it.
select json_build_object(
  'unused', (
    select json_agg(json_build_array(s.schemaname, s.relname, s.indexrelname, c.reltuples::bigint,
      coalesce(t.seq_scan, 0) + coalesce(t.idx_scan, 0), pg_relation_size(s.indexrelid)) order by s.schemaname, s.relname, s.indexrelname)
    from pg_stat_user_indexes s
    join pg_stat_user_tables t on t.relid = s.relid
    join pg_class c on c.oid = s.relid
    join pg_index x on x.indexrelid = s.indexrelid
    where s.idx_scan = 0 and not x.indisunique and c.reltuples >= 1000
      and coalesce(t.seq_scan, 0) + coalesce(t.idx_scan, 0) >= 1000
  ),
  'bloated', (
    select json_agg(json_build_array(n.nspname, c.relname, c.relpages::bigint * current_setting('block_size')::bigint, room.needed)
      order by n.nspname, c.relname)
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    cross join lateral (
      -- a row's header and pointer, its values, and a tenth of the page left free
      select (greatest(c.reltuples, 0) * (28 + coalesce(sum((1 - s.null_frac) * s.avg_width), 0)) / 0.9)::bigint as needed, count(*) as known
      from pg_stats s where s.schemaname = n.nspname and s.tablename = c.relname
    ) room
    where c.relkind = 'r' and room.known > 0 and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and c.relpages::bigint * current_setting('block_size')::bigint - room.needed > 20 * 1024 * 1024
      and c.relpages::bigint * current_setting('block_size')::bigint > 3 * room.needed
  ),
  'extensions', (
    select json_agg(json_build_array(e.name, e.installed_version, e.default_version) order by e.name)
    from pg_available_extensions e where e.installed_version <> e.default_version
  ),
  'slots', (
    select json_agg(s.slot_name order by s.slot_name)
    from pg_replication_slots s where not s.active and s.wal_status in ('unreserved', 'lost')
  )
)::text
