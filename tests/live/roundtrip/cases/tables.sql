create table users (id uuid primary key default gen_random_uuid(), email text not null unique, name varchar(20) default 'x');
create type status as enum ('queued', 'done');
create table jobs (
  id bigserial primary key,
  user_id uuid not null references users on delete cascade,
  batch integer,
  state status not null default 'queued',
  tier text not null default 'free' check (tier in ('free', 'pro')),
  price numeric(10, 2) not null default 0 check (price >= 0),
  payload jsonb not null default '{}',
  tags text[] not null default '{}',
  created_at timestamptz not null default now(),
  unique (user_id, batch)
);
create index on jobs (created_at desc);
create index idx_jobs_state on jobs (state) where state <> 'done';
comment on table jobs is 'Work';
comment on column jobs.batch is 'Which';
create function touch() returns trigger language plpgsql as $$
begin
  new.created_at := now();
  return new;
end
$$;
create trigger touch before update on jobs for each row execute function touch();
create view open_jobs as select id, state from jobs where state <> 'done';
