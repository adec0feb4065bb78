-- superuser
-- only: 15
-- finds: extension old_snapshot
-- because: PostgreSQL 17 dropped it
create extension old_snapshot with schema extensions;
