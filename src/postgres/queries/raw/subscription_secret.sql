-- [object, options]
select json_build_array('subscription ' || s.subname, 'password')::text from pg_subscription s
where s.subdbid = (select oid from pg_database where datname = current_database()) and $1::oid[] is not null
  and s.subconninfo ~* '\m(ssl)?password\s*=|://[^:@/]*:[^@/]*@'
order by s.subname
