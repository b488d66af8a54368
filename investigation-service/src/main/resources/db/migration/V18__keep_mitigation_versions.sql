-- Each writing of what was found about harm, as it was written; words are sealed under the incident's data key.
create table mitigation_version (
    id           uuid        primary key,
    incident_id  uuid        not null references mitigation,
    change       integer     not null,
    harm         text        not null check (harm in ('KNOWN', 'NOT_KNOWN', 'NOT_LOOKED_AT')),
    training     text        not null check (training in ('NOT_CONSIDERED', 'NEEDED', 'NOT_NEEDED')),
    corrected_on date,
    written_by   text        not null,
    written_at   timestamptz not null,
    words        bytea       not null,
    unique (incident_id, change)
);
create trigger mitigation_version_stays before update on mitigation_version
    for each row execute function refuse_change();
