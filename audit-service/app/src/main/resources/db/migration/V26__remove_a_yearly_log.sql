-- Orders that the entries of a past year's log go, each decided by two people.
create table log_removal (
    removal_id   uuid        primary key,
    year         integer     not null,
    state        text        not null check (state in ('ORDERED', 'REFUSED', 'APPROVED')),
    kept_through date        not null,
    ordered_by   text        not null,
    ordered_at   timestamptz not null,
    decided_by   text,
    decided_at   timestamptz,
    version      bigint      not null,
    check ((state = 'ORDERED') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null)),
    check (decided_by <> ordered_by or state = 'REFUSED')
);
create unique index log_removal_once on log_removal (year) where state <> 'REFUSED';
create index log_removal_newest on log_removal (ordered_at desc, removal_id desc);

-- What was approved, signed by the trail's key: from then on the log may be found empty, and only whole.
create table trail.removal (
    origin       text        primary key references trail.log (origin),
    removal_id   uuid        not null unique,
    ordered_by   text        not null,
    approved_by  text        not null check (approved_by <> ordered_by),
    kept_through date        not null,
    note         text        not null,
    approved_at  timestamptz not null
);
create trigger refuse_change before update or delete or truncate on trail.removal
    for each statement execute function trail.refuse_change();
alter table trail.removal enable always trigger refuse_change;
grant select, insert on trail.removal to "${service}";

-- The day by which the database decides, which is nobody's to say.
create function trail.today() returns date
    language sql stable
as $$ select cast(now() at time zone 'UTC' as date) $$;

-- Whether something in the log of that UTC year is to be kept after that day, and whether something in it, or its time, is held.
create function trail.standing(wanted integer, day date, out due_later boolean, out on_hold boolean)
    language sql stable set search_path = public, pg_temp
as $$
    with log as (
        select l.first, (select min(n.first) from trail.log n where n.year > l.year) as ended
          from trail.log l where l.year = wanted
    ), entry as (
        select e.* from log join trail.entry e on e.index >= log.first and (log.ended is null or e.index < log.ended)
    ), named as (
        select distinct i as incident_id from entry e, unnest(e.incidents) i
    ), active as (
        select * from legal_hold where lifted_at is null
    )
    select exists (select 1 from named n left join retention r on r.incident_id = n.incident_id
                    where r.keep_through is null or r.keep_through >= day or r.case_reopened or r.campaign_open),
           exists (select 1 from active h
                    where h.incident_id in (select incident_id from named)
                       or h.from_at < make_timestamptz(wanted + 1, 1, 1, 0, 0, 0, 'UTC')
                              and (h.to_at is null or h.to_at > make_timestamptz(wanted, 1, 1, 0, 0, 0, 'UTC'))
                       or h.incident_id is null and exists (
                              select 1 from named n join trail.entry e on e.incidents @> array[n.incident_id]
                               where e.entity_id = h.entity_id and e.happened_at >= h.from_at
                                 and (h.to_at is null or e.happened_at < h.to_at)))
$$;

-- The one way by which entries go: a whole past year, ordered and approved by two people, when nothing in it is due later or on
-- hold on the day itself. For the retention user alone; the service can't call it, and neither has the right to delete.
create function trail.remove_log(wanted integer) returns bigint
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    ordered record;
    judged  record;
    removed bigint;
begin
    -- The gate of the legal holds: a hold is seen here, or it comes after.
    perform pg_advisory_xact_lock(727117);
    select l.origin, l.first, c.size, r.kept_through into ordered
      from trail.log l
      join trail.removal r on r.origin = l.origin
      join trail.closed_log d on d.origin = l.origin
      join trail.checkpoint c on c.origin = l.origin and c.note = d.note
     where l.year = wanted;
    if not found then
        raise exception 'no removal of the log of % was approved by two people, or that log is not over', wanted;
    end if;
    -- 45 CFR 164.316(b)(2)(i): six years from the log's last day at least, whatever the order says.
    if greatest(ordered.kept_through, make_date(wanted + 6, 12, 31)) >= trail.today() then
        raise exception 'the log of % is to be kept through %', wanted,
            greatest(ordered.kept_through, make_date(wanted + 6, 12, 31));
    end if;
    select * into judged from trail.standing(wanted, trail.today());
    if judged.due_later or judged.on_hold then
        raise exception 'something in the log of % is due later (%) or on hold (%)', wanted, judged.due_later, judged.on_hold;
    end if;

    alter table trail.entry disable trigger refuse_change;
    delete from trail.entry where index >= ordered.first and index < ordered.first + ordered.size;
    get diagnostics removed = row_count;
    alter table trail.entry enable always trigger refuse_change;
    alter table trail.tile disable trigger refuse_change;
    delete from trail.tile where origin = ordered.origin;
    alter table trail.tile enable always trigger refuse_change;
    return removed;
end
$$;
revoke execute on function trail.remove_log(integer) from public;

do $$
declare
    owner   text;
    retains text := current_database() || '_retention';
begin
    -- The trail's own, where it has an owner that can't log in.
    select r.rolname into owner from pg_namespace n join pg_roles r on r.oid = n.nspowner where n.nspname = 'trail';
    execute format('alter table trail.removal owner to %I', owner);
    if exists (select 1 from pg_roles where rolname = retains) then
        execute format('grant usage on schema trail to %I', retains);
        execute format('grant execute on function trail.remove_log(integer) to %I', retains);
    end if;
end
$$;
