create table insider_team (
    incident_id uuid        primary key references case_file,
    members     text[]      not null check (cardinality(members) > 0),
    set_by      text        not null,
    set_at      timestamptz not null,
    words       bytea       not null,
    changes     integer     not null,
    check (set_by = any (members))
);
