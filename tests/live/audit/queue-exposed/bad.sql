-- finds: table pgmq.q_jobs
-- because: authenticated read and forge its messages
create schema pgmq;
create table pgmq.q_jobs (id int primary key);
grant usage on schema pgmq to authenticated;
grant select on pgmq.q_jobs to authenticated;
