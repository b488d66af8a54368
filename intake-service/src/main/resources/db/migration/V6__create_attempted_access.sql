-- Attempted access (45 CFR 164.304), too much of it for a report each: one record per source and day.
create table attempted_access (
    attempt_id  uuid        not null unique default gen_random_uuid(),
    entity_id   text        not null,
    source      text        not null,
    day         date        not null,
    system      text        not null,
    attempts    bigint      not null check (attempts > 0),
    imported_at timestamptz not null,
    imported_by text        not null,
    primary key (entity_id, source, day)
);
create index attempted_access_newest on attempted_access (entity_id, day desc, attempt_id desc);
