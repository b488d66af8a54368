-- What was taken out of the registered identifiers of a case, by whom and why. Words are sealed under the incident's data key.
create table cyber_removal (
    id          uuid        primary key,
    incident_id uuid        not null references cyber_file,
    removed_by  text        not null,
    removed_at  timestamptz not null,
    words       bytea       not null
);
create index cyber_removal_of on cyber_removal (incident_id, removed_at);
create trigger cyber_removal_stays before update on cyber_removal for each row execute function refuse_change();
