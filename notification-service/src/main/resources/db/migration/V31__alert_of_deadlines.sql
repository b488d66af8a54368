-- Helpers by area, as intake's directory tells.
create table delegate (
    delegate_id uuid primary key,
    entity_id   text not null,
    person      text not null,
    from_day    date not null,
    until_day   date
);

-- What an officer wishes; who has no row gets the installation's hour, in English.
create table alert_preference (
    person      text     primary key,
    digest_hour smallint not null check (digest_hour between 0 and 23),
    language    text     not null check (language in ('en', 'es'))
);

-- One person is told of one step of one duty once. A duty that gets another due day begins anew.
create table deadline_alert (
    deadline_id uuid        not null references deadline,
    due_day     date        not null,
    step        text        not null,
    person      text        not null,
    entity_id   text        not null,
    zone        text        not null,
    mailbox     text        not null,
    reason      text        not null check (reason in ('HOLDER', 'DELEGATE', 'ESCALATION')),
    incident_id uuid,
    drill       boolean     not null,
    state       text        not null check (state in ('PLANNED', 'QUEUED', 'DROPPED')),
    mail_id     uuid,
    planned_at  timestamptz not null,
    queued_at   timestamptz,
    primary key (deadline_id, due_day, step, person),
    check ((state = 'QUEUED') = (mail_id is not null and queued_at is not null))
);
create index alerts_planned on deadline_alert (person, entity_id) where state = 'PLANNED';
create index alerts_of_mail on deadline_alert (mail_id) where mail_id is not null;
create index alerts_of_incident on deadline_alert (incident_id) where state = 'QUEUED';

-- Alerts that want an answer: when each person was told, and when he said that he has read it (G-20).
create table incident_alert (
    alert_id        uuid        not null,
    person          text        not null,
    incident_id     uuid        not null,
    entity_id       text        not null,
    kind            text        not null,
    drill           boolean     not null,
    raised_at       timestamptz not null,
    acknowledged_at timestamptz,
    escalated_at    timestamptz,
    primary key (alert_id, person)
);
create index alerts_of_person on incident_alert (person, raised_at desc, alert_id);
create index alerts_to_escalate on incident_alert (raised_at) where acknowledged_at is null and escalated_at is null;
create index incident_alerts_of_incident on incident_alert (incident_id);
