-- Files of a report. They are sealed in chunks, so that none is ever whole in memory, and they live in the database, so that
-- one backup, one transaction and one disposal (the incident's data key) hold for them as for the report.
create table report_file (
    file_id          uuid        primary key,
    incident_id      uuid        not null references report,
    sender           text        not null check (sender in ('REPORTER', 'OFFICER')),
    state            text        not null check (state in ('UPLOADING', 'QUARANTINED', 'CLEAN', 'UNSCANNED', 'INFECTED')),
    type             text        not null,
    size             bigint      not null check (size between 1 and 26214400),
    sha256           bytea       not null check (length(sha256) = 32),
    chunks           integer     not null check (chunks >= 1),
    metadata_removed boolean     not null,
    name             bytea       not null,
    uploaded_by      text        not null,
    uploaded_at      timestamptz not null,
    scan_after       timestamptz not null,
    -- Nothing about a reporter but what he sent.
    check (sender = 'OFFICER' or uploaded_by = '')
);
create index file_of_incident on report_file (incident_id, uploaded_at, file_id);
create index file_to_scan on report_file (scan_after) where state in ('UPLOADING', 'QUARANTINED');

create table report_file_chunk (
    file_id uuid    not null references report_file on delete cascade,
    number  integer not null,
    body    bytea   not null,
    primary key (file_id, number)
);
-- Sealed bytes do not shrink.
alter table report_file_chunk alter column body set storage external;
