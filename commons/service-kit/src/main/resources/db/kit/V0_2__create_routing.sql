-- Who may see an incident, as intake.routing.v1 says. No row: nobody.
create table incident_routing (
    incident_id        uuid    primary key,
    entity_id          text    not null,
    drill              boolean not null,
    version            bigint  not null,
    officers           text    not null,
    recused            text[]  not null,
    restricted_readers text[]  not null
);

-- "entities" is the caller's grant: '*' or ids joined by commas; empty means none.
create function incident_visible(incident uuid, person text, entities text) returns boolean
    language sql stable
as $$
    select exists (
        select 1
          from incident_routing r
         where r.incident_id = incident
           and not (person = any (r.recused))
           and (cardinality(r.restricted_readers) = 0 or person = any (r.restricted_readers))
           and (entities = '*' or r.entity_id = any (string_to_array(entities, ',')))
    )
$$;
