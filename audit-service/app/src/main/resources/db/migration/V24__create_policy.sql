-- The register of policies and procedures. Versions are added and never changed; a policy is never deleted here.
create table policy (
    policy_id      uuid        primary key,
    entity_id      text        not null,
    code           text        not null check (code ~ '^[A-Za-z0-9._-]{1,60}$'),
    kind           text        not null check (kind in ('POLICY', 'PROCEDURE')),
    next_review_on date        not null,
    withdrawn_on   date,
    created_at     timestamptz not null,
    version        bigint      not null,
    unique (entity_id, code)
);

create table policy_version (
    policy_id    uuid        not null references policy,
    number       integer     not null check (number > 0),
    title        text        not null,
    wording      text        not null,
    effective_on date        not null,
    leaders      text[]      not null check (cardinality(leaders) > 0),
    reference    text[]      not null,
    sections     text[]      not null,
    external_ids text[]      not null,
    written_by   text        not null,
    written_at   timestamptz not null,
    written_on   date        not null,
    primary key (policy_id, number)
);
create index policy_sections on policy_version using gin (sections);

-- Each review, also one that changed nothing (policy footer: the review date is recorded even if no changes were made).
create table policy_review (
    policy_id      uuid        not null references policy,
    reviewed_on    date        not null,
    changed        boolean     not null,
    next_review_on date        not null check (next_review_on > reviewed_on),
    reviewed_by    text        not null,
    reviewed_at    timestamptz primary key
);
create index policy_review_of on policy_review (policy_id, reviewed_at);

create table policy_attachment (
    policy_id   uuid    not null,
    number      integer not null,
    document_id uuid    not null,
    name        text    not null,
    primary key (policy_id, number, document_id),
    foreign key (policy_id, number) references policy_version
);

-- Who got and read which version, by his own token.
create table policy_receipt (
    policy_id uuid        not null,
    number    integer     not null,
    person    text        not null,
    read_at   timestamptz not null,
    primary key (policy_id, number, person),
    foreign key (policy_id, number) references policy_version
);
