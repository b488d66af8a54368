-- Breaches that each given accounting tells, so that a copy is shown only to who may see all of them; unknown of those from before.
alter table accounting_request add column told uuid[];

-- What an accounting left out when it was given: a duty for each breach until it is completed (45 CFR 164.528(a)(2)).
create table accounting_left_out (
    deadline_id  uuid primary key,
    request_id   uuid not null references accounting_request,
    incident_id  uuid not null references campaign,
    due_on       date not null,
    completed_on date,
    unique (request_id, incident_id)
);
create index accounting_left_out_open on accounting_left_out (incident_id) where completed_on is null;

-- The accounting as it was given once more. Sealed under the request's own key.
create table accounting_completion (
    id          uuid        primary key,
    request_id  uuid        not null references accounting_request,
    given_on    date        not null,
    way         text        not null,
    answer      bytea       not null,
    sha256      bytea       not null,
    told        uuid[]      not null,
    recorded_at timestamptz not null,
    recorded_by text        not null
);
create index accounting_completion_of_request on accounting_completion (request_id, id);
