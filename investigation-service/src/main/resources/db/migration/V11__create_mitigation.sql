-- Harm that is known and what is done about it; words are sealed under the incident's data key.
create table mitigation (
    incident_id  uuid        primary key references case_file,
    harm         text        not null check (harm in ('KNOWN', 'NOT_KNOWN', 'NOT_LOOKED_AT')),
    training     text        not null check (training in ('NOT_CONSIDERED', 'NEEDED', 'NOT_NEEDED')),
    corrected_on date,
    written_by   text,
    written_at   timestamptz,
    words        bytea,
    changes      integer     not null
);

create table mitigation_request (
    id           uuid primary key,
    incident_id  uuid not null references mitigation,
    asked_by     text not null,
    asked_on     date not null,
    due_on       date not null check (due_on >= asked_on),
    status       text not null check (status in ('OPEN', 'REPLIED', 'WITHDRAWN')),
    ended_on     date check (ended_on >= asked_on),
    words        bytea not null,
    ending_words bytea,
    check ((status = 'OPEN') = (ended_on is null and ending_words is null))
);
create index mitigation_request_of on mitigation_request (incident_id);
