-- When the newest record of the incident was made, and whether its case was opened again; entity and drill for what is told.
alter table retention
    add column last_record_on date,
    add column case_reopened  boolean not null default false,
    add column entity_id      text    not null default '',
    add column drill          boolean not null default false,
    add column reason         text    not null default '';
create index retention_due on retention (keep_through, incident_id) where keep_through is not null;
