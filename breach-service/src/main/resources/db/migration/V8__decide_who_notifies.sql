-- The own breach of another legal entity of the installation, where the covered entity is one; a breach is in one plan at most.
alter table affected_entity add column own_incident_id uuid references assessment;
create unique index affected_entity_own_breach on affected_entity (own_incident_id) where own_incident_id is not null;

-- Which covered entity, or the business associate for it, gives notices to whom: each decision with its reason (policy
-- III.A.4.b). Rows are added, never changed.
create table notice_plan (
    incident_id uuid        not null references assessment,
    edition     integer     not null check (edition > 0),
    -- Ids and counts.
    choices     text        not null,
    reason      bytea       not null,
    decided_by  text        not null,
    decided_at  timestamptz not null,
    primary key (incident_id, edition)
);
create trigger notice_plan_is_append_only before update or delete on notice_plan
    for each row execute function refuse_change();

-- Notices that this entity gives in the place of a covered entity which is none of the installation.
create table notices_for_other (
    affected_id uuid primary key references affected_entity,
    incident_id uuid not null references assessment,
    due         date,
    given_on    date,
    proof       bytea,
    recorded_by text,
    recorded_at timestamptz,
    check ((given_on is null) = (proof is null)),
    check ((given_on is null) = (recorded_at is null)),
    check ((given_on is null) = (recorded_by is null))
);
create index notices_for_other_of_breach on notices_for_other (incident_id);
