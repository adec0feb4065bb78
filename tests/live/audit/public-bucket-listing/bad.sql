-- superuser
-- finds: policy files on storage.objects
-- because: the bucket avatars is public, which needs no policy; this one lets callers list its files
insert into storage.buckets (id, name, public) values ('avatars', 'avatars', true);
create policy files on storage.objects for select to anon using (bucket_id = 'avatars');
