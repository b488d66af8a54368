-- The register of business associates as it was: who wrote which terms, and when. Rows are added, never changed.
create table business_associate_history (
    associate_id      uuid        not null references business_associate,
    version           bigint      not null,
    name              text        not null,
    agent             boolean     not null,
    contract_days     integer,
    template_version  text,
    reports_every_use boolean     not null,
    contract_from     date        not null,
    contract_until    date,
    written_by        text        not null,
    written_at        timestamptz not null,
    primary key (associate_id, version)
);
insert into business_associate_history
select id, version, name, agent, contract_days, template_version, reports_every_use, contract_from, contract_until,
       'system', created_at
  from business_associate;
create trigger business_associate_history_is_append_only before update or delete on business_associate_history
    for each row execute function refuse_change();

-- What officers said of duties: done, with the proof where another gave the notice, or wrongly said to be done.
create table officer_word (
    id            uuid        primary key,
    incident_id   uuid        not null references assessment,
    obligation_id uuid        not null,
    what          text        not null check (what in ('DONE', 'TAKEN_BACK')),
    day           date        not null,
    said          bytea,
    said_by       text        not null,
    said_at       timestamptz not null,
    check (what = 'DONE' or said is not null)
);
create index officer_word_of_breach on officer_word (incident_id, said_at);
create trigger officer_word_is_append_only before update or delete on officer_word
    for each row execute function refuse_change();

-- How it is known that a covered entity was told: by hand, by notification-service, or with the duty as a whole.
alter table affected_entity add column told_how text check (told_how in ('HAND', 'NOTICE', 'DUTY'));
update affected_entity set told_how = 'HAND' where told_on is not null;
alter table affected_entity add check ((told_on is null) = (told_how is null));
