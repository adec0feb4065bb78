-- finds: table public.notes
-- because: no row can be named: no safe update of one, no replication, no reference
create table notes (body text);
