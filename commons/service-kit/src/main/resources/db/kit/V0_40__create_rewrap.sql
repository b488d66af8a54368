-- An operator's order to wrap every key anew with the keyset's primary key. How far it has come is seen from the wrapped keys
-- themselves; "unreadable" is what no key of the keyset could open.
create table vault.rewrap (
    id          uuid        primary key,
    to_key      bigint      not null,
    asked_at    timestamptz not null,
    finished_at timestamptz,
    unreadable  bigint      not null default 0
);

create unique index rewrap_one_at_a_time on vault.rewrap ((true)) where finished_at is null;
