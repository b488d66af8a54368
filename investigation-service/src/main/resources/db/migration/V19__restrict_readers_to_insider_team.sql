-- A routing record that was made before intake heard of the team says nothing of it, and one that comes late says an earlier
-- team. So the team itself is asked too: whoever is not in it does not see the incident, whatever the record says.
create or replace function incident_visible(incident uuid, person text, entities text) returns boolean
    language sql stable
as $$
    select exists (
        select 1
          from incident_routing r
         where r.incident_id = incident
           and not (person = any (r.recused))
           and (cardinality(r.restricted_readers) = 0 or person = any (r.restricted_readers))
           and not exists (select 1 from insider_team t where t.incident_id = incident and not person = any (t.members))
           and (entities = '*' or r.entity_id = any (string_to_array(entities, ',')))
    )
$$;
