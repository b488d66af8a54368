create table run (
    id            uuid        primary key,
    incident_id   uuid        not null references campaign,
    state         text        not null check (state in ('RUNNING', 'COMPLETED', 'STOPPED')),
    started_by    text        not null,
    started_at    timestamptz not null,
    lease_until   timestamptz not null,
    finished_at   timestamptz,
    stop_reason   text        not null,
    version       bigint      not null
);
create unique index one_run_at_a_time on run (incident_id) where state = 'RUNNING';

-- Letters for a print house. HANDED_OVER means that the folder with its manifest is complete.
create table postal_batch (
    id              uuid        primary key,
    incident_id     uuid        not null references campaign,
    run_id          uuid        not null references run,
    number          int         not null,
    state           text        not null check (state in ('OPEN', 'HANDED_OVER')),
    folder          text        not null,
    letters         int         not null,
    manifest_sha256 bytea,
    opened_at       timestamptz not null,
    handed_over_at  timestamptz,
    unique (incident_id, number)
);
create unique index one_open_batch on postal_batch (incident_id) where state = 'OPEN';

-- One attempt to tell one person. The partial index is the promise that nobody is told twice.
create table notice (
    id                 uuid        primary key,
    incident_id        uuid        not null references campaign,
    person_id          uuid        not null references person,
    run_id             uuid        not null references run,
    batch_id           uuid        references postal_batch,
    method             text        not null check (method in ('FIRST_CLASS_MAIL', 'EMAIL')),
    state              text        not null check (state in ('IN_FLIGHT', 'BATCHED', 'WAITING', 'SENT', 'FAILED')),
    text_id            uuid        not null references notice_text,
    dated              date        not null,
    attempts           int         not null,
    possible_duplicate boolean     not null,
    next_try_at        timestamptz,
    sha256             bytea,
    sent_at            timestamptz,
    sent_on            date,
    outcome            text        not null,
    check ((state = 'SENT') = (sent_at is not null and sent_on is not null)),
    check ((method = 'FIRST_CLASS_MAIL') = (batch_id is not null))
);
create unique index told_once on notice (person_id) where state <> 'FAILED';
create index notice_by_run on notice (run_id, method, state);

create table posting (
    slug         text        primary key,
    incident_id  uuid        not null references campaign,
    english_id   uuid        not null references notice_text,
    spanish_id   uuid        references notice_text,
    toll_free    text        not null,
    started_on   date        not null,
    keep_through date        not null,
    published_at timestamptz not null,
    published_by text        not null,
    unique (incident_id)
);

create table media_notice (
    id           uuid        primary key,
    incident_id  uuid        not null references campaign,
    jurisdiction text        not null,
    text_id      uuid        not null references notice_text,
    outlets      text        not null,
    outlet_count int         not null,
    state        text        not null check (state in ('SENDING', 'NOTIFIED')),
    notified_on  date,
    recorded_at  timestamptz not null,
    recorded_by  text        not null,
    unique (incident_id, jurisdiction)
);

-- Mails without personal data: to officers and to media outlets. Sent by a loop, each at least once with one Message-ID.
create table outgoing_mail (
    id          uuid        primary key,
    incident_id uuid,
    purpose     text        not null check (purpose in ('ALERT', 'MEDIA')),
    purpose_id  uuid        not null,
    recipient   text        not null,
    person      text        not null,
    subject     text        not null,
    body        text        not null,
    text_id     uuid        references notice_text,
    state       text        not null check (state in ('WAITING', 'SENT', 'REFUSED', 'WITHHELD')),
    attempts    int         not null,
    next_try_at timestamptz not null,
    created_at  timestamptz not null,
    sent_at     timestamptz,
    unique (purpose, purpose_id, recipient)
);
create index mail_to_send on outgoing_mail (next_try_at) where state = 'WAITING';

create table hhs_worksheet (
    incident_id uuid   primary key references campaign,
    answers     text   not null,
    version     bigint not null
);

create table hhs_submission (
    id              uuid        primary key,
    incident_id     uuid        not null references campaign,
    track           text        not null,
    tracking_number text        not null,
    submitted_on    date        not null,
    recorded_at     timestamptz not null,
    recorded_by     text        not null,
    unique (incident_id, track)
);

create table regulator_notice (
    id            uuid        primary key,
    incident_id   uuid        not null references campaign,
    obligation_id uuid        not null,
    jurisdiction  text        not null,
    notified_on   date        not null,
    reference     text        not null,
    recorded_at   timestamptz not null,
    recorded_by   text        not null,
    unique (incident_id, obligation_id)
);

-- Every deadline of every service, as its owner told it last.
create table deadline (
    deadline_id uuid    primary key,
    incident_id uuid,
    entity_id   text    not null,
    kind        text    not null,
    title       text    not null,
    due_on      date,
    due_at      timestamptz,
    zone        text    not null,
    role        text    not null,
    citation    text    not null,
    state       text    not null check (state in ('OPEN', 'MET', 'CANCELLED')),
    met_on      date,
    days_late   bigint  not null,
    note        text    not null
);
create index deadline_by_state on deadline (state, due_on);
