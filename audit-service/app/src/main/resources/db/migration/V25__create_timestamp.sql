-- What a time-stamping authority (RFC 3161) has signed: that a checkpoint was there at that time.
create table trail.timestamp (
    origin     text        not null,
    size       bigint      not null,
    token      bytea       not null,
    stamped_at timestamptz not null,
    primary key (origin, size),
    foreign key (origin, size) references trail.checkpoint (origin, size)
);
create trigger refuse_change before update or delete or truncate on trail.timestamp
    for each statement execute function trail.refuse_change();
alter table trail.timestamp enable always trigger refuse_change;
grant select, insert on trail.timestamp to "${service}";

-- The trail's own, where it has an owner that can't log in.
do $$
declare
    owner text;
begin
    select r.rolname into owner from pg_namespace n join pg_roles r on r.oid = n.nspowner where n.nspname = 'trail';
    execute format('alter table trail.timestamp owner to %I', owner);
end
$$;
