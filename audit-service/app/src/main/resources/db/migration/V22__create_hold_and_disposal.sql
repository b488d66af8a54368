-- Legal holds, on an incident or on a period of an entity. The note is sealed with a data key of the hold's own.
create table legal_hold (
    hold_id     uuid        primary key,
    incident_id uuid,
    entity_id   text        not null,
    from_on     date,
    to_on       date,
    -- The same period as instants, in the entity's zone.
    from_at     timestamptz,
    to_at       timestamptz,
    reason      text        not null check (reason in ('LITIGATION', 'AUTHORITY_INVESTIGATION', 'RECORDS_REQUEST', 'OTHER')),
    note        bytea       not null,
    placed_by   text        not null,
    placed_at   timestamptz not null,
    lifted_by   text,
    lifted_at   timestamptz,
    version     bigint      not null,
    check ((incident_id is null) = (from_on is not null)),
    check ((from_on is null) = (from_at is null)),
    check ((to_on is null) = (to_at is null)),
    check (to_on is null or to_on >= from_on),
    check ((lifted_by is null) = (lifted_at is null))
);
create index hold_newest on legal_hold (placed_at desc, hold_id desc);
create index hold_on_incident on legal_hold (incident_id) where lifted_at is null;

-- Disposals, each decided by two people. At most one of an incident is under way or done.
create table disposal (
    disposal_id     uuid        primary key,
    incident_id     uuid        not null,
    entity_id       text        not null,
    drill           boolean     not null,
    state           text        not null check (state in ('ORDERED', 'REFUSED', 'RUNNING', 'COMPLETED')),
    kept_through    date        not null,
    reason          text        not null,
    ordered_by      text        not null,
    ordered_at      timestamptz not null,
    decided_by      text,
    decided_at      timestamptz,
    confirmed       text[]      not null,
    completed_at    timestamptz,
    backups_gone_on date,
    version         bigint      not null,
    check ((state = 'ORDERED') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null)),
    check (decided_by <> ordered_by or state = 'REFUSED'),
    check ((state = 'COMPLETED') = (completed_at is not null)),
    check ((completed_at is null) = (backups_gone_on is null))
);
create unique index disposal_once on disposal (incident_id) where state <> 'REFUSED';
create index disposal_newest on disposal (ordered_at desc, disposal_id desc);
