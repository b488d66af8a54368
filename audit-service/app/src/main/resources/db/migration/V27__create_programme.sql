-- The register of recurring duties. Their schema is apart from the trail; the service adds and reads there, and changes a duty
-- as it goes through its rounds. What was done is never changed.
create schema programme;

create table programme.duty (
    duty_id      uuid        primary key,
    entity_id    text        not null,
    kind         text        not null check (kind ~ '^[A-Z][A-Z0-9_]{1,39}$'),
    subject      text        not null,
    department   text        not null,
    role         text        not null,
    -- Who does it, by the token's subject; empty where the role is enough.
    person       text        not null,
    -- ISO 8601 period; P0D for what is done once.
    every        text        not null,
    due_on       date        not null,
    last_done_on date,
    state        text        not null check (state in ('OPEN', 'DONE', 'CANCELLED')),
    -- What a finding came out of.
    parent_id    uuid        references programme.duty,
    round        integer     not null check (round > 0),
    -- Sealed with a data key of the duty's own; empty for none.
    note         bytea       not null,
    created_by   text        not null,
    created_at   timestamptz not null,
    version      bigint      not null
);
-- The same duty is asked for once; findings are what they are.
create unique index duty_once on programme.duty (entity_id, kind, subject, department, person)
    where state = 'OPEN' and parent_id is null;
create index duty_due on programme.duty (due_on, duty_id);
create index duty_of on programme.duty (person) where person <> '';
create index duty_parent on programme.duty (parent_id) where parent_id is not null;

create table programme.duty_file (
    duty_id     uuid        not null references programme.duty,
    document_id uuid        not null,
    name        text        not null,
    sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    added_by    text        not null,
    added_at    timestamptz not null,
    primary key (duty_id, document_id)
);

create table programme.duty_round (
    duty_id     uuid        not null references programme.duty,
    number      integer     not null check (number > 0),
    outcome     text        not null check (outcome in ('DONE', 'CANCELLED')),
    due_on      date        not null,
    done_on     date        not null,
    days_late   bigint      not null check (days_late >= 0),
    evidence    text        not null,
    document_id uuid,
    note        bytea       not null,
    reason      bytea       not null,
    next_due_on date        check (next_due_on > done_on),
    done_by     text        not null,
    recorded_at timestamptz not null,
    primary key (duty_id, number),
    foreign key (duty_id, document_id) references programme.duty_file
);
create index duty_log on programme.duty_round (recorded_at desc, duty_id desc);

create trigger refuse_change before update or delete or truncate on programme.duty_round
    for each statement execute function trail.refuse_change();
create trigger refuse_change before update or delete or truncate on programme.duty_file
    for each statement execute function trail.refuse_change();

-- All duties with those that have a register of their own: one place says what is due.
create view programme.register as
select d.duty_id, d.entity_id, d.kind, d.subject, d.department, d.role, d.person, d.every, d.due_on, d.last_done_on, d.state,
       d.parent_id, d.round, d.note, d.created_by, d.created_at, d.version
  from programme.duty d
union all
select p.policy_id, p.entity_id, 'POLICY_REVIEW', p.code, '', 'SECURITY_OFFICER', '', 'P1Y', p.next_review_on,
       (select max(r.reviewed_on) from policy_review r where r.policy_id = p.policy_id),
       case when p.withdrawn_on is null then 'OPEN' else 'CANCELLED' end,
       null, 1, '\x'::bytea, '', p.created_at, p.version
  from policy p;
