-- After the database of a service was restored in a cluster, before the service starts (deploy/README.md, Restore): what it published in
-- the last 35 days is published again, and the numbers of its facts go on after the highest that is on the broker. Once for each of its
-- topics: psql --set=topic=breach.assessment.v1 --set=last=1234 --file=after-restore.sql
\set ON_ERROR_STOP on
begin;
update outbox set sent_at = null where sent_at is not null;
insert into outbox_sequence as s (topic, last) values (:'topic', :last)
on conflict (topic) do update set last = greatest(s.last, excluded.last);
commit;
