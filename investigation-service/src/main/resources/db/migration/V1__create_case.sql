-- What the directory says of the legal entities and of the officers whose names stand on forms.
create table legal_entity (
    entity_id text primary key,
    name      text not null,
    time_zone text not null
);

create table officer (
    officer_id   uuid    primary key,
    entity_id    text    not null,
    role         text    not null,
    person       text    not null,
    display_name text    not null,
    active       boolean not null
);
create index officer_person on officer (person);

-- One row per incident. Columns of type bytea are sealed under the incident's data key.
create table case_file (
    incident_id              uuid        primary key,
    entity_id                text        not null,
    drill                    boolean     not null,
    phase                    text        not null check (phase in
        ('TRIAGE', 'CONTAINMENT', 'ERADICATION', 'RECOVERY', 'FORMS', 'FOLLOW_UP', 'CLOSED')),
    round                    integer     not null check (round >= 1),
    report_kind              text        not null,
    by_workforce             boolean     not null,
    by_business_associate    boolean     not null,
    anonymous                boolean     not null,
    phi_possible             boolean     not null,
    urgent                   boolean     not null,
    happened_at              timestamptz,
    learned_at               timestamptz,
    received_at              timestamptz not null,
    privacy                  boolean,
    security                 boolean,
    phi_may_be_involved      boolean,
    improper_use             boolean,
    cyber_related            boolean,
    safe                     boolean,
    breach                   text        not null check (breach in ('NOT_ASKED', 'ASKED', 'OPEN', 'CONCLUDED')),
    complaint_due_on         date,
    complaint_answered_on    date,
    documented               text[]      not null,
    documentation_revision   integer     not null,
    followed_up              text[]      not null,
    opened_at                timestamptz not null,
    updated_at               timestamptz not null,
    closed_at                timestamptz,
    concluded_on             date,
    changes                  integer     not null,
    version                  bigint      not null,
    -- The shape of each state, as the decision core knows it.
    check ((phase = 'CLOSED') = (closed_at is not null and concluded_on is not null)),
    check ((phase = 'TRIAGE') = (privacy is null)),
    check (num_nulls(privacy, security, phi_may_be_involved, improper_use, cyber_related) in (0, 5)),
    check (phase not in ('CONTAINMENT', 'ERADICATION', 'RECOVERY') or security),
    check (phase not in ('ERADICATION', 'RECOVERY') or not safe)
);
create index case_file_opened on case_file (opened_at desc, incident_id desc);
create index case_file_unanswered on case_file (entity_id) where report_kind = 'COMPLAINT' and complaint_due_on is null;

create table phase_span (
    id          uuid        primary key,
    incident_id uuid        not null references case_file,
    round       integer     not null,
    phase       text        not null,
    started_at  timestamptz not null,
    ended_at    timestamptz check (ended_at >= started_at)
);
create unique index phase_span_one_open on phase_span (incident_id) where ended_at is null;

create table step_entry (
    id           uuid        primary key,
    incident_id  uuid        not null references case_file,
    n            integer     not null,
    round        integer     not null,
    step         text        not null,
    playbook     integer     not null,
    outcome      text        not null check (outcome in ('STARTED', 'DONE', 'NOT_APPLICABLE')),
    started_at   timestamptz,
    ended_at     timestamptz check (ended_at >= started_at),
    recorded_by  text        not null,
    recorded_at  timestamptz not null,
    replaces     uuid        unique references step_entry,
    deviates     boolean     not null,
    words        bytea       not null,
    unique (incident_id, n),
    check ((outcome = 'NOT_APPLICABLE') = (started_at is null)),
    check ((outcome = 'DONE') = (ended_at is not null))
);

create table documentation (
    id          uuid        primary key,
    incident_id uuid        not null references case_file,
    revision    integer     not null,
    written_by  text        not null,
    written_at  timestamptz not null,
    words       bytea       not null,
    unique (incident_id, revision)
);

create table form_signature (
    id            uuid        primary key,
    incident_id   uuid        not null references case_file,
    form          text        not null check (form in ('4-I-A', '4-I-B')),
    version       integer     not null,
    round         integer     not null,
    revision      integer     not null,
    step_entries  integer     not null,
    signed_by     text        not null,
    signed_at     timestamptz not null,
    sha256        text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    unique (incident_id, form, version)
);

create table form_document (
    signature_id uuid  primary key references form_signature,
    pdf          bytea not null
);

create table follow_up (
    id          uuid        primary key,
    incident_id uuid        not null references case_file,
    written_by  text        not null,
    written_at  timestamptz not null,
    words       bytea       not null
);
create index follow_up_of on follow_up (incident_id, written_at);

create table recommendation (
    id             uuid        primary key,
    incident_id    uuid        not null references case_file,
    proposed_by    text        not null,
    proposed_at    timestamptz not null,
    words          bytea       not null,
    approved       boolean,
    decided_by     text,
    decided_at     timestamptz,
    decision_words bytea,
    check (num_nulls(approved, decided_by, decided_at, decision_words) in (0, 4)),
    check (decided_by <> proposed_by)
);
create index recommendation_of on recommendation (incident_id);

create table case_task (
    id                uuid primary key,
    incident_id       uuid not null references case_file,
    recommendation_id uuid references recommendation,
    owner             text not null,
    due_on            date not null,
    status            text not null check (status in ('OPEN', 'DONE', 'CANCELLED')),
    ended_on          date,
    words             bytea not null,
    ending_words      bytea,
    check ((status = 'OPEN') = (ended_on is null))
);
create index case_task_of on case_task (incident_id);

create table timeline_entry (
    id          uuid        primary key,
    position    bigint      generated always as identity,
    incident_id uuid        not null references case_file,
    at          timestamptz not null,
    round       integer     not null,
    phase       text        not null,
    kind        text        not null,
    actor       text        not null,
    reference   text        not null,
    words       bytea
);
create index timeline_entry_of on timeline_entry (incident_id, position);

-- What was written stays as it was written. Rows end only with their incident.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed', tg_table_name;
end
$$;
create trigger step_entry_stays before update on step_entry for each row execute function refuse_change();
create trigger documentation_stays before update on documentation for each row execute function refuse_change();
create trigger form_signature_stays before update on form_signature for each row execute function refuse_change();
create trigger form_document_stays before update on form_document for each row execute function refuse_change();
create trigger follow_up_stays before update on follow_up for each row execute function refuse_change();
create trigger timeline_entry_stays before update on timeline_entry for each row execute function refuse_change();
