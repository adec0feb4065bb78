create table notes (id int primary key, body text);
alter table notes enable row level security;
create table internal (id int primary key);
revoke all on internal from anon, authenticated;
