-- What was let through beside the rules (S2 (E)(2)): broken glass, unmasked values, and who alone may read a case. "reason" is
-- sealed. No row is changed but by its end.
create table access_exception (
    exception_id uuid        primary key,
    kind         text        not null check (kind in ('BREAK_GLASS', 'UNMASKING', 'READERS')),
    incident_id  uuid        not null,
    entity_id    text        not null,
    drill        boolean     not null,
    person       text        not null,
    ground       text        not null,
    fields       text[]      not null,
    readers      text[]      not null,
    reason       bytea,
    used_at      timestamptz not null,
    ends_at      timestamptz,
    ended_at     timestamptz,
    check ((kind = 'BREAK_GLASS') = (ends_at is not null and reason is not null)),
    check ((kind = 'READERS') = (ground = '')),
    check ((kind = 'UNMASKING') = (cardinality(fields) > 0)),
    check (ends_at <= used_at + interval '8 hours')
);
create index access_exception_newest on access_exception (entity_id, used_at desc, exception_id desc);
create index access_exception_open on access_exception (ends_at) where ended_at is null;
create index access_exception_of_person on access_exception (person, used_at);
create index access_exception_of_incident on access_exception (incident_id);

-- Their review (S2 (E)(4)(c)): of each entity one is open. Its id is that of its deadline.
create table access_review (
    review_id   uuid        primary key,
    entity_id   text        not null,
    zone        text        not null,
    looks_from  timestamptz not null,
    due_on      date        not null,
    outcome     text        check (outcome in ('NOTHING_TO_CHANGE', 'CHANGED')),
    recorded_at timestamptz,
    recorded_by text,
    version     bigint      not null,
    check ((recorded_at is null) = (outcome is null) and (recorded_at is null) = (recorded_by is null))
);
create unique index access_review_open on access_review (entity_id) where recorded_at is null;
create index access_review_newest on access_review (entity_id, due_on desc, review_id desc);
