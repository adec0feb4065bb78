create table notes (id int primary key);
alter table notes enable row level security;
revoke truncate, trigger, references on notes from anon, authenticated;
do $$begin if current_setting('server_version_num')::int >= 170000 then execute 'revoke maintain on notes from anon, authenticated'; end if; end$$;
