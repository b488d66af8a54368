-- Answers to complaints that belong into a mailbox; one row for each fact of investigation-service, kept so that none comes twice.
create table due_answer (
    event_id     uuid        primary key,
    incident_id  uuid        not null references report on delete cascade,
    entity_id    text        not null,
    drill        boolean     not null,
    tries        bigint      not null,
    try_at       timestamptz not null,
    delivered_at timestamptz
);
create index due_answer_waiting on due_answer (try_at) where delivered_at is null;
