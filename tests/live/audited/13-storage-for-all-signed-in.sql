-- hole: whoever is signed in deletes every file of the bucket
-- finds: error[storage-without-owner] policy remove documents on storage.objects
create policy "own folder, read" on storage.objects for select to authenticated
  using (bucket_id = 'documents' and (storage.foldername(name))[1] = (select auth.uid())::text);
create policy "own folder, add" on storage.objects for insert to authenticated
  with check (bucket_id = 'documents' and (storage.foldername(name))[1] = (select auth.uid())::text);
create policy "remove documents" on storage.objects for delete to authenticated using (bucket_id = 'documents');
