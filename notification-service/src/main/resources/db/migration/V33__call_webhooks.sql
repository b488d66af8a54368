-- A subscription of another system. The signing secret stands nowhere: it follows from a key of the installation, the id and
-- "secret_number".
create table webhook (
    id            uuid        primary key,
    owner         text        not null,
    entities      text        not null,
    name          text        not null,
    url           text        not null,
    types         text        not null,
    secret_number int         not null,
    state         text        not null check (state in ('ACTIVE', 'DISABLED', 'DELETED')),
    failures      int         not null,
    created_at    timestamptz not null,
    disabled_at   timestamptz,
    version       bigint      not null
);
create index webhook_of_owner on webhook (owner, created_at);

-- One fact for one subscription, once. What is sent holds ids, types, counts and times only.
create table webhook_delivery (
    id           uuid        primary key,
    webhook_id   uuid        not null references webhook,
    event_id     uuid        not null,
    incident_id  uuid,
    type         text        not null,
    payload      text        not null,
    state        text        not null check (state in ('WAITING', 'DELIVERED', 'GIVEN_UP')),
    attempts     int         not null,
    outcome      text        not null,
    next_try_at  timestamptz not null,
    created_at   timestamptz not null,
    delivered_at timestamptz,
    unique (webhook_id, event_id)
);
create index webhook_deliveries_due on webhook_delivery (next_try_at) where state = 'WAITING';
create index webhook_deliveries_of on webhook_delivery (webhook_id, created_at, id);
