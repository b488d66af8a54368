-- The discovery day as breach-service determined it; may come before the case.
create table notice_clock (
    incident_id   uuid primary key,
    discovered_on date
);

-- A cyber-related case (policy II). Words are sealed under the incident's data key.
create table cyber_file (
    incident_id uuid    primary key references case_file,
    identifiers bytea,
    changes     integer not null
);

create table cyber_order (
    id           uuid        primary key,
    incident_id  uuid        not null references cyber_file,
    part         text        not null check (part in ('RESPONSE', 'MITIGATION', 'CONTINGENCY_PLAN')),
    outcome      text        not null check (outcome in ('DONE', 'NOT_APPLICABLE')),
    completed_at timestamptz not null,
    stated_by    text        not null,
    stated_at    timestamptz not null,
    words        bytea       not null,
    unique (incident_id, part)
);

create table cyber_answer (
    id          uuid        primary key,
    incident_id uuid        not null references cyber_file,
    kind        text        not null check (kind in ('CRIME_REPORT', 'INDICATORS')),
    answer      boolean     not null,
    decided_by  text        not null,
    decided_at  timestamptz not null,
    words       bytea       not null
);
create index cyber_answer_of on cyber_answer (incident_id, decided_at);

create table agency_draft (
    id              uuid        primary key,
    incident_id     uuid        not null references cyber_file,
    agency          text        not null,
    authors         text[]      not null check (cardinality(authors) > 0),
    written_at      timestamptz not null,
    words           bytea       not null,
    findings        text[]      not null,
    ground          text,
    cleared         text[],
    cleared_by      text,
    cleared_at      timestamptz,
    cleared_words   bytea,
    signed_by       text,
    signed_at       timestamptz,
    sent_by         text,
    sent_at         timestamptz,
    deviates        boolean,
    sending_words   bytea,
    withdrawn       boolean     not null,
    check (num_nulls(ground, cleared, cleared_by, cleared_at, cleared_words) in (0, 5)),
    check (cleared_by is null or not cleared_by = any (authors)),
    check (num_nulls(signed_by, signed_at) in (0, 2)),
    check (signed_by is null or not signed_by = any (authors)),
    check (signed_by is null or findings <@ coalesce(cleared, '{}')),
    check (num_nulls(sent_by, sent_at, deviates, sending_words) in (0, 4)),
    check (sent_by is null or signed_by is not null and not withdrawn)
);
create index agency_draft_of on agency_draft (incident_id);

create trigger cyber_order_stays before update on cyber_order for each row execute function refuse_change();
create trigger cyber_answer_stays before update on cyber_answer for each row execute function refuse_change();
