-- Wrapped data keys stand apart, so that they are backed up apart and for a shorter time.
create schema if not exists vault;

create table vault.data_key (
    incident_id uuid  primary key,
    wrapped     bytea not null
);

create table vault.installation_key (
    name    text  primary key,
    wrapped bytea not null
);

-- First answers of requests that carried an Idempotency-Key. Answers hold ids and codes, never health information.
create table idempotent_answer (
    caller       text        not null,
    operation    text        not null,
    request_key  text        not null,
    request_hash bytea       not null,
    answer       text        not null,
    created_at   timestamptz not null,
    primary key (caller, operation, request_key)
);
