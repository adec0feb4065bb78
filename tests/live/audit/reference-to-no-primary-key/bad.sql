-- finds: foreign key contacts_phone_fkey on public.contacts
-- superuser
create table contacts (id int primary key, phone text references auth.users (phone));
