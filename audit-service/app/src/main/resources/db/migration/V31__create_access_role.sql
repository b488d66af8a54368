-- The role inventory: what data, where, how and why it is used, who may see it; who has which role; exceptions that end.
create table programme.access_role (
    role_id    uuid        primary key,
    entity_id  text        not null,
    code       text        not null,
    created_by text        not null,
    created_at timestamptz not null,
    version    bigint      not null,
    unique (entity_id, code)
);

create table programme.access_role_version (
    role_id    uuid        not null references programme.access_role,
    number     integer     not null check (number > 0),
    what       text        not null,
    place      text        not null,
    how        text        not null,
    why        text        not null,
    who        text        not null,
    written_by text        not null,
    written_at timestamptz not null,
    primary key (role_id, number)
);

create table programme.role_holder (
    holder_id  uuid        primary key,
    role_id    uuid        not null references programme.access_role,
    entity_id  text        not null,
    person     text        not null,
    department text        not null,
    from_on    date        not null,
    until_on   date,
    decided_by text        not null,
    decided_at timestamptz not null,
    ended_by   text        not null,
    version    bigint      not null
);
create unique index role_holder_once on programme.role_holder (role_id, person) where until_on is null;
create index role_holder_of on programme.role_holder (entity_id, person);

-- Why it is asked for is sealed with a data key of the exception's own.
create table programme.access_exception (
    exception_id uuid        primary key,
    role_id      uuid        not null references programme.access_role,
    entity_id    text        not null,
    person       text        not null,
    department   text        not null,
    reason       bytea       not null,
    state        text        not null check (state in ('REQUESTED', 'GRANTED', 'REFUSED', 'ENDED')),
    until_on     date        not null,
    requested_by text        not null,
    requested_at timestamptz not null,
    decided_by   text        not null,
    decided_at   timestamptz,
    ended_on     date,
    version      bigint      not null,
    check ((state = 'REQUESTED') = (decided_at is null)),
    check ((state = 'ENDED') = (ended_on is not null)),
    check (state not in ('GRANTED', 'ENDED') or decided_by not in (requested_by, person))
);
create index access_exception_newest on programme.access_exception (requested_at desc, exception_id desc);

create trigger refuse_change before update or delete or truncate on programme.access_role_version
    for each statement execute function trail.refuse_change();
