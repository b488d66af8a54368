-- Frozen documents on their way to audit-service; content is sealed with the incident's data key. A row goes when audit has it.
create table hand_over (
    id          uuid        primary key,
    incident_id uuid        not null,
    entity_id   text        not null,
    drill       boolean     not null,
    kind        text        not null,
    reference   text        not null,
    media_type  text        not null,
    sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    frozen_at   timestamptz not null,
    content     bytea       not null,
    created_at  timestamptz not null,
    next_try_at timestamptz not null,
    attempts    integer     not null
);
create index hand_over_due on hand_over (next_try_at);
