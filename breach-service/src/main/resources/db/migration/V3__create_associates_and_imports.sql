-- Business associates with the terms of their contracts (policy III.A.4, III.B).
create table business_associate (
    id                uuid        primary key,
    entity_id         text        not null,
    name              text        not null,
    agent             boolean     not null,
    contract_days     integer     check (contract_days >= 0),
    template_version  text,
    reports_every_use boolean     not null,
    contract_from     date        not null,
    contract_until    date,
    created_at        timestamptz not null,
    version           bigint      not null default 0,
    check (contract_until is null or contract_until >= contract_from)
);
create index business_associate_newest on business_associate (created_at desc, id desc);

-- A business associate that had the breach: which candidate for the discovery is its own, who notifies, what came after.
create table associate_in_breach (
    incident_id    uuid not null references assessment,
    associate_id   uuid not null references business_associate,
    knowledge_key  text not null,
    notifier       text check (notifier in ('ENTITY', 'BUSINESS_ASSOCIATE')),
    notifier_reason bytea,
    notifier_by    text,
    notifier_at    timestamptz,
    review         bytea,
    reviewed_by    text,
    reviewed_at    timestamptz,
    primary key (incident_id, associate_id),
    check ((notifier is null) = (notifier_reason is null)),
    check ((review is null) = (reviewed_at is null))
);

-- Where the entity acts as a business associate: the covered entities whose information it was, one notice each (164.410).
create table affected_entity (
    id          uuid        primary key,
    incident_id uuid        not null references assessment,
    name        bytea       not null,
    individuals bigint      not null check (individuals > 0),
    named_at    timestamptz not null,
    due         date,
    told_on     date
);
create index affected_entity_of_breach on affected_entity (incident_id);

-- Earlier breaches, brought in so that the log of a year in which the product began is whole.
create table logged_breach (
    id              uuid        primary key,
    entity_id       text        not null,
    reference       text        not null,
    discovered_on   date        not null,
    individuals     bigint      not null check (individuals > 0),
    estimated       boolean     not null,
    part2_records   bigint      not null check (part2_records >= 0),
    told_on         date,
    reported_on     date,
    tracking_number text,
    track           text        not null check (track in ('CONTEMPORANEOUS', 'ANNUAL_LOG')),
    report_due      date        not null,
    imported_by     text        not null,
    imported_at     timestamptz not null,
    unique (entity_id, reference)
);
create index logged_breach_of_year on logged_breach (discovered_on, id);
