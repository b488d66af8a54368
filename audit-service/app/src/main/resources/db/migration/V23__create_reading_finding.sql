-- Readings that somebody should look at, at most one of a rule for a person and day (UTC), and what the look showed. The note
-- is sealed with a data key of its own.
create table reading_finding (
    finding_id  uuid        primary key,
    person      text        not null,
    day         date        not null,
    rule        text        not null check (rule in ('VOLUME', 'HOUR', 'NOT_IN_CHARGE')),
    incidents   uuid[]      not null check (cardinality(incidents) > 0),
    found_at    timestamptz not null,
    reviewed_by text,
    reviewed_at timestamptz,
    outcome     text        check (outcome in ('EXPLAINED', 'FOLLOWED_UP')),
    note        bytea,
    version     bigint      not null,
    unique (person, day, rule),
    check (reviewed_by <> person),
    check ((reviewed_by is null) = (reviewed_at is null)),
    check ((reviewed_by is null) = (outcome is null)),
    check ((reviewed_by is null) = (note is null))
);
create index finding_newest on reading_finding (found_at desc, finding_id desc);

-- Days whose readings were looked through.
create table reading_scan (
    day        date        primary key,
    scanned_at timestamptz not null
);
