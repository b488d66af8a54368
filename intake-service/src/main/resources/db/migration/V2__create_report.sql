-- What a report says. "details" is sealed: narrative, place, persons implicated, and who reported.
create table report (
    incident_id  uuid        primary key,
    entity_id    text        not null,
    kind         text        not null check (kind in
                     ('SECURITY_INCIDENT', 'BREACH', 'IMPROPER_USE_OR_DISCLOSURE', 'POLICY_VIOLATION', 'COMPLAINT',
                      'RETALIATION', 'OTHER_CONCERN')),
    relation     text        not null,
    channel      text        not null,
    medium       text        not null,
    anonymous    boolean     not null,
    by_workforce boolean     not null,
    phi_possible boolean     not null,
    urgent       boolean     not null,
    drill        boolean     not null,
    happened_at  timestamptz,
    learned_at   timestamptz,
    received_at  timestamptz not null,
    late         boolean     not null,
    state        text        not null check (state in ('RECEIVED', 'UNDER_INVESTIGATION', 'ANSWERED', 'CLOSED')),
    receipt_hash bytea       not null unique,
    details      bytea       not null,
    version      bigint      not null,
    check (learned_at is null or learned_at <= received_at),
    check (happened_at is null or learned_at is null or happened_at <= learned_at)
);
create index report_newest on report (received_at desc, incident_id desc);
