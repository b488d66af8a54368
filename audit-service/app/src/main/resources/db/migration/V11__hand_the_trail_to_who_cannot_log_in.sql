-- Where the installation has a role <database>_keeper without a login, the trail is its own from now on, and who migrates acts
-- for it as a member. Nobody who can log in owns the trail then.
do $$
declare
    keeper text := current_database() || '_keeper';
    owned  record;
begin
    if not exists (select 1 from pg_roles where rolname = keeper and not rolcanlogin) then
        raise notice 'no role % without a login: the trail stays with %', keeper, current_user;
        return;
    end if;
    execute format('grant create on database %I to %I', current_database(), keeper);
    execute format('alter schema trail owner to %I', keeper);
    execute format('alter function trail.refuse_change() owner to %I', keeper);
    for owned in select oid::regclass as name from pg_class where relnamespace = 'trail'::regnamespace and relkind = 'r' loop
        execute format('alter table %s owner to %I', owned.name, keeper);
    end loop;
end
$$;
