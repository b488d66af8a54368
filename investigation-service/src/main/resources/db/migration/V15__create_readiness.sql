-- The response team of a legal entity, its training, and who was let near a case.
create table response_member (
    id               uuid    primary key,
    entity_id        text    not null,
    person           text    not null,
    active           boolean not null,
    areas            text[]  not null,
    authorised_until date,
    changes          integer not null,
    unique (entity_id, person)
);

create table response_member_change (
    id               uuid        primary key,
    position         bigint      generated always as identity,
    member_id        uuid        not null references response_member,
    active           boolean     not null,
    areas            text[]      not null,
    authorised_until date,
    changed_by       text        not null,
    changed_at       timestamptz not null
);
create index response_member_change_of on response_member_change (member_id, position);
create trigger response_member_change_stays before update on response_member_change
    for each row execute function refuse_change();

create table training (
    id           uuid        primary key,
    entity_id    text        not null,
    person       text        not null,
    course       text        not null,
    completed_on date        not null,
    valid_until  date        not null check (valid_until >= completed_on),
    recorded_by  text        not null check (recorded_by <> person),
    recorded_at  timestamptz not null
);
create index training_of on training (entity_id, person);
create trigger training_stays before update on training for each row execute function refuse_change();

create table case_assignment (
    id          uuid        primary key,
    incident_id uuid        not null references case_file,
    person      text        not null,
    area        text        not null,
    assigned_by text        not null,
    assigned_at timestamptz not null,
    released_by text,
    released_at timestamptz,
    check (num_nulls(released_by, released_at) in (0, 2))
);
create unique index case_assignment_current on case_assignment (incident_id, person, area) where released_at is null;
create index case_assignment_person on case_assignment (person) where released_at is null;
