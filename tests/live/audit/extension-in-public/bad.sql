-- finds: extension citext
create extension citext with schema public;
