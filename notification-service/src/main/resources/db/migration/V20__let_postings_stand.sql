-- Only days on which a posting is up count (45 CFR 164.404(d)(2)(ii), 164.412).
alter table posting
    add column state           text    not null default 'UP' check (state in ('UP', 'DOWN', 'ENDED')),
    add column up_since        date,
    add column days_counted    int     not null default 0 check (days_counted between 0 and 90),
    add column held_until      date,
    add column ended_on        date,
    add column stands_deadline uuid    not null default gen_random_uuid(),
    add column stands_met      boolean not null default false,
    add column version         bigint  not null default 1,
    alter column keep_through drop not null;
update posting set up_since = started_on;
alter table posting
    alter column state drop default,
    alter column stands_deadline drop default,
    add check ((state = 'UP') = (up_since is not null and keep_through is not null)),
    add check ((state = 'DOWN') = (held_until is not null)),
    add check ((state = 'ENDED') = (ended_on is not null));
create index posting_by_state on posting (state);

-- The number where a person can learn whether he may be included. check_due is null while nothing is to be checked.
create table toll_free_line (
    incident_id    uuid        primary key references campaign,
    number         text        not null,
    active_from    date        not null,
    active_through date        not null,
    check_deadline uuid,
    check_due      date,
    check ((check_deadline is null) = (check_due is null))
);
insert into toll_free_line (incident_id, number, active_from, active_through)
select incident_id, toll_free, started_on, keep_through from posting;

create table line_check (
    id          uuid        primary key,
    incident_id uuid        not null references toll_free_line,
    checked_on  date        not null,
    answered    boolean     not null,
    note        text        not null,
    recorded_at timestamptz not null,
    recorded_by text        not null
);

-- Who sits at the line, by subject, and each question asked: who, when, which answer. Nothing of whom it was about.
create table line_staff (
    incident_id uuid not null references toll_free_line,
    person      text not null,
    primary key (incident_id, person)
);

create table line_look_up (
    id          uuid        primary key,
    incident_id uuid        not null references toll_free_line,
    asked_by    text        not null,
    asked_at    timestamptz not null,
    included    boolean     not null
);
create index line_look_up_by_caller on line_look_up (asked_by, asked_at);

-- Breaches whose people can be looked up, and after how many finished imports all of them could.
create table look_up_index (
    incident_id uuid   primary key references campaign,
    imports     bigint
);
insert into look_up_index (incident_id) select incident_id from toll_free_line;

-- Keyed index of name with day of birth and of name with ZIP code; dies with the incident.
create table person_look_up (
    person_id   uuid  primary key,
    incident_id uuid  not null,
    import_id   uuid  not null,
    born_index  bytea,
    zip_index   bytea
);
create index person_by_birth on person_look_up (incident_id, born_index);
create index person_by_zip on person_look_up (incident_id, zip_index);

-- Substitute notice in major print or broadcast media, recorded with its proof.
create table print_notice (
    id            uuid        primary key,
    incident_id   uuid        not null references campaign,
    obligation_id uuid        not null,
    medium        text        not null check (medium in ('PRINT', 'BROADCAST')),
    outlet        text        not null,
    area          text        not null,
    ran_on        date        not null,
    proof         text        not null,
    recorded_at   timestamptz not null,
    recorded_by   text        not null,
    unique (incident_id, outlet, ran_on)
);
