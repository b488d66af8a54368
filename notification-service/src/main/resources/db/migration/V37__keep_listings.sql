-- The listing of a completed campaign on its way to audit-service, file by file; "after_person" is where the next one begins.
create table kept_listing (
    id           uuid        primary key,
    incident_id  uuid        not null references campaign,
    completed_on date        not null,
    files        int         not null check (files >= 0),
    after_person uuid,
    done         boolean     not null,
    next_try_at  timestamptz not null
);
create index listings_to_keep on kept_listing (next_try_at) where not done;
