-- Who is to be called: because misuse may be imminent (45 CFR 164.404(d)(3)), or because no address is usable (164.404(d)(2)(i)).
create table telephone_task (
    id          uuid        primary key,
    incident_id uuid        not null references campaign,
    person_id   uuid        not null,
    purpose     text        not null check (purpose in ('URGENT', 'SUBSTITUTE')),
    state       text        not null check (state in ('OPEN', 'DONE', 'GIVEN_UP')),
    attempts    int         not null,
    added_at    timestamptz not null,
    closed_on   date,
    version     bigint      not null,
    unique (person_id, purpose),
    check ((state = 'OPEN') = (closed_on is null))
);
create index telephone_task_by_state on telephone_task (incident_id, purpose, state, id);

-- One attempt. What was said is sealed under the incident's key.
create table telephone_call (
    id          uuid        primary key,
    task_id     uuid        not null references telephone_task,
    called_at   timestamptz not null,
    outcome     text        not null,
    note        bytea       not null,
    recorded_at timestamptz not null,
    recorded_by text        not null
);
create index telephone_call_by_task on telephone_call (task_id, called_at);
