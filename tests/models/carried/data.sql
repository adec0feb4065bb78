-- Account 1 is Alice's, account 2 is Bob's; account 3 has nothing.
set role app_service;
insert into app.accounts (id, name) values (1, 'Alice'), (2, 'Bob'), (3, 'Carol');
insert into app.folders (id, account_id, name) overriding system value values (10, 1, 'a'), (11, 1, 'b'), (20, 2, 'c');
insert into app.documents (id, folder_id, title, published) overriding system value values
  (100, 10, 'draft', false), (101, 10, 'out', true), (200, 20, 'draft', false);
insert into app.revisions (id, document_id, body) overriding system value values (1000, 100, 'x'), (2000, 200, 'y');
insert into app.remarks (id, revision_id, body) overriding system value values (10000, 1000, 'x'), (20000, 2000, 'y');
reset role;
