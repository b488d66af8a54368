-- One log for each UTC year; entry number first of the trail is number 0 of the log. A log that has entries is never opened again.
alter table trail.log drop column only_one;
alter table trail.log
    add column year  integer not null generated always as (cast(substring(origin from '[0-9]{4}$') as integer)) stored unique,
    add column first bigint  not null default 0 check (first >= 0);
alter table trail.log alter column first drop default;

-- Tiles and signed states belong to a log. What is there already belongs to the one log that there was.
do $$
declare
    known text;
begin
    select coalesce(min(origin), '') into known from trail.log;
    execute format('alter table trail.tile add column origin text not null default %L', known);
    execute format('alter table trail.checkpoint add column origin text not null default %L', known);
end
$$;
alter table trail.tile alter column origin drop default;
alter table trail.checkpoint alter column origin drop default;

alter table trail.tile drop constraint tile_pkey, add primary key (origin, level, index);
alter table trail.checkpoint
    drop constraint checkpoint_previous_fkey,
    drop constraint checkpoint_previous_key,
    drop constraint checkpoint_pkey;
alter table trail.checkpoint
    add primary key (origin, size),
    add constraint checkpoint_previous_fkey foreign key (origin, previous) references trail.checkpoint (origin, size),
    -- A second state on the same predecessor is refused, so that two writers can never sign two histories.
    add constraint checkpoint_previous_key unique nulls not distinct (origin, previous);

-- The log of logs: the last signed state of each log that is over, in the order of the years.
create table trail.closed_log (
    index     bigint      primary key check (index >= 0),
    origin    text        not null unique references trail.log (origin),
    note      text        not null,
    leaf_hash bytea       not null check (octet_length(leaf_hash) = 32),
    closed_at timestamptz not null
);

-- What a witness has signed after it saw that the log had only grown.
create table trail.cosignature (
    origin  text        not null,
    size    bigint      not null,
    witness text        not null,
    line    text        not null,
    at      timestamptz not null,
    primary key (origin, size, witness),
    foreign key (origin, size) references trail.checkpoint (origin, size)
);

-- Signed results of checks of the whole trail.
create table trail.self_check (
    checked_at timestamptz primary key,
    holds      boolean     not null,
    note       text        not null
);

create trigger refuse_change before update or delete or truncate on trail.closed_log
    for each statement execute function trail.refuse_change();
create trigger refuse_change before update or delete or truncate on trail.cosignature
    for each statement execute function trail.refuse_change();
create trigger refuse_change before update or delete or truncate on trail.self_check
    for each statement execute function trail.refuse_change();
alter table trail.closed_log enable always trigger refuse_change;
alter table trail.cosignature enable always trigger refuse_change;
alter table trail.self_check enable always trigger refuse_change;

grant select, insert on trail.closed_log, trail.cosignature, trail.self_check to "${service}";
