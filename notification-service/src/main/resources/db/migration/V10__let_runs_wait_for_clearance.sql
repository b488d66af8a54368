-- A run goes in batches, each under a clearance of breach-service; without one it waits and says why.
alter table run
    -- When the question was put that was answered with yes; null when nothing may go.
    add column cleared_at  timestamptz,
    add column waiting_for text   not null default '' check (waiting_for in ('', 'NOTICE_HELD', 'NO_CLEARANCE', 'NOT_OWED')),
    add column held_until  date,
    -- What of this run was told to others already, so that each is told once.
    add column told_mail   bigint not null default 0,
    add column told_email  bigint not null default 0,
    drop column stop_reason;

-- LEAVING: the folder is renamed in this very moment. After a crash the hidden folder says whether that happened.
alter table postal_batch drop constraint postal_batch_state_check;
alter table postal_batch add constraint postal_batch_state_check check (state in ('OPEN', 'LEAVING', 'HANDED_OVER'));
drop index one_open_batch;
create unique index one_open_batch on postal_batch (incident_id) where state <> 'HANDED_OVER';

-- What stands in the letter, sealed: it is made again from this, whatever becomes of the roster or of the rules.
alter table notice add column fields bytea;

-- Each attempt by e-mail, with the state of the agreement in that moment (45 CFR 164.404(d)(1)(i)).
create table email_attempt (
    notice_id  uuid        not null references notice,
    number     int         not null,
    agreement  text        not null check (agreement in ('AGREED', 'NOT_AGREED')),
    begun_at   timestamptz not null,
    ended_at   timestamptz,
    outcome    text        not null,
    primary key (notice_id, number)
);
