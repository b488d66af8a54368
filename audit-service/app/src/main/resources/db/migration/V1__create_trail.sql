-- The trail. Its tables belong to the role that migrates; the service may add rows and read them, nothing else.
create schema trail;

-- Refused for everybody, the owner included: who wants to change a row must first take the trigger away, and what he
-- changes then is found by verification.
create function trail.refuse_change() returns trigger
    language plpgsql
as $$
begin
    raise exception 'the trail is append-only: % of % is refused', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;

-- The one log of this installation: the name that stands in its checkpoints.
create table trail.log (
    origin    text        primary key,
    opened_at timestamptz not null,
    only_one  boolean     not null default true unique check (only_one)
);

-- Sequenced: an entry has its place. bytes is the entry; the other columns repeat what stands in it, for searching.
create table trail.entry (
    index       bigint      primary key check (index >= 0),
    event_id    uuid        not null unique,
    topic       text        not null,
    type        text        not null,
    source      text        not null,
    sequence    bigint      not null,
    incidents   uuid[]      not null,
    entity_id   text        not null,
    actor       text        not null,
    happened_at timestamptz not null,
    received_at timestamptz not null,
    bytes       bytea       not null,
    leaf_hash   bytea       not null check (octet_length(leaf_hash) = 32)
);
create index entry_incidents on trail.entry using gin (incidents);
create index entry_type on trail.entry (type, index);
create index entry_actor on trail.entry (actor, index);
create index entry_happened on trail.entry (happened_at);

-- Integrated: 256 neighbouring hashes of tree level 8 * level, stored once when the tile is full; root is their root.
create table trail.tile (
    level  integer not null check (level >= 0),
    index  bigint  not null check (index >= 0),
    hashes bytea   not null check (octet_length(hashes) = 256 * 32),
    root   bytea   not null check (octet_length(root) = 32),
    primary key (level, index)
);

-- Public keys that signed here, in X.509 form. What to believe is the reader's own copy, not this one.
create table trail.key (
    key_id     text        primary key,
    public_key bytea       not null,
    since      timestamptz not null
);

-- Signed states, each grown from exactly one earlier one: a second checkpoint on the same predecessor is refused, so two
-- writers can never sign two histories.
create table trail.checkpoint (
    size      bigint      primary key check (size >= 0),
    previous  bigint      references trail.checkpoint (size),
    root      bytea       not null check (octet_length(root) = 32),
    key_id    text        not null references trail.key (key_id),
    note      text        not null,
    signed_at timestamptz not null,
    unique nulls not distinct (previous),
    check ((size = 0 and previous is null) or previous < size)
);

create trigger refuse_change before update or delete or truncate on trail.log
    for each statement execute function trail.refuse_change();
create trigger refuse_change before update or delete or truncate on trail.entry
    for each statement execute function trail.refuse_change();
create trigger refuse_change before update or delete or truncate on trail.key
    for each statement execute function trail.refuse_change();
create trigger refuse_change before update or delete or truncate on trail.tile
    for each statement execute function trail.refuse_change();
create trigger refuse_change before update or delete or truncate on trail.checkpoint
    for each statement execute function trail.refuse_change();

-- Also while replication roles are played with.
alter table trail.log enable always trigger refuse_change;
alter table trail.entry enable always trigger refuse_change;
alter table trail.key enable always trigger refuse_change;
alter table trail.tile enable always trigger refuse_change;
alter table trail.checkpoint enable always trigger refuse_change;
