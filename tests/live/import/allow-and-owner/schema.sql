-- What each policy says has one word, and comes to the same: the keys stand beside the policies.
-- keys of articles: owner, allow
-- keys of pages: allow
-- keys of reviews: owner, allow
-- keys of settings: owner
create table public.articles (
  id uuid primary key default gen_random_uuid(),
  author_id uuid not null references auth.users (id) on delete cascade,
  editor_id uuid references auth.users (id) on delete set null,
  status text not null default 'draft'
);
create index on public.articles (author_id);
create index on public.articles (editor_id);
create policy "Authors do everything" on public.articles to authenticated
  using (author_id = (select auth.uid())) with check (author_id = (select auth.uid()));
create policy "Published is public" on public.articles for select to anon, authenticated using (status = 'published');
create policy "Editors read" on public.articles for select to authenticated using (editor_id = (select auth.uid()));

create table public.pages (id uuid primary key default gen_random_uuid(), body text not null, internal boolean not null default false);
create policy "Everybody reads" on public.pages for select to anon, authenticated using (not internal);
create policy "Who is signed in reads all" on public.pages for select to authenticated using (true);

create table public.reviews (
  id uuid primary key default gen_random_uuid(),
  article_id uuid not null references public.articles (id) on delete cascade,
  stars integer not null check (stars between 1 and 5)
);
create index on public.reviews (article_id);
create policy "The author's" on public.reviews to authenticated
  using (article_id in (select a.id from public.articles a where a.author_id = (select auth.uid())));
create policy "Good ones" on public.reviews for select to authenticated using (stars >= 4);

create table public.settings (user_id uuid primary key references auth.users (id) on delete cascade, theme text not null default 'dark');
create policy "Mine, to read and change" on public.settings for select to authenticated using (user_id = (select auth.uid()));
create policy "Mine, to change" on public.settings for update to authenticated using (user_id = (select auth.uid()));

alter table public.articles enable row level security;
alter table public.pages enable row level security;
alter table public.reviews enable row level security;
alter table public.settings enable row level security;
