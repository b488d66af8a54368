-- A request for unforeseen cost holds its amount.
alter table programme.duty
    add column amount   numeric(14, 2) check (amount > 0),
    add column currency text check (currency ~ '^[A-Z]{3}$'),
    add constraint duty_cost check ((amount is null) = (currency is null));

-- What an incident cost in all, as its case told when it was closed the last time. Hours have no currency.
create table incident_cost (
    incident_id uuid   not null,
    kind        text   not null check (kind ~ '^[A-Z][A-Z0-9_]{1,39}$'),
    currency    text   not null check (currency ~ '^([A-Z]{3})?$'),
    hundredths  bigint not null check (hundredths >= 0),
    primary key (incident_id, kind, currency)
);

create or replace view programme.register as
select d.duty_id, d.entity_id, d.kind, d.subject, d.department, d.role, d.person, d.every, d.due_on, d.last_done_on, d.state,
       d.parent_id, d.round, d.note, d.created_by, d.created_at, d.version, d.against, d.incident_id, d.amount, d.currency
  from programme.duty d
union all
select p.policy_id, p.entity_id, 'POLICY_REVIEW', p.code, '', 'SECURITY_OFFICER', '', 'P1Y', p.next_review_on,
       (select max(r.reviewed_on) from policy_review r where r.policy_id = p.policy_id),
       case when p.withdrawn_on is null then 'OPEN' else 'CANCELLED' end,
       null, 1, '\x'::bytea, '', p.created_at, p.version, '', null, null, null
  from policy p;
