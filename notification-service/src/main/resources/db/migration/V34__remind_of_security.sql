-- Security reminders (45 CFR 164.308(a)(5)(ii)(A)). A text is drafted by one officer and approved by another, then frozen.
create table reminder (
    id          uuid        primary key,
    entity_id   text        not null,
    title_en    text        not null,
    body_en     text        not null,
    title_es    text        not null,
    body_es     text        not null,
    roles       text        not null,
    departments text        not null,
    starts_on   date        not null,
    every_days  int         not null check (every_days >= 0),
    ends_on     date        not null check (ends_on >= starts_on),
    state       text        not null check (state in ('DRAFT', 'APPROVED', 'ENDED')),
    author      text        not null,
    approver    text,
    approved_at timestamptz,
    next_on     date        not null,
    created_at  timestamptz not null,
    version     bigint      not null,
    check (approver is null or approver <> author),
    check ((state = 'DRAFT') = (approver is null))
);
create index reminders_to_issue on reminder (next_on) where state = 'APPROVED';

-- Who is expected to read it, beside the officers whom the directory knows.
create table reminder_reader (
    reminder_id uuid not null references reminder,
    person      text not null,
    primary key (reminder_id, person)
);

create table reminder_issue (
    id          uuid not null primary key,
    reminder_id uuid not null references reminder,
    number      int  not null,
    issued_on   date not null,
    unique (reminder_id, number)
);

-- Somebody has said that he read it.
create table reminder_receipt (
    issue_id uuid        not null references reminder_issue,
    person   text        not null,
    read_at  timestamptz not null,
    primary key (issue_id, person)
);
