-- An accounting of disclosures is about a person and belongs to no incident. It was kept under its request's own id, for which no
-- case is ever closed, so that its time never ended: six years from its creation (45 CFR 164.316(b)(2)(i), 164.528(d),
-- 164.530(j)(2)), 29 February becoming 1 March.
update retention r
   set keep_through = k.day,
       -- What is concluded is the request.
       case_concluded_on = k.created,
       reason = 'HIPAA-SIX-YEARS (45 CFR 164.528(d), 164.530(j)(2)): kept for 6 years after its creation on ' || k.created
  from (select c.incident_id, max(c.created) as created,
               max(cast(c.created + interval '6 years' as date)
                   + case when extract(day from c.created + interval '6 years') < extract(day from c.created) then 1 else 0 end) as day
          from (select d.incident_id, cast(d.frozen_at at time zone coalesce(z.time_zone, 'UTC') as date) as created
                  from document.document d left join entity_zone z on z.entity_id = d.entity_id
                 where d.kind = 'ACCOUNTING_OF_DISCLOSURES' and d.incident_id is not null) c
         group by c.incident_id) k
 where r.incident_id = k.incident_id and r.keep_through is null;

create index document_of_no_incident on document.document (entity_id, document_id) where incident_id is null;
