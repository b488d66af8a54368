-- Places and workstations at which information is handled, and what inspections found there.
create table programme.location (
    location_id uuid        primary key,
    entity_id   text        not null,
    code        text        not null,
    place       text        not null,
    department  text        not null,
    media       text[]      not null check (cardinality(media) > 0),
    risk        text        not null check (risk in ('LOW', 'MEDIUM', 'HIGH')),
    closed_on   date,
    created_by  text        not null,
    created_at  timestamptz not null,
    version     bigint      not null,
    unique (entity_id, code)
);

-- The findings of an inspection are duties of their own.
create table programme.inspection (
    inspection_id uuid        primary key,
    location_id   uuid        not null references programme.location,
    duty_id       uuid        not null references programme.duty,
    edition       text        not null,
    inspected_on  date        not null,
    inspected_by  text        not null,
    recorded_at   timestamptz not null
);
create index inspection_of on programme.inspection (location_id, recorded_at desc);

create table programme.inspection_answer (
    inspection_id uuid not null references programme.inspection,
    item          text not null,
    answer        text not null check (answer in ('MET', 'NOT_MET', 'NOT_APPLICABLE')),
    finding_id    uuid references programme.duty,
    primary key (inspection_id, item),
    check ((answer = 'NOT_MET') = (finding_id is not null))
);

create trigger refuse_change before update or delete or truncate on programme.inspection
    for each statement execute function trail.refuse_change();
create trigger refuse_change before update or delete or truncate on programme.inspection_answer
    for each statement execute function trail.refuse_change();
