-- The deadlines this service has announced, as far as they go; notification counts them down.
create table case_deadline (
    deadline_id uuid        primary key,
    incident_id uuid        not null references case_file,
    kind        text        not null,
    title       text        not null,
    due_on      date,
    due_at      timestamptz,
    zone        text        not null,
    role        text        not null,
    met_on      date,
    cancelled   boolean     not null default false,
    check (num_nonnulls(due_on, due_at) = 1)
);
create index case_deadline_of on case_deadline (incident_id);
create index case_deadline_open on case_deadline (incident_id) where met_on is null and not cancelled;
