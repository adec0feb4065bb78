-- superuser
-- finds: extension citext
create extension citext with schema extensions version '1.4';
