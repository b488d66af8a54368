-- Who was appointed to which office, by whom, and the contact that is published (45 CFR 164.308(a)(2), 164.530(a)(1)).
create table programme.appointment (
    appointment_id uuid        primary key,
    entity_id      text        not null,
    role           text        not null,
    -- What everybody may read: name, office and contact of the organisation's own officer.
    name           text        not null,
    contact        text        not null,
    appointed_by   text        not null,
    reports_to     text        not null,
    appointed_on   date        not null,
    ended_on       date        check (ended_on >= appointed_on),
    recorded_by    text        not null,
    recorded_at    timestamptz not null,
    version        bigint      not null
);
create unique index appointment_once on programme.appointment (entity_id, role) where ended_on is null;

-- Policies that everybody may read, without a token; each beginning and end stays.
create table programme.policy_publication (
    policy_id    uuid        not null references policy,
    published_at timestamptz not null,
    published_by text        not null,
    ended_at     timestamptz check (ended_at >= published_at),
    primary key (policy_id, published_at)
);
create unique index policy_publication_once on programme.policy_publication (policy_id) where ended_at is null;
