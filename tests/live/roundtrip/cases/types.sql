do $$begin create role reader; exception when duplicate_object then null; end$$;
do $$begin create role writer; exception when duplicate_object then null; end$$;
create schema app;
create type app.mood as enum ('low', 'it''s "high"', 'Ünï', '', 'true', 'a, b');
create type mood as enum ('x');
create type "Odd Type" as enum ('a');
comment on type app.mood is 'How';
create domain app.slug as text collate "C" default 'a' not null
  constraint form check (value ~ '^[a-z]+$') constraint short check (length(value) < 9);
create domain positive as integer check (value > 0);
create domain deeper as positive check (value < 100) default 5;
create domain moody as mood default 'x';
comment on domain positive is 'More than nothing';
create type money_amount as (amount numeric(10, 2), currency text, moods mood[]);
create type collated as (word text collate "C");
comment on type money_amount is 'Money';
create type app.floats as range (subtype = float8, subtype_diff = float8mi, multirange_type_name = app.many_floats);
create type days as range (subtype = date);
comment on type days is 'Days';
create table uses (a app.mood default 'low', b app.slug, c positive, d money_amount, e app.floats, f days, g app.many_floats,
  h "Odd Type"[], i mood default 'x', j moody, k app.mood[] default '{}', l deeper, m collated);
grant usage on type app.mood to reader with grant option;
revoke usage on type money_amount from public;
grant usage on type money_amount to reader;
grant usage on domain positive to reader;
