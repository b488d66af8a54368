-- What an accounting says of a breach: one entry for each affected person (45 CFR 164.528(b)). Sealed under the incident's key.
create table breach_disclosure (
    incident_id  uuid        primary key references campaign,
    disclosed_on date        not null,
    sealed       bytea       not null,
    version      bigint      not null,
    recorded_at  timestamptz not null,
    recorded_by  text        not null
);

-- A person asks for an accounting. Who it is, and what was answered, are sealed under the request's own key.
create table accounting_request (
    id               uuid        primary key,
    entity_id        text        not null,
    received_on      date        not null,
    due_on           date        not null,
    extension_reason text        not null,
    state            text        not null check (state in ('OPEN', 'ANSWERED')),
    answered_on      date,
    answer_way       text        not null,
    sealed           bytea       not null,
    answer           bytea,
    answer_sha256    bytea,
    zone             text        not null,
    version          bigint      not null,
    recorded_at      timestamptz not null,
    recorded_by      text        not null,
    check ((state = 'ANSWERED') = (answered_on is not null and answer is not null and answer_sha256 is not null))
);
create index accounting_request_by_due on accounting_request (entity_id, state, due_on);
