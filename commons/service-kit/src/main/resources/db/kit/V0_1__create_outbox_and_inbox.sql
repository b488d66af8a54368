-- Facts on their way out. The row is written in the transaction of the state change it tells of.
create table outbox (
    id             uuid        primary key,
    position       bigint      generated always as identity,
    topic          text        not null,
    type           text        not null,
    subject        text        not null,
    entity_id      text        not null,
    drill          boolean     not null,
    correlation_id text        not null,
    actor          text        not null,
    traceparent    text        not null,
    occurred_at    timestamptz not null,
    data           text        not null,
    sequence       bigint,
    sent_at        timestamptz
);
create index outbox_unnumbered on outbox (position) where sequence is null;
create index outbox_unsent on outbox (topic, sequence) where sent_at is null;
create unique index outbox_sequence_once on outbox (topic, sequence) where sequence is not null;
create index outbox_sent on outbox (sent_at) where sent_at is not null;

-- The last number given per topic; the relay numbers without gaps.
create table outbox_sequence (
    topic text   primary key,
    last  bigint not null
);

-- Facts that came in: one row per event, written in the transaction of its effect.
-- applied_at is null while the fact waits for its precondition; then envelope and data are kept.
create table inbox (
    event_id    uuid        primary key,
    topic       text        not null,
    subject     text        not null,
    position    bigint      generated always as identity,
    received_at timestamptz not null,
    applied_at  timestamptz,
    envelope    text,
    data        bytea,
    check (applied_at is not null or (envelope is not null and data is not null))
);
create index inbox_waiting on inbox (topic, subject, position) where applied_at is null;
create index inbox_received on inbox (received_at);

-- What could not be read or applied. The reason is a code, never an exception's text.
create table dead_letter (
    id             uuid        primary key,
    topic          text        not null,
    partition_no   integer     not null,
    offset_no      bigint      not null,
    record_key     text        not null,
    headers        text        not null,
    data           bytea       not null,
    reason         text        not null,
    fault          text        not null,
    received_at    timestamptz not null,
    replayed_at    timestamptz,
    replayed_by    text,
    unique (topic, partition_no, offset_no)
);
create index dead_letter_open on dead_letter (received_at) where replayed_at is null;
