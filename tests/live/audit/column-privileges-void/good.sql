create table notes (id int primary key, body text, secret text);
alter table notes enable row level security;
revoke all on notes from anon, authenticated;
grant update (body) on notes to authenticated;
