-- Deadlines of an exercise are kept apart from those that bind.
alter table deadline add column drill boolean not null default false;
update deadline set drill = true where incident_id in (select incident_id from incident_routing where drill);
