-- Each list of duties may be narrowed by kind or jurisdiction, open or all, and reads an index in the order in which it is shown.
create index obligation_open_of_jurisdiction on obligation (jurisdiction, due, obligation_id) where completed_on is null;
create index obligation_of_jurisdiction on obligation (jurisdiction, due, obligation_id);
create index obligation_of_kind on obligation (kind, due, obligation_id);
create index obligation_open_of_entity on obligation (entity_id, due, obligation_id) where completed_on is null;
create index assessment_of_state on assessment (state, opened_at desc, incident_id desc);
create index assessment_of_entity on assessment (entity_id, opened_at desc, incident_id desc);
create index assessment_updated on assessment (updated_at);
