-- superuser
-- finds: extension citext
-- because: the database has 1.4, the server 1.8
create extension citext with schema extensions version '1.4';
