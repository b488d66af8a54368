-- The day of a moment in the calendar of a legal entity.
create function local_day(entity text, moment timestamptz) returns date language sql stable as
$$ select cast(moment at time zone coalesce((select z.time_zone from entity_zone z where z.entity_id = entity), 'UTC') as date) $$;

-- From when the records of the registers count: from their creation, or from when they were last in effect, whichever is later (45
-- CFR 164.316(b)(2)(i)). Null while they are in effect. The newest version of a role always is.
create view programme.record_end as
select 'MEMBER' as register, m.member_id as record_id, cast(null as integer) as number, m.member_id as place, m.entity_id,
       cast(null as uuid) as incident_id, '' as against, local_day(m.entity_id, m.created_at) as created_on,
       case when m.left_on is not null
            then greatest(local_day(m.entity_id, m.created_at), m.left_on,
                          (select max(local_day(m.entity_id, s.recorded_at)) from programme.commitment s
                            where s.member_id = m.member_id)) end as counted_from
  from programme.member m
union all
select 'ROLE', v.role_id, v.number, cast(md5(v.role_id || '/' || v.number) as uuid), r.entity_id, null, '',
       local_day(r.entity_id, v.written_at), local_day(r.entity_id, n.written_at)
  from programme.access_role_version v
  join programme.access_role r on r.role_id = v.role_id
  left join programme.access_role_version n on n.role_id = v.role_id and n.number = v.number + 1
union all
select 'ROLE_HOLDER', h.holder_id, null, h.holder_id, h.entity_id, null, '', local_day(h.entity_id, h.decided_at),
       case when h.until_on is not null then greatest(local_day(h.entity_id, h.decided_at), h.until_on) end
  from programme.role_holder h
union all
select 'LOCATION', l.location_id, null, l.location_id, l.entity_id, null, '', local_day(l.entity_id, l.created_at),
       case when l.closed_on is not null
            then greatest(local_day(l.entity_id, l.created_at), l.closed_on,
                          (select max(local_day(l.entity_id, i.recorded_at)) from programme.inspection i
                            where i.location_id = l.location_id)) end
  from programme.location l
union all
select 'APPOINTMENT', a.appointment_id, null, a.appointment_id, a.entity_id, null, '', local_day(a.entity_id, a.recorded_at),
       case when a.ended_on is not null then greatest(local_day(a.entity_id, a.recorded_at), a.ended_on) end
  from programme.appointment a
union all
select 'EXCEPTION', e.exception_id, null, e.exception_id, e.entity_id, null, '', local_day(e.entity_id, e.requested_at),
       case when e.state in ('REFUSED', 'ENDED')
            then greatest(local_day(e.entity_id, e.requested_at), local_day(e.entity_id, e.decided_at), e.ended_on) end
  from programme.access_exception e
union all
select 'DUTY', d.duty_id, null, d.duty_id, d.entity_id, d.incident_id, d.against, local_day(d.entity_id, d.created_at),
       case when d.state <> 'OPEN'
            then greatest(local_day(d.entity_id, d.created_at),
                          (select max(local_day(d.entity_id, o.recorded_at)) from programme.duty_round o
                            where o.duty_id = d.duty_id)) end
  from programme.duty d;

grant select on programme.record_end to "${service}";
