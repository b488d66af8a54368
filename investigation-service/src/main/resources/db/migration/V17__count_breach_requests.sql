-- How often the breach question was asked, and when last.
alter table case_file
    add column breach_requests integer not null default 0 check (breach_requests >= 0),
    add column breach_asked_at timestamptz;
update case_file c
   set breach_requests = asked.times, breach_asked_at = asked.last
  from (select incident_id, count(*) as times, max(at) as last
          from timeline_entry
         where kind = 'breach-assessment-requested'
         group by incident_id) asked
 where asked.incident_id = c.incident_id;
alter table case_file
    add check ((breach_requests = 0) = (breach_asked_at is null)),
    add check (breach <> 'ASKED' or breach_requests > 0);
