-- What a report says beyond the first form. "terms" and "system_terms" are keyed hashes of words, so that officers can search
-- and likely duplicates can be found without a text in clear.
alter table report
    add column report_version            bigint      not null default 1,
    add column taken_by                  text,
    add column answer_due_on             date,
    add column follows                   uuid,
    add column associate_id              text,
    add column associate_discovered_on   date,
    add column associate_standing        text check (associate_standing in ('AGENT', 'INDEPENDENT', 'UNKNOWN')),
    add column associate_contract_days   bigint check (associate_contract_days between 0 and 365),
    add column withdrawn_at              timestamptz,
    add column withdrawal                bytea,
    add column terms                     text[]      not null default '{}',
    add column system_terms              text[]      not null default '{}',
    add column routed_on                 date        not null default '0001-01-01',
    add column routed_revision           bigint      not null default 0,
    add column updated_at                timestamptz not null default '1970-01-01T00:00:00Z';

update report set updated_at = received_at;

create index report_terms on report using gin (terms);
create index report_system_terms on report using gin (system_terms);
create index report_routed on report (routed_revision);
create index report_open on report (routed_on) where state <> 'CLOSED';
create index report_follows on report (follows) where follows is not null;

-- A version that a correction replaced; number 1 is the original.
create table report_version (
    incident_id   uuid        not null references report on delete cascade,
    number        bigint      not null,
    kind          text        not null,
    relation      text        not null,
    channel       text        not null,
    medium        text        not null,
    phi_possible  boolean     not null,
    urgent        boolean     not null,
    happened_at   timestamptz,
    learned_at    timestamptz,
    late          boolean     not null,
    details       bytea       not null,
    replaced_at   timestamptz not null,
    replaced_by   text        not null,
    reason        bytea       not null,
    primary key (incident_id, number)
);

-- What whoever reported added later. "told" is sealed.
create table report_supplement (
    supplement_id  uuid        primary key,
    incident_id    uuid        not null references report on delete cascade,
    number         bigint      not null,
    by_associate   boolean     not null,
    discovered_on  date,
    affected_known bigint      check (affected_known >= 0),
    told           bytea       not null,
    supplied_at    timestamptz not null,
    unique (incident_id, number)
);

-- Persons who were implicated after the report was made. "person" is sealed.
create table report_implicated (
    implication_id uuid        primary key,
    incident_id    uuid        not null references report on delete cascade,
    person         bytea       not null,
    added_at       timestamptz not null,
    added_by       text        not null
);
create index report_implicated_of on report_implicated (incident_id);

-- What officers decided of two reports that look alike. The smaller id stands first.
create table report_link (
    one        uuid        not null references report on delete cascade,
    other      uuid        not null references report on delete cascade,
    decision   text        not null check (decision in ('LINKED', 'KEPT_APART')),
    decided_at timestamptz not null,
    decided_by text        not null,
    primary key (one, other),
    check (one < other)
);
create index report_link_other on report_link (other);
