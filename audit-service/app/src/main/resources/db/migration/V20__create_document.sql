-- Retained documents, by content: the same bytes for the same incident are kept once. Their schema is apart from the trail,
-- and as in the trail the service may add and read, nothing else; what makes a document go is the end of its data key.
create schema document;

create table document.document (
    document_id uuid        primary key,
    -- Null for what belongs to no incident, such as the attachment of a policy.
    incident_id uuid,
    entity_id   text        not null,
    drill       boolean     not null,
    kind        text        not null check (kind ~ '^[A-Z][A-Z0-9_]{1,39}$'),
    reference   text        not null check (reference ~ '^[A-Za-z0-9._:-]{1,100}$'),
    media_type  text        not null,
    sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    size        bigint      not null check (size > 0),
    chunks      integer     not null check (chunks > 0),
    sender      text        not null,
    frozen_at   timestamptz not null,
    received_at timestamptz not null,
    unique nulls not distinct (incident_id, entity_id, sha256)
);

-- Sealed in pieces, so that none is ever whole in memory.
create table document.chunk (
    document_id uuid    not null references document.document,
    number      integer not null check (number >= 0),
    body        bytea   not null,
    primary key (document_id, number)
);
-- Sealed bytes do not shrink.
alter table document.chunk alter column body set storage external;

-- Complete: from then on it is there for readers.
create table document.kept (
    document_id uuid        primary key references document.document,
    kept_at     timestamptz not null
);
create index kept_newest on document.kept (kept_at desc, document_id desc);

create trigger refuse_change before update or delete or truncate on document.document
    for each statement execute function trail.refuse_change();
create trigger refuse_change before update or delete or truncate on document.chunk
    for each statement execute function trail.refuse_change();
create trigger refuse_change before update or delete or truncate on document.kept
    for each statement execute function trail.refuse_change();

-- The calendar of each legal entity, from intake's directory.
create table entity_zone (
    entity_id text primary key,
    time_zone text not null
);
