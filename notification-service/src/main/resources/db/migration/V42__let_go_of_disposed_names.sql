-- Keyed numbers of people whose records were disposed of before: they go with the incident, and nobody looks for them again.
delete from look_up_index where incident_id in (select incident_id from vault.disposed);
delete from person_look_up where incident_id in (select incident_id from vault.disposed);
delete from person_alias where incident_id in (select incident_id from vault.disposed);
update person set same_index = null, address_index = null, returned_address = null
 where incident_id in (select incident_id from vault.disposed);
