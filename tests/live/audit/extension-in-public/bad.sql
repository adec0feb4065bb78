-- finds: extension citext
-- because: its functions stand in the schema that callers reach
create extension citext with schema public;
