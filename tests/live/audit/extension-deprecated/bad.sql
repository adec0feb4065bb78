-- superuser
-- only: 15
-- finds: extension old_snapshot
create extension old_snapshot with schema extensions;
