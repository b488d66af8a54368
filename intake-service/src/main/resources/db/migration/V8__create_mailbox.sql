-- What the holder of a receipt and the officers write to each other. "body" is sealed with the incident's data key.
create table mailbox_message (
    message_id  uuid        primary key,
    incident_id uuid        not null references report,
    sender      text        not null check (sender in ('REPORTER', 'OFFICER')),
    kind        text        not null check (kind in ('MESSAGE', 'QUESTION', 'ANSWER', 'WITHDRAWAL')),
    written_by  text        not null,
    answers     uuid        references mailbox_message,
    written_at  timestamptz not null,
    body        bytea       not null,
    -- Nothing about a reporter but what he wrote.
    check (sender = 'OFFICER' or written_by = ''),
    check ((kind = 'ANSWER') = (answers is not null)),
    check (kind <> 'QUESTION' or sender = 'OFFICER'),
    check (kind not in ('ANSWER', 'WITHDRAWAL') or sender = 'REPORTER')
);
create index mailbox_of_incident on mailbox_message (incident_id, written_at, message_id);
create unique index mailbox_withdrawn_once on mailbox_message (incident_id) where kind = 'WITHDRAWAL';

-- Name and address of somebody who gave them. "details" is sealed; how the answer should go is not.
create table reporter_contact (
    incident_id uuid  primary key references report,
    answer_by   text  not null check (answer_by in ('LETTER', 'EMAIL', 'MAILBOX')),
    details     bytea not null
);
