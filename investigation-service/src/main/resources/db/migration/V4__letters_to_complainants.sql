alter table case_file
    add column complaint_extended_to date,
    add check (complaint_extended_to > complaint_due_on);

-- What a complainant was told, as it was told.
create table complaint_letter (
    id          uuid        primary key,
    incident_id uuid        not null references case_file,
    kind        text        not null check (kind in ('EXTENSION', 'ANSWER')),
    channel     text        not null check (channel in ('MAIL', 'EMAIL', 'IN_PERSON', 'RECEIPT_MAILBOX')),
    dated       date        not null,
    written_by  text        not null,
    written_at  timestamptz not null,
    sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    words       bytea       not null,
    pdf         bytea       not null
);
create index complaint_letter_of on complaint_letter (incident_id);
create unique index complaint_letter_one_answer on complaint_letter (incident_id) where kind = 'ANSWER';
create trigger complaint_letter_stays before update on complaint_letter for each row execute function refuse_change();
