-- finds: foreign key contacts_phone_fkey on public.contacts
-- because: it refers to auth.users (phone), which is not its primary key and is the platform's to drop
-- superuser
create table contacts (id int primary key, phone text references auth.users (phone));
