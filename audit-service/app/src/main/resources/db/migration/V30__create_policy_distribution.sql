-- To whom outside the register's own readers a version was given, and who said that he got it.
create table programme.policy_distribution (
    distribution_id uuid        primary key,
    policy_id       uuid        not null,
    number          integer     not null,
    audience        text        not null check (audience in ('WORKFORCE', 'MANAGEMENT', 'CUSTOMERS', 'PARTNERS')),
    -- A department, a customer, a partner, by the organisation's own code.
    recipient       text        not null,
    way             text        not null check (way in ('MAIL', 'PORTAL', 'MEETING', 'POST', 'PUBLICATION')),
    sent_on         date        not null,
    sent_by         text        not null,
    recorded_at     timestamptz not null,
    received_on     date        check (received_on >= sent_on),
    version         bigint      not null,
    unique (policy_id, number, audience, recipient, sent_on),
    foreign key (policy_id, number) references policy_version
);
