-- Sanctions: read by the named readers only. Words are sealed under the incident's data key.
create table sanction_record (
    incident_id  uuid        primary key references case_file,
    opened_by    text        not null,
    opened_at    timestamptz not null,
    readers      text[]      not null check (cardinality(readers) > 0),
    concluded_at timestamptz,
    changes      integer     not null
);

create table sanction_person (
    id             uuid        primary key,
    incident_id    uuid        not null references sanction_record,
    relation       text        not null check (relation in ('WORKFORCE', 'BUSINESS_ASSOCIATE', 'CUSTOMER', 'PARTNER')),
    conduct        text        not null,
    intent         text        not null,
    refuses        boolean     not null,
    named_by       text        not null,
    named_at       timestamptz not null,
    words          bytea       not null,
    hearing        text        check (hearing in ('GIVEN', 'DECLINED', 'OPPORTUNITY_NOT_TAKEN')),
    heard_at       timestamptz,
    whistle_blower boolean,
    crime_victim   boolean,
    complaint      boolean,
    checked_by     text,
    checked_at     timestamptz,
    proposal       text,
    proposed_by    text,
    proposed_at    timestamptz,
    proposers      text[]      not null default '{}',
    ruling         text,
    ruled_by       text,
    ruled_at       timestamptz,
    -- What the decision core knows, once more.
    check (num_nulls(hearing, heard_at) in (0, 2)),
    check (num_nulls(whistle_blower, crime_victim, complaint, checked_by, checked_at) in (0, 5)),
    check (num_nulls(proposal, proposed_by, proposed_at) in (0, 3)),
    check (num_nulls(ruling, ruled_by, ruled_at) in (0, 3)),
    check (ruling is null or checked_at is not null),
    check (ruling is null or ruling = 'NO_SANCTION' or hearing is not null),
    check (ruling is null or ruling = 'NO_SANCTION' or not (whistle_blower or crime_victim or complaint)),
    check (proposed_by is null or proposed_by = any (proposers)),
    check (ruled_by <> all (proposers))
);
create index sanction_person_of on sanction_person (incident_id);
create index sanction_person_like on sanction_person (conduct, intent) where ruling is not null;

create table sanction_note (
    id          uuid        primary key,
    position    bigint      generated always as identity,
    incident_id uuid        not null references sanction_record,
    person_id   uuid        references sanction_person,
    kind        text        not null,
    happened_at timestamptz not null,
    written_by  text        not null,
    written_at  timestamptz not null,
    words       bytea,
    check (happened_at <= written_at + interval '2 minutes')
);
create index sanction_note_of on sanction_note (incident_id, position);
create trigger sanction_note_stays before update on sanction_note for each row execute function refuse_change();
