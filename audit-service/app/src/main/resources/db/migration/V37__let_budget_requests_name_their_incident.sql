-- A request for unforeseen cost names the incident that cost it: who may not see the incident does not find the request.
alter table programme.duty add column incident_id uuid;

create or replace view programme.register as
select d.duty_id, d.entity_id, d.kind, d.subject, d.department, d.role, d.person, d.every, d.due_on, d.last_done_on, d.state,
       d.parent_id, d.round, d.note, d.created_by, d.created_at, d.version, d.against, d.incident_id
  from programme.duty d
union all
select p.policy_id, p.entity_id, 'POLICY_REVIEW', p.code, '', 'SECURITY_OFFICER', '', 'P1Y', p.next_review_on,
       (select max(r.reviewed_on) from policy_review r where r.policy_id = p.policy_id),
       case when p.withdrawn_on is null then 'OPEN' else 'CANCELLED' end,
       null, 1, '\x'::bytea, '', p.created_at, p.version, '', null
  from policy p;
