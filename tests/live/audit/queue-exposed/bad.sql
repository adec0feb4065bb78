-- finds: table pgmq.q_jobs
create schema pgmq;
create table pgmq.q_jobs (id int primary key);
grant usage on schema pgmq to authenticated;
grant select on pgmq.q_jobs to authenticated;
