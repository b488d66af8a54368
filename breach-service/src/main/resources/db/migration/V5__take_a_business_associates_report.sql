-- What the report of a business associate says, as it came (policy III.A.4, III.B): its clocks run from it, before anybody has
-- asked the breach question.
create table associate_report (
    incident_id    uuid        primary key,
    entity_id      text        not null,
    drill          boolean     not null,
    associate_id   text,
    discovered_on  date,
    standing       text        check (standing in ('AGENT', 'INDEPENDENT', 'UNKNOWN')),
    contract_days  integer     check (contract_days >= 0),
    learned_at     timestamptz,
    received_at    timestamptz not null,
    phi_possible   boolean     not null,
    supplements    integer     not null default 0,
    affected_known bigint      check (affected_known >= 0),
    supplied_at    timestamptz
);

-- The clocks keep their name when a later candidate corrects what the associate knew.
alter table associate_in_breach add column clock_key text;
update associate_in_breach set clock_key = knowledge_key;
alter table associate_in_breach alter column clock_key set not null;
