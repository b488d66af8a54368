-- Prominent media of a jurisdiction, kept by officers for the next breach (45 CFR 164.406(a)).
create table media_outlet (
    id           uuid        primary key,
    entity_id    text        not null,
    jurisdiction text        not null,
    name         text        not null,
    email        text        not null,
    medium       text        not null check (medium in ('NEWSPAPER', 'TELEVISION', 'RADIO', 'ONLINE', 'OTHER')),
    active       boolean     not null,
    version      bigint      not null,
    changed_at   timestamptz not null,
    changed_by   text        not null,
    unique (entity_id, jurisdiction, name)
);

-- What was sent to a regulator, a credit bureau or a covered entity, as it read then.
alter table regulator_notice
    add column recipient text  not null default '',
    add column way       text  not null default 'OTHER' check (way in ('WEB_FORM', 'MAIL', 'EMAIL', 'TELEPHONE', 'OTHER')),
    add column notice    bytea,
    add column sha256    bytea,
    add check ((notice is null) = (sha256 is null));
alter table regulator_notice
    alter column recipient drop default,
    alter column way drop default;
