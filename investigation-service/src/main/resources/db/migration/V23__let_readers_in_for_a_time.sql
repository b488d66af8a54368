-- As in V19, and whoever holds an exception that has not ended reads too, though he is in no team (see the kit's V0_41).
create or replace function incident_visible(incident uuid, person text, entities text) returns boolean
    language sql stable
as $$
    select exists (
        select 1
          from incident_routing r
         where r.incident_id = incident
           and not (person = any (r.recused))
           and (incident_excepted(r.exceptions, person)
                or (cardinality(r.restricted_readers) = 0 or person = any (r.restricted_readers))
                   and not exists (
                       select 1 from insider_team t where t.incident_id = incident and not person = any (t.members)))
           and (entities = '*' or r.entity_id = any (string_to_array(entities, ',')))
    )
$$;
