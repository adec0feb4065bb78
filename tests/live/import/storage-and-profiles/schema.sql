-- Profiles made by a trigger on auth.users; avatars and attachments in storage, guarded by their path.
create table public.profiles (
  id uuid primary key references auth.users on delete cascade,
  username text unique,
  avatar_url text,
  website text,
  updated_at timestamptz,
  constraint username_length check (char_length(username) >= 3)
);
comment on table public.profiles is 'What users show of themselves';
comment on column public.profiles.username is 'Chosen once';
alter table public.profiles enable row level security;

create policy "Profiles are viewable by everyone" on public.profiles for select to anon, authenticated using (true);
create policy "Users insert their own profile" on public.profiles for insert to authenticated
  with check ((select auth.uid()) = id);
create policy "Users update their own profile" on public.profiles for update to authenticated
  using ((select auth.uid()) = id) with check ((select auth.uid()) = id);

create function public.handle_new_user() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.profiles (id, username, avatar_url)
  values (new.id, new.raw_user_meta_data ->> 'username', new.raw_user_meta_data ->> 'avatar_url');
  return new;
end;
$$;
revoke execute on function public.handle_new_user() from public, anon, authenticated;
create trigger on_auth_user_created after insert on auth.users
  for each row execute procedure public.handle_new_user();

create table public.messages (
  id uuid primary key default gen_random_uuid(),
  sender_id uuid not null references public.profiles (id) on delete cascade,
  recipient_id uuid not null references public.profiles (id) on delete cascade,
  body text not null,
  attachment text,
  read_at timestamptz,
  sent_at timestamptz not null default now(),
  check (sender_id <> recipient_id)
);
create index messages_inbox on public.messages (recipient_id, sent_at desc) where read_at is null;
create index messages_sent on public.messages (sender_id, sent_at desc);
alter table public.messages enable row level security;
alter table public.messages replica identity full;
create policy "Both sides read" on public.messages for select to authenticated
  using ((select auth.uid()) in (sender_id, recipient_id));
create policy "Send as oneself" on public.messages for insert to authenticated
  with check ((select auth.uid()) = sender_id);
create policy "Mark as read" on public.messages for update to authenticated
  using ((select auth.uid()) = recipient_id) with check ((select auth.uid()) = recipient_id);
alter publication supabase_realtime add table public.messages;

create policy "Avatars are public" on storage.objects for select using (bucket_id = 'avatars');
create policy "Upload one's own avatar" on storage.objects for insert to authenticated
  with check (bucket_id = 'avatars' and (storage.foldername(name))[1] = (select auth.uid())::text);
create policy "Change one's own avatar" on storage.objects for update to authenticated
  using (bucket_id = 'avatars' and owner_id = (select auth.uid())::text);
create policy "Attachments of one's messages" on storage.objects for select to authenticated using (
  bucket_id = 'attachments'
  and exists (
    select 1 from public.messages m
    where m.attachment = objects.name and (select auth.uid()) in (m.sender_id, m.recipient_id)
  )
);
