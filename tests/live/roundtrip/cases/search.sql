create schema app;
create text search dictionary app.plain (template = pg_catalog.simple, stopwords = 'english');
create text search configuration app.search (copy = pg_catalog.english);
alter text search configuration app.search alter mapping for asciiword with app.plain, english_stem;
create collation app.german (provider = libc, locale = 'C');
create table t (words text collate app.german, document tsvector generated always as (to_tsvector('app.search', 'x')) stored);
create index on t using gin (to_tsvector('app.search', words));
