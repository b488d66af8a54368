-- Who may read beside the restricted readers for a time, as intake.routing.v1 says: [{"person": …, "until": …}]. The time ends
-- by the database's own clock, so that a service that no record reaches any more shuts all the same. A recused one never reads.
alter table incident_routing add column exceptions jsonb not null default '[]';

create function incident_excepted(exceptions jsonb, person text) returns boolean
    language sql stable
as $$
    select exists (
        select 1
          from jsonb_to_recordset($1) as e (person text, "until" timestamptz)
         where e.person = $2 and e."until" > now()
    )
$$;

-- Where a service has its own rule it replaces that itself, with its own migration: not even between the two may it be away.
do $do$
begin
    if to_regclass('insider_team') is null then
        create or replace function incident_visible(incident uuid, person text, entities text) returns boolean
            language sql stable
        as $$
            select exists (
                select 1
                  from incident_routing r
                 where r.incident_id = incident
                   and not (person = any (r.recused))
                   and (cardinality(r.restricted_readers) = 0
                        or person = any (r.restricted_readers)
                        or incident_excepted(r.exceptions, person))
                   and (entities = '*' or r.entity_id = any (string_to_array(entities, ',')))
            )
        $$;
    end if;
end
$do$;
