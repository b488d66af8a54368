-- What the post says of a letter after it has left: carried, returned, delivered to somebody else.
alter table notice drop constraint notice_state_check;
alter table notice add constraint notice_state_check
    check (state in ('IN_FLIGHT', 'BATCHED', 'WAITING', 'SENT', 'RETURNED', 'FAILED'));
alter table notice drop constraint notice_check;
alter table notice add constraint sent_has_its_day
    check ((state in ('SENT', 'RETURNED')) = (sent_at is not null and sent_on is not null));
alter table notice
    add column mailed_on       date,
    add column returned_on     date,
    add column misaddressed_on date,
    add constraint returned_has_its_day check ((state = 'RETURNED') = (returned_on is not null));
-- A letter that came back told nobody: with a better address he may be written to again.
drop index told_once;
create unique index told_once on notice (person_id) where state not in ('FAILED', 'RETURNED');
-- A keyed index of the address that a letter would go to, and of the one from which a letter came back: the same roster again
-- does not bring the same bad address back.
alter table person add column address_index bytea, add column returned_address bytea;
-- The return mark of a letter is the last group of its id.
create index notice_by_mark on notice (incident_id, right(cast(id as text), 12));

create table postal_report (
    id          uuid        primary key,
    incident_id uuid        not null references campaign,
    sha256      bytea       not null check (length(sha256) = 32),
    mailed      bigint      not null,
    returned    bigint      not null,
    unchanged   bigint      not null,
    unknown     bigint      not null,
    unreadable  bigint      not null,
    complete    boolean     not null,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    unique (incident_id, sha256)
);
