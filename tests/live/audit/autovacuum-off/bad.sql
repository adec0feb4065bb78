-- finds: table public.notes
create table notes (id int primary key) with (autovacuum_enabled = false);
