-- Copies of intake's directory: the organisation's own, public data.
create table legal_entity (
    entity_id text primary key,
    name      text not null,
    street    text not null,
    city      text not null,
    state     text not null,
    zip       text not null,
    time_zone text not null,
    toll_free text not null,
    email     text not null,
    website   text not null
);

create table officer (
    officer_id   uuid    primary key,
    entity_id    text    not null,
    role         text    not null,
    person       text    not null,
    display_name text    not null,
    mailbox      text    not null,
    absences     text    not null,
    active       boolean not null
);
create index officer_of_entity on officer (entity_id, role);

-- One campaign per breach. "duties" is the newest list of obligations as breach-service told it.
create table campaign (
    incident_id   uuid        primary key,
    entity_id     text        not null,
    drill         boolean     not null,
    time_zone     text        not null,
    state         text        not null check (state in ('OPENED', 'READY', 'SENDING', 'SENT', 'COMPLETED')),
    duties        text        not null,
    discovered_on date,
    letter_due    date,
    opened_at     timestamptz not null,
    completed_on  date,
    version       bigint      not null,
    check ((state = 'COMPLETED') = (completed_on is not null))
);

create table roster_import (
    id          uuid        primary key,
    incident_id uuid        not null,
    sha256      bytea       not null check (length(sha256) = 32),
    accepted    bigint      not null,
    warned      bigint      not null,
    refused     bigint      not null,
    told_before bigint      not null,
    imported_at timestamptz not null,
    imported_by text        not null,
    unique (incident_id, sha256)
);

-- Lines that were refused or warned. Codes only, nothing of the person.
create table roster_finding (
    import_id   uuid   not null references roster_import,
    row_number  bigint not null,
    outcome     text   not null check (outcome in ('WARNED', 'REFUSED')),
    flags       text   not null,
    column_name text   not null,
    primary key (import_id, row_number)
);

-- An affected person. "sealed" holds every personal field under the incident's data key; only what is counted is in clear.
create table person (
    id             uuid   primary key,
    incident_id    uuid   not null,
    import_id      uuid   not null references roster_import,
    row_number     bigint not null,
    external_index bytea  not null,
    sealed         bytea  not null,
    residence      text   not null,
    language       text   not null check (language in ('en', 'es')),
    method         text   not null check (method in ('FIRST_CLASS_MAIL', 'EMAIL', 'SUBSTITUTE_POSTING', 'NONE')),
    reason         text   not null,
    state          text   not null check (state in ('PENDING', 'TOLD', 'SUBSTITUTE', 'NOBODY')),
    unique (incident_id, external_index)
);
create index person_by_state on person (incident_id, state, method, id);

create table notice_text (
    id             uuid        primary key,
    incident_id    uuid        not null,
    template       text        not null,
    language       text        not null check (language in ('en', 'es')),
    number         int         not null,
    state          text        not null check (state in ('DRAFT', 'APPROVED')),
    content        text        not null,
    measure        text        not null,
    measured       double precision not null,
    plain          boolean     not null,
    reading_reason text        not null,
    author         text        not null,
    approver       text,
    approved_at    timestamptz,
    generic_copy   bytea,
    generic_sha256 bytea,
    version        bigint      not null,
    unique (incident_id, template, language, number),
    check ((state = 'APPROVED') = (approver is not null and approved_at is not null and generic_copy is not null)),
    check (approver is null or approver <> author)
);
