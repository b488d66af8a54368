-- Legal entities and their officers. All of it is the organisation's own data.
create table legal_entity (
    entity_id  text    primary key check (entity_id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    name       text    not null,
    kind       text    not null check (kind in ('COVERED_ENTITY', 'BUSINESS_ASSOCIATE')),
    street     text    not null,
    city       text    not null,
    state      text    not null check (state ~ '^[A-Z]{2}$'),
    zip        text    not null,
    time_zone  text    not null,
    toll_free  text    not null,
    email      text    not null,
    website    text    not null,
    version    bigint  not null
);

create table officer (
    officer_id   uuid    primary key,
    entity_id    text    not null references legal_entity,
    role         text    not null check (role in
                     ('PRIVACY_OFFICER', 'SECURITY_OFFICER', 'ADMINISTRATOR', 'COUNSEL', 'INVESTIGATOR', 'AUDITOR')),
    person       text    not null,
    display_name text    not null,
    mailbox      text    not null,
    absences     text    not null,
    active       boolean not null,
    version      bigint  not null
);
create index officer_of_entity on officer (entity_id) where active;
