-- What policies ask for between incidents: who is trained as his role asks for, and which drills are held.
-- Deputies and the time of a membership (policy I.A.1).
alter table response_member
    add column deputy       text check (deputy <> person),
    add column member_since date,
    add column member_until date check (member_until >= member_since);
alter table response_member_change
    add column deputy       text,
    add column member_since date,
    add column member_until date;

-- By which version of the catalogue, and what proves it (45 CFR 164.530(b)(2)(ii)).
alter table training
    add column catalogue          text not null default '',
    add column evidence_document  uuid,
    add column evidence_sha256    text check (evidence_sha256 ~ '^[0-9a-f]{64}$'),
    add column evidence_reference text;

create table workforce_person (
    id         uuid        primary key,
    entity_id  text        not null,
    person     text        not null,
    department text        not null,
    role       text        not null,
    joined_on  date        not null,
    role_since date,
    left_on    date        check (left_on >= joined_on),
    changes    integer     not null,
    changed_by text        not null,
    changed_at timestamptz not null,
    unique (entity_id, person)
);

create table curriculum (
    id          uuid        primary key,
    entity_id   text        not null,
    role        text        not null,
    courses     text[]      not null,
    within_days integer     not null check (within_days between 0 and 366),
    adopted_on  date        not null,
    changes     integer     not null,
    changed_by  text        not null,
    changed_at  timestamptz not null,
    unique (entity_id, role)
);

create table readiness_policy_change (
    id           uuid        primary key,
    entity_id    text        not null,
    policy       text        not null,
    effective_on date        not null,
    courses      text[]      not null check (cardinality(courses) > 0),
    within_days  integer     not null check (within_days between 0 and 366),
    recorded_by  text        not null,
    recorded_at  timestamptz not null
);
create index readiness_policy_change_of on readiness_policy_change (entity_id, recorded_at, id);
create trigger readiness_policy_change_stays before update on readiness_policy_change
    for each row execute function refuse_change();

-- The deadlines that were announced about training; the key never leaves the service.
create table readiness_duty (
    id        uuid primary key,
    entity_id text not null,
    duty_key  text not null,
    kind      text not null check (kind in ('TRAINING_NEW_MEMBER', 'TRAINING_POLICY_CHANGE')),
    due_on    date not null,
    ended     text check (ended in ('MET', 'CANCELLED')),
    unique (entity_id, duty_key)
);

create table drill (
    id           uuid        primary key,
    entity_id    text        not null,
    scenario     text        not null,
    state        text        not null check (state in ('PLANNED', 'RUNNING', 'CONCLUDED', 'CANCELLED')),
    due_on       date        not null,
    every_months integer     check (every_months between 1 and 60),
    incident_id  uuid        unique references case_file,
    held_on      date,
    outcome      text,
    next_drill   uuid        references drill,
    planned_by   text        not null,
    planned_at   timestamptz not null,
    ended_by     text,
    ended_at     timestamptz,
    changes      integer     not null,
    check ((incident_id is not null) = (state in ('RUNNING', 'CONCLUDED'))),
    check ((held_on is not null) = (state = 'CONCLUDED')),
    check (num_nulls(outcome, ended_by, ended_at) = case when state in ('CONCLUDED', 'CANCELLED') then 0 else 3 end)
);
create index drill_of on drill (entity_id, due_on, id);

create table drill_finding (
    id          uuid        primary key,
    drill_id    uuid        not null references drill,
    text        text        not null,
    owner       text        not null,
    due_on      date        not null,
    recorded_by text        not null,
    recorded_at timestamptz not null,
    done_on     date,
    done_by     text,
    proof       text,
    check (num_nulls(done_on, done_by, proof) in (0, 3))
);
create index drill_finding_of on drill_finding (drill_id, recorded_at, id);

-- What the head of the organisation let pass, by the codes that spoke against it; his reason stands sealed in the timeline.
alter table case_assignment
    add column excepted    text[] not null default '{}',
    add column excepted_by text;
