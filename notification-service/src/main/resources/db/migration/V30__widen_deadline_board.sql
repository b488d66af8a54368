-- "ends_at" is when a duty becomes late: the end of its last lawful day in its zone, or its last instant. It orders the board.
-- "look_at" is when its alerts have to be planned next.
alter table deadline add column ends_at timestamptz;
update deadline set ends_at = coalesce(due_at, cast(due_on + 1 as timestamp) at time zone zone);
alter table deadline alter column ends_at set not null;
alter table deadline add column service text not null default '';
alter table deadline add column proof_event uuid;
alter table deadline add column changed_at timestamptz not null default '1970-01-01T00:00:00Z';
alter table deadline add column revision bigint not null default 0;
alter table deadline add column look_at timestamptz not null default '1970-01-01T00:00:00Z';
alter table deadline alter column look_at drop default;
alter table deadline alter column changed_at drop default;
alter table deadline alter column service drop default;
drop index deadline_by_state;
create index deadline_by_state on deadline (state, ends_at, deadline_id);
create index deadline_to_look_at on deadline (look_at) where state = 'OPEN';
create index deadline_of_incident on deadline (incident_id);

-- A calendar feed. Its address holds a secret of 256 random bits, of which only the hash is kept.
create table calendar_feed (
    id            uuid        primary key,
    person        text        not null,
    entities      text        not null,
    roles         text        not null,
    name          text        not null,
    role          text        not null,
    language      text        not null check (language in ('en', 'es')),
    drill         boolean     not null,
    secret_sha256 bytea       not null unique check (length(secret_sha256) = 32),
    created_at    timestamptz not null,
    expires_at    timestamptz not null,
    last_read_on  date,
    revoked_at    timestamptz
);
create index feed_of_person on calendar_feed (person, created_at);
