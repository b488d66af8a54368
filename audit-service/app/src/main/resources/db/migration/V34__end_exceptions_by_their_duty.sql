-- The duty to end an exception, by its id. Two exceptions of one person and role may run at once, as when one is asked for anew:
-- each has a duty of its own.
alter table programme.access_exception add column duty_id uuid references programme.duty;
update programme.access_exception e set duty_id = d.duty_id
  from programme.access_role r, programme.duty d
 where e.state = 'GRANTED' and r.role_id = e.role_id and d.kind = 'ACCESS_EXCEPTION_END' and d.state = 'OPEN'
   and (d.entity_id, d.subject, d.department, d.person, d.due_on) = (e.entity_id, r.code, e.department, e.person, e.until_on);

create unique index duty_once_of_a_kind on programme.duty (entity_id, kind, subject, department, person)
    where state = 'OPEN' and parent_id is null and kind <> 'ACCESS_EXCEPTION_END';
drop index programme.duty_once;
