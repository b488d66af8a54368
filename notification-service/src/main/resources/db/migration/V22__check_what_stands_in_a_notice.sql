-- What the duties of a breach ask of its notices, as breach-service told it last.
create table content_element (
    incident_id   uuid    not null,
    element_id    uuid    not null,
    obligation_id uuid    not null,
    kind          text    not null,
    jurisdiction  text    not null,
    citation      text    not null,
    wording       text    not null,
    must          boolean not null,
    primary key (incident_id, element_id)
);

-- What counsel decided where a State forbids what HIPAA asks for.
create table counsel_decision (
    incident_id uuid        not null references campaign,
    element_id  uuid        not null,
    decision    text        not null check (decision in ('KEEP_ELEMENT', 'REWORDED')),
    reason      text        not null,
    decided_by  text        not null,
    decided_at  timestamptz not null,
    primary key (incident_id, element_id)
);

alter table notice_text
    add column confirmed        text not null default '[]',
    add column template_version text not null default '2026-11';
alter table notice_text
    alter column confirmed drop default,
    alter column template_version drop default;
