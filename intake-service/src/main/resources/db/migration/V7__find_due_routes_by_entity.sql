-- Each entity has its own day: what is due there is found without reading what is not.
drop index report_open;
create index report_open on report (entity_id, routed_on) where state <> 'CLOSED';
