-- finds: table public.notes
-- because: autovacuum is off: dead rows pile up and plans go by old numbers
create table notes (id int primary key) with (autovacuum_enabled = false);
