-- says: kept as SQL: table public.log_us: in the words of the language, table public.log_us would differ
-- Partition trees of several levels.
create table log (id bigint generated always as identity, region text not null, at timestamptz not null, n integer default 1, primary key (region, at, id), constraint positive check (n > 0)) partition by list (region);
create table log_eu partition of log for values in ('eu', 'uk') partition by range (at);
create table log_eu_2025 partition of log_eu for values from ('2025-01-01 00:00+00') to ('2026-01-01 00:00+00') partition by hash (id);
create table log_eu_2025_0 partition of log_eu_2025 for values with (modulus 2, remainder 0) with (fillfactor = 70);
create table log_eu_2025_1 partition of log_eu_2025 (n default 5, constraint more check (n > 1)) for values with (modulus 2, remainder 1);
create table log_eu_rest partition of log_eu default;
create table log_us (at timestamptz not null, id bigint not null, n integer, region text not null, constraint positive check (n > 0));
alter table log attach partition log_us for values in ('us');
create table log_rest partition of log default;
create index log_n on log (n);
create index on only log (at);
create unique index on log_us (id);
create table refs (region text, at timestamptz, id bigint, foreign key (region, at, id) references log);
create function f() returns trigger language plpgsql as 'begin return new; end';
create trigger tr before insert on log for each row execute function f();
create trigger only_leaf after insert on log_eu_rest for each row execute function f();
alter table log enable row level security;
alter table log_us enable row level security;
create policy p on log using (n > 1);
comment on table log_eu_rest is 'Rest';
comment on column log_us.n is 'N';
create table multi (a integer, b text) partition by range (a, lower(b) collate "C");
create table multi_1 partition of multi for values from (minvalue, minvalue) to (10, 'x');
create table multi_2 partition of multi for values from (10, 'x') to (maxvalue, maxvalue);
create unlogged table cache (k text primary key, v jsonb) with (autovacuum_enabled = off, toast.autovacuum_enabled = off, fillfactor = 50);
create type shape as (a integer, b text); create table typed of shape (primary key (a), b with options default 'x' not null);
