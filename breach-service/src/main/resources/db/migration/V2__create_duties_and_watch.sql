-- The duties that stand, one row each, so that a list across breaches computes nothing. Follows the latest computation.
create table obligation (
    obligation_id uuid    primary key,
    incident_id   uuid    not null references assessment,
    entity_id     text    not null,
    drill         boolean not null,
    rule_id       text    not null,
    kind          text    not null,
    jurisdiction  text    not null,
    recipient     text    not null,
    citation      text    not null,
    target        date    not null,
    due           date    not null,
    held_until    date,
    completed_on  date,
    days_late     bigint
);
create index obligation_open on obligation (due, obligation_id) where completed_on is null;
create index obligation_open_of_kind on obligation (kind, due, obligation_id) where completed_on is null;
create index obligation_all on obligation (due, obligation_id);
create index obligation_of_breach on obligation (incident_id);

-- What law enforcement holds (45 CFR 164.412); ended when its last day has come.
create table hold (
    incident_id uuid    primary key references assessment,
    entity_id   text    not null,
    drill       boolean not null,
    time_zone   text    not null,
    held_until  date    not null,
    ended       boolean not null default false
);
create index hold_running on hold (held_until) where not ended;

-- Jurisdictions whose law is known and not computed: counsel must check each.
create table counsel_task (
    incident_id  uuid        not null references assessment,
    jurisdiction text        not null,
    statute      text        not null,
    known        text        not null,
    source       text        not null,
    verified     text        not null,
    due          date        not null,
    opened_at    timestamptz not null,
    answered_at  timestamptz,
    answered_by  text,
    note         bytea,
    primary key (incident_id, jurisdiction),
    check ((answered_at is null) = (note is null) and (note is null) = (answered_by is null))
);

-- When anything last moved, and what the officer said of the time in which nothing did (45 CFR 164.404(b)).
alter table assessment add column moved_at timestamptz;
update assessment set moved_at = updated_at;
alter table assessment alter column moved_at set not null;
create index assessment_idle on assessment (moved_at) where state = 'NOTICES_OWED';
create table idle_alarm (
    id          uuid        primary key,
    incident_id uuid        not null references assessment,
    idle_since  timestamptz not null,
    raised_at   timestamptz not null,
    answered_at timestamptz,
    answered_by text,
    reason      bytea,
    check ((answered_at is null) = (reason is null) and (reason is null) = (answered_by is null))
);
create unique index idle_alarm_open on idle_alarm (incident_id) where answered_at is null;

-- What the Secretary was told first, so that an estimate is not forgotten; and the Part 2 report's own number.
alter table assessment
    add column reported_total        bigint,
    add column counts_open           boolean not null default false,
    add column addendum_due          date,
    add column part2_tracking_number text,
    add column parent_incident_id    uuid;

-- Letters that went to wrong people: a breach of its own, linked when it was reported.
create table misaddressed_mailing (
    id                 uuid        primary key,
    incident_id        uuid        not null references assessment,
    people             bigint      not null check (people > 0),
    detected_on        date        not null,
    recorded_at        timestamptz not null,
    linked_incident_id uuid        references assessment
);
create index misaddressed_mailing_of_breach on misaddressed_mailing (incident_id);
