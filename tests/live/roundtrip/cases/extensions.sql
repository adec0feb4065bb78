create schema app;
create extension citext with schema app;
create extension hstore;
create extension "uuid-ossp";
create table t (id uuid default uuid_generate_v4(), email app.citext not null default 'a', attributes hstore default ''::hstore, emails app.citext[]);
create index on t (lower(email::text));
create unique index on t (email);
