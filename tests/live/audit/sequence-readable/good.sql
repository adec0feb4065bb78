create table notes (id serial primary key);
revoke select, update on sequence notes_id_seq from anon, authenticated;
create table others (id int generated always as identity primary key);
