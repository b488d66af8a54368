-- Helpers designated for an area: a designation ends and is never deleted.
create table delegate (
    delegate_id   uuid        primary key,
    entity_id     text        not null references legal_entity,
    area          text        not null,
    person        text        not null,
    display_name  text        not null,
    mailbox       text        not null,
    from_day      date        not null,
    until_day     date        check (until_day >= from_day),
    designated_by text        not null,
    designated_at timestamptz not null,
    ended_by      text,
    version       bigint      not null,
    check ((until_day is null) = (ended_by is null))
);

-- Counts every change of the directory. A route that was decided by a lower one is decided again.
create table directory_revision (
    revision bigint  not null,
    only_row boolean primary key default true check (only_row)
);
insert into directory_revision (revision) values (1);
