-- Documents with share tables, publication and soft delete; likes and comments by chain.
create type public.visibility as enum ('private', 'link', 'public');

create table public.documents (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
  title text not null default '',
  body text not null default '',
  visibility public.visibility not null default 'private',
  published_at timestamptz,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index documents_by_user on public.documents (user_id, created_at desc);
create index documents_published on public.documents (published_at desc nulls last)
  where visibility = 'public' and deleted_at is null;

create table public.document_shares (
  document_id uuid not null references public.documents (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  can_edit boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (document_id, user_id)
);
create index document_shares_by_user on public.document_shares (user_id) include (document_id);

create table public.comments (
  id bigint generated always as identity primary key,
  document_id uuid not null references public.documents (id) on delete cascade,
  author_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
  parent_id bigint references public.comments (id) on delete cascade,
  body text not null check (length(body) > 0),
  created_at timestamptz not null default now()
);
create index on public.comments (document_id);
create index on public.comments (author_id);
create index on public.comments (parent_id);

create table public.likes (
  document_id uuid references public.documents (id) on delete cascade,
  user_id uuid default auth.uid() references auth.users (id) on delete cascade,
  primary key (document_id, user_id)
);

alter table public.documents enable row level security;
alter table public.document_shares enable row level security;
alter table public.comments enable row level security;
alter table public.likes enable row level security;

create policy "Owners have all rights" on public.documents for all to authenticated
  using ((select auth.uid()) = user_id) with check ((select auth.uid()) = user_id);
create policy "Published documents are public" on public.documents for select
  using (visibility = 'public' and published_at <= now() and deleted_at is null);
create policy "Shared documents can be read" on public.documents for select to authenticated using (
  exists (
    select 1 from public.document_shares
    where document_shares.document_id = documents.id and document_shares.user_id = auth.uid()
  )
);
create policy "Shared documents can be edited" on public.documents for update to authenticated using (
  id in (select document_id from public.document_shares where user_id = auth.uid() and can_edit)
);

create function public.owns_document(document uuid) returns boolean
language sql stable security definer set search_path = public as
  'select exists (select 1 from documents where id = document and user_id = auth.uid())';

create policy "Owners share" on public.document_shares for all to authenticated
  using (public.owns_document(document_id)) with check (public.owns_document(document_id));
create policy "Recipients see their shares" on public.document_shares for select to authenticated
  using (user_id = auth.uid());

create policy "Comments of readable documents" on public.comments for select to authenticated
  using (document_id in (select id from public.documents));
create policy "Comment as oneself" on public.comments for insert to authenticated
  with check (author_id = auth.uid() and document_id in (select id from public.documents));
create policy "Edit own comments" on public.comments for update to authenticated
  using (author_id = auth.uid());
create policy "Delete own comments" on public.comments for delete to authenticated
  using (author_id = auth.uid() or public.owns_document(document_id));

create policy "Anyone signed in sees likes" on public.likes for select using (auth.role() = 'authenticated');
create policy "Like" on public.likes for insert with check (user_id = auth.uid());
create policy "Unlike" on public.likes for delete using (user_id = auth.uid());

create materialized view public.like_counts as
  select document_id, count(*) as likes from public.likes group by document_id;
create unique index on public.like_counts (document_id);
revoke all on public.like_counts from anon, authenticated;
