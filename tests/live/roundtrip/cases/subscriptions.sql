create table t (id integer primary key);
create publication p for table t;
create publication pp for all tables;
comment on publication p is 'P';
create subscription s connection 'host=/nowhere dbname=nowhere user=nobody' publication p, pp with (connect = false, slot_name = none, binary = true);
comment on subscription s is 'S';
