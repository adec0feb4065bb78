create table notes (id int primary key) with (fillfactor = 80);
