-- The ledger: every change made here, with the statement that undoes it. The rollback reads it backwards.
do $$
begin
  if to_regclass('schemagen.ledger') is null then
    create schema if not exists schemagen;
    revoke all on schema schemagen from public;
    create table schemagen.ledger (
      seq bigint generated always as identity primary key,
      kind text not null,
      object text not null,
      done text not null,
      undo text
    );
    create index ledger_object on schemagen.ledger (object, kind);
    create table schemagen.pending (
      seq bigint generated always as identity primary key,
      phase text not null,
      object text not null,
      step text not null
    );
    create index pending_object on schemagen.pending (object);
    create table schemagen.stash (
      schema_name text not null,
      table_name text not null,
      column_name text not null,
      stash_name text not null,
      primary key (schema_name, table_name, column_name)
    );
    revoke all on all tables in schema schemagen from public;
  end if;
  if to_regclass('schemagen.ledger_raw') is null then
    create index ledger_raw on schemagen.ledger (object) where kind = 'raw';
  end if;
  if to_regclass('schemagen.settled') is null then
    create table schemagen.settled (
      part text not null,
      object text not null,
      wanted text not null,
      found text not null,
      primary key (object, part)
    );
    revoke all on schemagen.settled from public;
  end if;
  -- Renames are counted with the changes: a name is of whoever had it at the time.
  if to_regclass('schemagen.renamed') is null then
    create table schemagen.renamed (
      seq bigint default nextval('schemagen.ledger_seq_seq') primary key,
      kind text not null,
      place text not null,
      old_name text not null,
      new_name text not null
    );
    create index renamed_old_name on schemagen.renamed (old_name, place);
    insert into schemagen.renamed select l.seq, words[1], '', words[2], l.object from schemagen.ledger as l,
      regexp_match(l.done, '^alter (table|type|sequence|view|materialized view|function|procedure) (.*) rename to ') as words where l.kind = 'rename';
    revoke all on schemagen.renamed from public;
  end if;
  if to_regclass('schemagen.known') is null then
    create table schemagen.known (
      object text not null,
      kind text not null,
      name text not null,
      primary key (object, kind, name)
    );
    revoke all on schemagen.known from public;
  end if;
end
$$;
