-- A roster file comes in parts, is tried first, and is then imported; what was done is known row by row, so that a crash costs
-- one chunk. Its bytes wait sealed and go when it is in.
alter table roster_import
    drop constraint roster_import_incident_id_sha256_key,
    alter column sha256 drop not null,
    alter column imported_at drop not null,
    add column state       text        not null default 'IMPORTED'
        check (state in ('RECEIVING', 'CHECKING', 'CHECKED', 'REFUSED', 'IMPORTING', 'IMPORTED')),
    -- Imported as soon as it is checked: a small file that came in one request.
    add column at_once     boolean     not null default false,
    add column format      text        not null default '{}',
    add column refusal     text        not null default '',
    add column detail      text        not null default '',
    add column rows_done   bigint      not null default 0,
    add column merged      bigint      not null default 0,
    add column created_at  timestamptz not null default now(),
    add column lease_until timestamptz,
    add constraint imported check ((state = 'IMPORTED') = (imported_at is not null));
update roster_import set rows_done = accepted + refused;
create index roster_import_of on roster_import (incident_id, sha256);
create index roster_import_waiting on roster_import (lease_until) where state in ('CHECKING', 'IMPORTING');

create table roster_part (
    import_id uuid  not null references roster_import on delete cascade,
    number    int   not null check (number > 0),
    sealed    bytea not null,
    primary key (import_id, number)
);

alter table roster_finding drop constraint roster_finding_outcome_check;
alter table roster_finding add constraint roster_finding_outcome_check check (outcome in ('WARNED', 'REFUSED', 'MERGED'));

-- A keyed index of name, day of birth and address: whoever has all of them in common is one person.
alter table person add column same_index bytea;
create index person_same on person (incident_id, same_index) where same_index is not null;

-- Another id under which a person stands in a roster; he is told once.
create table person_alias (
    incident_id    uuid  not null,
    external_index bytea not null,
    person_id      uuid  not null references person,
    reason         text  not null check (reason in ('SAME_NAME_BIRTH_DATE_ADDRESS')),
    primary key (incident_id, external_index)
);
