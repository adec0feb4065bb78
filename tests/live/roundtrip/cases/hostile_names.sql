-- Names that want to be SQL, comments or something else.
do $$begin create role "role""; drop"; exception when duplicate_object then null; end$$;
create schema "a""; drop schema public; --";
create schema "select";
create schema "*/";
create type "select"."enum" as enum ('"; drop', '*/', '$$', '\', '''', 'a:b', '# no', '- x', '{', '~', 'null', 'NO', ' padded ', E'tab\there', 'é');
create domain "select"."domain" as text default '*/ $do$ ''' check (value <> '*/ -- x');
create table "*/"."/* table" (
  "id""; drop" integer primary key,
  "*/" text default '*/' not null,
  "$do$" "select"."enum" default '$$',
  "null" "select"."enum"[] default '{"a:b","\\"}',
  "user" text default E'line\nbreak',
  "a: b" text default 'x: y # z',
  "- x" text collate "C" default '- x',
  "~" "select"."domain",
  "123" integer default 1,
  "true" boolean default true,
  " lead" integer, "trail " integer, "%I %s" integer, "e'" text, "back\slash" text, "tab	x" text, "😀" text, "ÄÖ.ü" text,
  constraint "check; drop" check ("*/" <> '*/' and "%I %s" > 0),
  constraint "unique *" unique ("*/", "~")
);
create index "index ""; drop" on "*/"."/* table" ("user" desc, "%I %s");
create index "i*/" on "*/"."/* table" (lower("e'")) where "true" and "e'" <> '$do$';
create index on "*/"."/* table" ("😀");
create table "*/"."child" ("parent; --" integer references "*/"."/* table" on delete cascade, "user" text);
comment on table "*/"."/* table" is E'*/ -- $do$ '' " \\ \n  two lines\n\n# three';
comment on column "*/"."/* table"."$do$" is '$do$';
comment on constraint "check; drop" on "*/"."/* table" is '*/';
comment on index "*/"."i*/" is E'\ttab';
create function "select"."f(x)"("a b" integer default 1, "select" text default E'\\ '' $body$ $$', variadic "*/" "select"."enum"[] default '{}') returns text language sql as $f$ select '$body$ */ $$ \' || $1 $f$;
create function "*/"."trigger()"() returns trigger language plpgsql as $$begin
  -- $do$ ' "
  return new;
end$$;
create trigger "trig*/""" before insert or update of "*/", "a: b" on "*/"."/* table" for each row when (new."*/" <> '$do$; drop') execute function "*/"."trigger()"('$do$', '*/', '''', '\', '%I');
alter table "*/"."/* table" enable row level security;
create policy "policy ""; drop" on "*/"."/* table" for select to "role""; drop", public using ("*/" <> '*/' or "null" is null) ;
grant select ("*/", "a: b", " lead"), insert on "*/"."/* table" to "role""; drop";
create view "select"."view ""x" ("*/", "select") as select "*/", '$do$' from "*/"."/* table";
comment on view "select"."view ""x" is '$$';
create sequence "select"."seq'";
create table "select".uses (id integer default nextval('"select"."seq''"'::regclass), t text default '"x".y'::text, d date default '2020-01-01', i interval default '1 day', ts timestamptz default '2020-01-01 00:00+00', j jsonb default '{"a": [1, "b: c"]}', a text[] default '{a,"b c",NULL}', b bytea default '\x00ff', n numeric default -1.50, bo boolean default false, arr integer[][] default '{{1,2},{3,4}}', x xml default '<a/>', r int4range default '[1,5)', p point default '(1,2)', bits bit(3) default b'101', c char default 'x', nm name default 'y', o oid default 5, vc varchar(5) default 'abc', ci "char" default 'c', u uuid default gen_random_uuid(), tz timestamptz default (now() at time zone 'utc'), cu text default current_user, cd date default current_date, e text default '', dq text default '"', nul text default null);
create table partitioned ("By *" text, "n" integer) partition by list ("By *");
create table "part '1'" partition of partitioned for values in ('*/', '$do$', '''', null);
