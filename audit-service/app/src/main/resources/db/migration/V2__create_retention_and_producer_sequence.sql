-- What is known about the end of each incident, and through which day its records are kept.
create table retention (
    incident_id           uuid    primary key,
    version               integer not null,
    case_concluded_on     date,
    campaign_open         boolean not null,
    campaign_completed_on date,
    keep_through          date,
    check (keep_through is null or case_concluded_on is not null)
);

-- What has come of each producer's numbers on a topic; missing is a list of ranges in JSON.
create table producer_sequence (
    source  text   not null,
    topic   text   not null,
    highest bigint not null check (highest >= 0),
    missing text   not null,
    primary key (source, topic)
);
