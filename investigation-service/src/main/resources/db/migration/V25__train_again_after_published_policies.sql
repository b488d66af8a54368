-- What follows from the versions of policies that audit-service tells of (45 CFR 164.530(b)(2)(i)(C)).
alter table readiness_policy_change
    add column due_on         date,
    add column policy_id      uuid,
    add column policy_version bigint,
    add constraint readiness_policy_change_once unique (policy_id, policy_version);

-- An officer found that the change concerns nobody's duties.
create table readiness_policy_change_withdrawal (
    change_id    uuid        primary key references readiness_policy_change,
    withdrawn_by text        not null,
    withdrawn_at timestamptz not null
);
create trigger readiness_policy_change_withdrawal_stays before update on readiness_policy_change_withdrawal
    for each row execute function refuse_change();

-- Which courses teach a policy, and how long its people have after a change of it; no course, a change asks nothing.
create table readiness_policy_training (
    id          uuid        primary key,
    entity_id   text        not null,
    policy      text        not null,
    courses     text[]      not null,
    within_days integer     not null check (within_days between 0 and 366),
    changes     integer     not null,
    changed_by  text        not null,
    changed_at  timestamptz not null,
    unique (entity_id, policy)
);
