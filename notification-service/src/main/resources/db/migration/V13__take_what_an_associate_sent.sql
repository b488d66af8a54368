-- A business associate may send the notices itself; then nothing is sent from here, and its listing is taken in.
alter table campaign
    add column delegated_to        text not null default '',
    add column delegated_reference text not null default '';

create table delegated_report (
    id          uuid        primary key,
    incident_id uuid        not null references campaign,
    sha256      bytea       not null check (length(sha256) = 32),
    sent        bigint      not null,
    returned    bigint      not null,
    unchanged   bigint      not null,
    unknown     bigint      not null,
    unreadable  bigint      not null,
    complete    boolean     not null,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    unique (incident_id, sha256)
);

create table delegated_notice (
    person_id   uuid primary key references person,
    incident_id uuid not null references campaign,
    report_id   uuid not null references delegated_report,
    method      text not null check (method in ('FIRST_CLASS_MAIL', 'EMAIL', 'TELEPHONE')),
    outcome     text not null check (outcome in ('SENT', 'RETURNED')),
    sent_on     date not null,
    returned_on date,
    check ((outcome = 'RETURNED') = (returned_on is not null))
);
create index delegated_notice_of on delegated_notice (incident_id, outcome);
