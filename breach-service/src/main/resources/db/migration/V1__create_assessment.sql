-- What is known of legal entities, from intake's directory.
create table legal_entity (
    entity_id text primary key,
    name      text not null,
    time_zone text not null,
    kind      text not null check (kind in ('COVERED_ENTITY', 'BUSINESS_ASSOCIATE'))
);

-- The breach question of one incident. Name and zone of the entity are those of the day on which it opened.
create table assessment (
    incident_id         uuid        primary key,
    entity_id           text        not null,
    entity_name         text        not null,
    time_zone           text        not null,
    drill               boolean     not null,
    state               text        not null check (state in ('PRESUMED', 'NOTICES_OWED', 'NOTHING_OWED')),
    edition             integer     not null check (edition > 0),
    outcome             text        check (outcome in ('NOT_A_BREACH', 'REPORTABLE_BREACH', 'STATE_VIOLATION_ONLY',
                                                       'BREACH_AND_STATE_VIOLATION', 'POLICY_VIOLATION_ONLY')),
    discovered_on       date,
    opened_at           timestamptz not null,
    updated_at          timestamptz not null,
    concluded_at        timestamptz,
    -- Everything that people wrote, sealed with the incident's data key.
    dossier             bytea       not null,
    -- Days and counts of what was done; no health information.
    progress            text        not null,
    computation         integer     not null default 0,
    tracking_number     text,
    submitted_on        date,
    version             bigint      not null,
    check ((state = 'PRESUMED') = (concluded_at is null)),
    check (state <> 'NOTICES_OWED' or discovered_on is not null)
);
create index assessment_newest on assessment (opened_at desc, incident_id desc);
create index assessment_log on assessment (entity_id, discovered_on) where not drill;

-- The signed worksheet, form 4-III-A, frozen with its hash. One per edition, never changed.
create table worksheet (
    incident_id uuid        not null references assessment,
    edition     integer     not null,
    sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    signed_by   text        not null,
    signed_at   timestamptz not null,
    document    bytea       not null,
    primary key (incident_id, edition)
);

-- Every computation of duties with the facts and the rules it rests on. Rows are added, never changed.
create table computation (
    incident_id         uuid        not null references assessment,
    version             integer     not null check (version > 0),
    computed_at         timestamptz not null,
    because             text        not null,
    actor               text        not null,
    rules_version       text        not null,
    discovered_on       date,
    combined_letter_due date,
    facts               text        not null,
    obligations         text        not null,
    changes             text        not null,
    warnings            text        not null,
    primary key (incident_id, version)
);

-- Counts of a roster, offered until an officer adopts them.
create table counts_offer (
    id                        uuid        primary key,
    incident_id               uuid        not null references assessment,
    total                     bigint      not null check (total >= 0),
    residents                 text        not null,
    undeliverable_living      bigint      not null check (undeliverable_living >= 0),
    undeliverable_next_of_kin bigint      not null check (undeliverable_next_of_kin >= 0),
    counted_at                timestamptz not null,
    adopted_at                timestamptz,
    adopted_by                text,
    check ((adopted_at is null) = (adopted_by is null))
);
create index counts_offer_newest on counts_offer (incident_id, counted_at desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end
$$;
create trigger computation_is_append_only before update or delete on computation
    for each row execute function refuse_change();
create trigger worksheet_is_frozen before update on worksheet
    for each row execute function refuse_change();
