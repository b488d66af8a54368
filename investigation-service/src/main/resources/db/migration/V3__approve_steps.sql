create table step_approval (
    entry_id    uuid        primary key references step_entry,
    incident_id uuid        not null references case_file,
    approved_by text        not null,
    approved_at timestamptz not null,
    words       bytea       not null
);
create index step_approval_of on step_approval (incident_id);
create trigger step_approval_stays before update on step_approval for each row execute function refuse_change();
