-- Questions to whoever reported, whether he suffers for it. "note" is sealed.
create table check_up (
    check_up_id uuid        primary key,
    incident_id uuid        not null references report on delete cascade,
    entity_id   text        not null,
    drill       boolean     not null,
    zone        text        not null,
    number      bigint      not null,
    days_after  bigint      not null check (days_after > 0),
    due_on      date        not null,
    state       text        not null check (state in ('PLANNED', 'DUE', 'RECORDED', 'CANCELLED')),
    outcome     text        check (outcome in ('NO_RETALIATION', 'RETALIATION_SAID', 'NOT_REACHED', 'DECLINED')),
    note        bytea,
    recorded_at timestamptz,
    recorded_by text,
    unique (incident_id, number),
    check ((state = 'RECORDED') = (outcome is not null))
);
create index check_up_planned on check_up (due_on) where state = 'PLANNED';
create index check_up_due on check_up (due_on, check_up_id) where state = 'DUE';
