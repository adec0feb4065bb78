-- finds: index broken on public.notes
-- because: it is invalid: written to, never read; as a unique one it guarantees nothing
-- superuser
create table notes (id int primary key, owner uuid);
create index broken on notes (owner);
update pg_index set indisvalid = false where indexrelid = 'notes'::regclass or indexrelid = 'broken'::regclass;
