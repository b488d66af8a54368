create table ledger_entry (
    id          uuid        primary key,
    incident_id uuid        not null,
    title       text        not null,
    narrative   bytea       not null,
    aside       bytea       not null,
    finder      bytea       not null,
    written_at  timestamptz not null,
    version     bigint      not null
);

-- What the consumers did, in the order in which they did it.
create table ledger_effect (
    position       bigint generated always as identity,
    event_id       uuid not null,
    incident_id    uuid not null,
    what           text not null,
    correlation_id text not null
);

-- Incidents for which a test lets the consumer fail.
create table ledger_fault (
    incident_id uuid primary key
);

-- How often a consumer failed on such an incident; a sequence, because it is not rolled back.
create sequence ledger_attempt;
select nextval('ledger_attempt');
