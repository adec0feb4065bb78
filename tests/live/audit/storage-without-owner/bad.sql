-- finds: policy remove on storage.objects
-- because: authenticated deletes everybody's files: it asks for the bucket and not who is calling
create policy remove on storage.objects for delete to authenticated using (bucket_id = 'documents');
