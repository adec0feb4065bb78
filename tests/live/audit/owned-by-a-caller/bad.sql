-- finds: table public.notes
-- because: authenticated owns it: row security does not apply to the owner, who may also switch it off
-- superuser
create table notes (id int primary key);
alter table notes enable row level security;
alter table notes owner to authenticated;
